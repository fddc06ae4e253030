package dev.rehearsal.postgres.seed;

import dev.rehearsal.migration.Assumption;
import dev.rehearsal.migration.Assumption.Kind;
import dev.rehearsal.postgres.error.RefusalText;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.ForeignKey;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UniqueKey;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What scripts assume of production's rows, as constraints that hold for the time of one filling. What the server must
 * refuse is defined in the database, and gone afterwards; NOT NULL and foreign keys only the plan of a table knows, since
 * values are right by construction there.
 */
final class AssumedRules {
    private static final String COPY = "rehearsal_assumed";

    private final Connection connection;
    private final List<Assumption> assumptions;
    private final List<Assumed> answers = new ArrayList<>();
    private final List<String> lifting = new ArrayList<>();
    private final Map<QualifiedName, Set<String>> required = new HashMap<>();
    private final Map<QualifiedName, List<ForeignKey>> keys = new HashMap<>();
    private Map<QualifiedName, SeedTable> defined = Map.of();

    AssumedRules(Connection connection, List<Assumption> assumptions) {
        this.connection = connection;
        this.assumptions = assumptions;
    }

    /** {@return all tables with what is assumed of them} */
    Map<QualifiedName, SeedTable> impose(Set<QualifiedName> ignored, VolumeProfile profile) throws SQLException {
        SeedCatalog catalog = new SeedCatalog(connection);
        defined = catalog.tables(ignored);
        if (assumptions.isEmpty()) {
            return defined;
        }
        Set<QualifiedName> due = due(profile);
        for (Assumption assumption : assumptions) {
            answers.add(answer(assumption, due));
        }
        if (!lifting.isEmpty()) {
            defined = catalog.tables(ignored);
        }
        Map<QualifiedName, SeedTable> tables = new TreeMap<>();
        defined.forEach((name, table) -> tables.put(
                name, table.demanding(required.getOrDefault(name, Set.of()), keys.getOrDefault(name, List.of()))));
        return tables;
    }

    /** {@return the tables as they are defined} */
    Map<QualifiedName, SeedTable> defined() {
        return defined;
    }

    /** {@return what became of each assumption} */
    List<Assumed> answers() {
        return List.copyOf(answers);
    }

    /** Takes away all that was defined. */
    void lift() throws SQLException {
        for (String sql : lifting) {
            SeedSql.run(connection, sql);
        }
        lifting.clear();
    }

    /** {@return the tables that are about to get rows, or values of a column: an index of others would cost time} */
    private Set<QualifiedName> due(VolumeProfile profile) throws SQLException {
        List<SeedTable> tables = List.copyOf(defined.values());
        Map<QualifiedName, Long> rows = RowCounts.of(connection, tables);
        Set<QualifiedName> due = new HashSet<>();
        for (SeedTable table : tables) {
            Long asked = profile.askedRowsOf(table.name());
            if (asked != null && rows.getOrDefault(table.name(), 0L) < asked) {
                due.add(table.name());
            }
        }
        EmptyColumns.of(connection, tables, profile).keySet().forEach(table -> due.add(table.name()));
        return due;
    }

    private Assumed answer(Assumption assumption, Set<QualifiedName> due) throws SQLException {
        List<SeedTable> named = AssumedNames.tables(assumption.table(), defined);
        if (named.size() != 1) {
            return new Assumed(assumption, null, AssumedNames.notOne(assumption.table(), named));
        }
        SeedTable table = named.get(0);
        return switch (assumption.kind()) {
            case NOT_NULL -> notNull(assumption, table);
            case REFERENCES -> references(assumption, table);
            case UNIQUE, CHECK ->
                new Assumed(
                        assumption,
                        AssumedQuestion.of(assumption, SqlNames.quote(table.name())),
                        isUnique(assumption, table) ? null : constraint(assumption, table, due.contains(table.name())));
        };
    }

    private Assumed notNull(Assumption assumption, SeedTable table) {
        List<String> columns = AssumedNames.folded(assumption.subject());
        String problem = AssumedNames.missing(columns, table);
        if (problem == null) {
            required.computeIfAbsent(table.name(), name -> new LinkedHashSet<>())
                    .addAll(columns);
        }
        return new Assumed(assumption, AssumedQuestion.of(assumption, SqlNames.quote(table.name())), problem);
    }

    private Assumed references(Assumption assumption, SeedTable table) {
        List<String> own = AssumedNames.folded(assumption.subject());
        RefusalText.Parent named =
                RefusalText.parents("REFERENCES " + assumption.more()).get(0);
        List<SeedTable> parents = AssumedNames.tables(named.table(), defined);
        String problem = AssumedNames.missing(own, table);
        if (problem != null || parents.size() != 1) {
            return new Assumed(
                    assumption, null, problem != null ? problem : AssumedNames.notOne(named.table(), parents));
        }
        SeedTable parent = parents.get(0);
        List<String> theirs =
                named.columns().isEmpty() ? firstKey(parent, own.size()) : AssumedNames.folded(named.columns());
        problem = theirs.size() == own.size()
                ? AssumedNames.missing(theirs, parent)
                : "it names " + own.size() + " columns, which refer to " + theirs.size() + " of " + parent.name();
        if (problem == null
                && table.foreignKeys().stream().noneMatch(key -> key.columns().equals(own))) {
            keys.computeIfAbsent(table.name(), name -> new ArrayList<>())
                    .add(new ForeignKey(own, parent.name(), theirs, false));
        }
        return new Assumed(assumption, AssumedQuestion.references(table, own, parent, theirs), problem);
    }

    private static List<String> firstKey(SeedTable parent, int size) {
        return parent.uniqueKeys().stream()
                .filter(key -> key.exact() && !key.partial() && key.columns().size() == size)
                .min(java.util.Comparator.comparing(UniqueKey::nullsDistinct))
                .map(UniqueKey::columns)
                .orElse(List.of());
    }

    private static boolean isUnique(Assumption assumption, SeedTable table) {
        List<String> columns = AssumedNames.folded(assumption.subject());
        return assumption.kind() == Kind.UNIQUE
                && assumption.more().isEmpty()
                && table.uniqueKeys().stream()
                        .anyMatch(key -> key.exact()
                                && !key.partial()
                                && !key.columns().isEmpty()
                                && columns.containsAll(key.columns()));
    }

    private @Nullable String constraint(Assumption assumption, SeedTable table, boolean due) throws SQLException {
        String name = COPY + "_" + (lifting.size() + 1);
        try {
            if (due) {
                define(assumption, SqlNames.quote(table.name()), name);
                String index = SqlNames.quote(new QualifiedName(table.name().schema(), name));
                lifting.add(
                        assumption.kind() == Kind.UNIQUE
                                ? "DROP INDEX " + index
                                : "ALTER TABLE " + SqlNames.quote(table.name()) + " DROP CONSTRAINT " + name);
                return null;
            }
            return withoutRows(assumption, table, name);
        } catch (SQLException e) {
            return String.valueOf(e.getMessage()).lines().map(String::strip).collect(Collectors.joining(" "));
        }
    }

    /** Where no row of ours is to come, a copy without rows tells whether the server understands it. */
    private @Nullable String withoutRows(Assumption assumption, SeedTable table, String name) throws SQLException {
        SeedSql.run(
                connection,
                "CREATE TEMP TABLE " + COPY + " (LIKE " + SqlNames.quote(table.name()) + " INCLUDING GENERATED)");
        try {
            define(assumption, "pg_temp." + COPY, name);
        } finally {
            SeedSql.run(connection, "DROP TABLE pg_temp." + COPY);
        }
        boolean met = assumption.kind() == Kind.CHECK
                || "yes"
                        .equals(SeedSql.value(
                                connection, AssumedQuestion.of(assumption, SqlNames.quote(table.name()))));
        return met ? null : "rows that are there already do not meet it";
    }

    /** Rows that are there already may fail a condition: they are not ours. */
    private void define(Assumption assumption, String table, String name) throws SQLException {
        String subject = "(" + assumption.subject() + ")";
        SeedSql.run(
                connection,
                assumption.kind() == Kind.UNIQUE
                        ? "CREATE UNIQUE INDEX " + name + " ON " + table + " " + subject + " " + assumption.more()
                        : "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " CHECK " + subject + " NOT VALID");
    }
}
