package dev.rehearsal.mariadb.seed;

import static java.util.stream.Collectors.joining;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.ForeignKey;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What scripts assume of production's rows, as demands that only the plan of a table knows: nothing is defined in the
 * database. Whether all rows meet it is asked at the end.
 */
final class AssumedTables {
    private static final Pattern PART = Pattern.compile("`((?:[^`]|``)+)`|([^\\s.`]+)");
    private static final Pattern REFERENCE = Pattern.compile("([^\\s(]+)\\s*(?:\\(([^)]*)\\))?.*");

    private final Map<QualifiedName, SeedTable> tables;
    private final Set<QualifiedName> checked = new HashSet<>();
    private final List<Assumed> answers = new ArrayList<>();

    private AssumedTables(Map<QualifiedName, SeedTable> defined) {
        this.tables = new TreeMap<>(defined);
    }

    static AssumedTables of(Map<QualifiedName, SeedTable> defined, List<Assumption> assumptions) {
        AssumedTables all = new AssumedTables(defined);
        assumptions.forEach(assumption -> all.answers.add(all.answer(assumption)));
        return all;
    }

    /** {@return all tables with what is assumed of them} */
    Map<QualifiedName, SeedTable> demanding() {
        return tables;
    }

    /** {@return whether rows of a table are tried by conditions that the server does not know} */
    boolean checks(QualifiedName table) {
        return checked.contains(table);
    }

    /** {@return what became of each assumption: whether all rows meet it now} */
    List<Assumed> answers(Connection connection) throws SQLException {
        List<Assumed> asked = new ArrayList<>();
        for (Assumed answer : answers) {
            String question = answer.question();
            if (question == null || answer.problem() != null) {
                asked.add(answer);
                continue;
            }
            String problem = null;
            try {
                boolean met = "yes".equals(Sql.value(connection, question.replaceFirst(";$", "")));
                problem = met ? null : "there are rows that do not meet it";
            } catch (SQLException e) {
                problem = String.valueOf(e.getMessage());
            }
            asked.add(new Assumed(answer.assumption(), question, problem));
        }
        return asked;
    }

    private Assumed answer(Assumption assumption) {
        List<SeedTable> named = named(assumption.table());
        if (named.size() != 1) {
            return new Assumed(assumption, null, notOne(assumption.table(), named));
        }
        SeedTable table = named.get(0);
        List<String> columns = columns(assumption.subject());
        boolean condition = assumption.kind() == Assumption.Kind.CHECK;
        String missing = condition ? null : missing(columns, table);
        if (missing != null) {
            return new Assumed(assumption, null, missing);
        }
        return switch (assumption.kind()) {
            case NOT_NULL -> {
                tables.put(table.name(), table.demanding(Set.copyOf(columns), List.of()));
                yield new Assumed(assumption, none(table, anyNull(columns)), null);
            }
            case CHECK -> {
                tables.put(table.name(), table.checking(assumption.subject()));
                checked.add(table.name());
                yield new Assumed(assumption, none(table, "NOT (" + assumption.subject() + ")"), null);
            }
            case UNIQUE -> unique(assumption, table, columns);
            case REFERENCES -> references(assumption, table, columns);
        };
    }

    private Assumed unique(Assumption assumption, SeedTable table, List<String> columns) {
        if (!assumption.more().isEmpty()) {
            return new Assumed(assumption, null, "an index of MariaDB has no " + assumption.more());
        }
        tables.put(table.name(), table.keyed(new UniqueKey(columns, true, false, true)));
        String names = Sql.names("", columns);
        return new Assumed(
                assumption,
                none(table, "NOT (" + anyNull(columns) + ") GROUP BY " + names + " HAVING COUNT(*) > 1"),
                null);
    }

    private Assumed references(Assumption assumption, SeedTable table, List<String> own) {
        Matcher reference = REFERENCE.matcher(assumption.more().strip());
        List<SeedTable> parents = reference.matches() ? named(reference.group(1)) : List.of();
        if (parents.size() != 1) {
            return new Assumed(assumption, null, notOne(assumption.more(), parents));
        }
        SeedTable parent = parents.get(0);
        List<String> theirs = reference.group(2) == null
                ? parent.uniqueKeys().stream()
                        .filter(key -> key.exact() && key.columns().size() == own.size())
                        .findFirst()
                        .map(UniqueKey::columns)
                        .orElse(List.of())
                : columns(reference.group(2));
        String missing = theirs.size() == own.size()
                ? missing(theirs, parent)
                : "it names " + own.size() + " columns, which refer to " + theirs.size() + " of " + parent.name();
        if (missing != null) {
            return new Assumed(assumption, null, missing);
        }
        if (table.foreignKeys().stream().noneMatch(key -> key.columns().equals(own))) {
            tables.put(
                    table.name(), table.demanding(Set.of(), List.of(new ForeignKey(own, parent.name(), theirs, true))));
        }
        String same = IntStream.range(0, own.size())
                .mapToObj(i -> "p." + Names.quoted(theirs.get(i)) + " = c." + Names.quoted(own.get(i)))
                .collect(joining(" AND "));
        return new Assumed(
                assumption,
                none(
                        table,
                        "NOT (" + anyNull(own) + ") AND NOT EXISTS (SELECT 1 FROM " + Names.quoted(parent.name())
                                + " p WHERE " + same + ")"),
                null);
    }

    private static String none(SeedTable table, String where) {
        return "SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM " + Names.quoted(table.name()) + " c WHERE " + where
                + ")\n       THEN 'yes' ELSE 'no' END AS answer;";
    }

    private static String anyNull(List<String> columns) {
        return columns.stream().map(column -> Names.quoted(column) + " IS NULL").collect(joining(" OR "));
    }

    private List<SeedTable> named(String name) {
        List<String> parts = parts(name);
        String table = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        return tables.values().stream()
                .filter(one -> one.name().name().equals(table)
                        && (parts.size() == 1 || one.name().schema().equals(parts.get(0))))
                .toList();
    }

    private static String notOne(String name, List<SeedTable> named) {
        return named.isEmpty()
                ? "there is no table " + name
                : name + " may be "
                        + named.stream().map(table -> table.name().toString()).collect(joining(" or "))
                        + ": write its schema";
    }

    private static @Nullable String missing(List<String> columns, SeedTable table) {
        return columns.stream()
                .filter(column -> table.column(column).isEmpty())
                .findFirst()
                .map(column -> "there is no column " + column + " in " + table.name())
                .orElse(null);
    }

    private static List<String> columns(String list) {
        List<String> columns = new ArrayList<>();
        for (String one : list.split(",", -1)) {
            List<String> parts = parts(one.strip());
            columns.add(parts.size() == 1 ? parts.get(0) : one.strip());
        }
        return columns;
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(name);
        while (part.find()) {
            parts.add(part.group(1) == null ? part.group(2) : part.group(1).replace("``", "`"));
        }
        return parts;
    }
}
