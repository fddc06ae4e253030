package dev.rehearsal.fuzz;

import dev.rehearsal.postgres.naming.SqlNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a pair stands on: tables with rows, and names for what its changes make. In the texts of a {@link Change}
 * {@code {t}} and {@code {t2}} are tables, {@code {s}} is the first one's schema, {@code {u}} to {@code {z}} are new names,
 * {@code {int}} is a column of the kind {@link Kind#INT}, {@code {#int}} how many of its values are not NULL,
 * {@code {rows}} and {@code {3/4}} how many rows that is, {@code {n2}} the second table's numbers, and {@code {'x}} a string that names {@code {s}.{x}}.
 */
final class Ground {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{('?[stuvwxyz]2?|n2|#[a-z]+|rows|[0-9]+/[0-9]+|" + kinds() + ")\\}");

    private final Random random;
    private final Names names;
    private final long rows;
    private final List<String> schemas = new ArrayList<>(List.of("public"));
    private final List<GroundTable> shared = new ArrayList<>();
    private final StringBuilder setup = new StringBuilder();

    Ground(Random random, int firstName) {
        this.rows = 120L * (1 + random.nextInt(2));
        this.random = random;
        this.names = new Names(random, firstName);
        for (int i = random.nextInt(3); i > 0; i--) {
            String schema = names.next();
            schemas.add(schema);
            setup.append("CREATE SCHEMA ").append(SqlNames.quote(schema)).append(";\n");
        }
    }

    /** {@return all that was set up so far} */
    String setup() {
        return setup.toString();
    }

    /** Gives a change tables and names of its own, and sets up what it needs. */
    Plot plot(Change change) {
        Set<Kind> kinds = new HashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(change.toString());
        boolean second = false;
        while (matcher.find()) {
            String name = matcher.group(1).replace("#", "");
            second |= name.endsWith("2");
            if (!name.equals("n") && name.matches(kinds())) {
                kinds.add(Kind.valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
        Plot plot = new Plot(table(change, kinds), second ? table(change, Set.of()) : null);
        setup.append(plot.sql(change.setup()));
        return plot;
    }

    private GroundTable table(Change change, Set<Kind> kinds) {
        for (GroundTable table : shared) {
            if (change.shares() && random.nextBoolean() && table.claim(kinds)) {
                return table;
            }
        }
        boolean keyed = change.keyed() || change.shares() || random.nextInt(4) > 0;
        String schema = schemas.get(random.nextInt(schemas.size()));
        GroundTable table = new GroundTable(schema, rows, new Source(names, random), kinds, keyed);
        setup.append(table.ddl());
        if (change.shares()) {
            shared.add(table);
        }
        return table;
    }

    /** What is drawn from. */
    record Source(Names names, Random random) {}

    private static String kinds() {
        List<String> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(kind.name().toLowerCase(Locale.ROOT));
        }
        return String.join("|", all);
    }

    /** What the placeholders of one change stand for. */
    final class Plot {
        private final GroundTable table;
        private final @Nullable GroundTable second;
        private final Map<String, String> made = new HashMap<>();

        private Plot(GroundTable table, @Nullable GroundTable second) {
            this.table = table;
            this.second = second;
        }

        /** {@return the text as SQL, every name quoted} */
        String sql(String text) {
            return text.isEmpty() ? "" : expand(text, SqlNames::quote).strip() + ";\n";
        }

        /** {@return the text as a reader is told, only odd names quoted} */
        String told(String text) {
            return expand(text, SqlNames::display);
        }

        private String expand(String text, UnaryOperator<String> quoting) {
            return PLACEHOLDER
                    .matcher(text)
                    .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), quoting)));
        }

        private String value(String placeholder, UnaryOperator<String> quoting) {
            return switch (placeholder) {
                case "t" -> qualified(table.schema(), table.name(), quoting);
                case "t2" -> qualified(Objects.requireNonNull(second).schema(), second.name(), quoting);
                case "s" -> quoting.apply(table.schema());
                case "rows" -> "" + table.rows();
                case "n2" -> quoting.apply(Objects.requireNonNull(second).column(Kind.N));
                case "u", "v", "w", "x", "y", "z" -> quoting.apply(name(placeholder));
                case "'t" -> literal(qualified(table.schema(), table.name(), SqlNames::quote));
                case "'s" -> literal(table.schema());
                case "'u", "'v", "'w", "'x", "'y", "'z" ->
                    literal(qualified(table.schema(), name(placeholder.substring(1)), SqlNames::quote));
                default -> column(placeholder, quoting);
            };
        }

        private String column(String placeholder, UnaryOperator<String> quoting) {
            if (placeholder.indexOf('/') > 0) {
                String[] share = placeholder.split("/", 2);
                return "" + table.rows() * Long.parseLong(share[0]) / Long.parseLong(share[1]);
            }
            Kind kind = Kind.valueOf(placeholder.replace("#", "").toUpperCase(Locale.ROOT));
            return placeholder.startsWith("#") ? "" + kind.count(table.rows()) : quoting.apply(table.column(kind));
        }

        private String name(String placeholder) {
            return made.computeIfAbsent(placeholder, key -> names.next());
        }
    }

    private static String qualified(String schema, String name, UnaryOperator<String> quoting) {
        return quoting.apply(schema) + "." + quoting.apply(name);
    }

    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
