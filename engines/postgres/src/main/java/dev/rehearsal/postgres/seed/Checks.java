package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.CheckReader;
import dev.rehearsal.seeding.Expression;
import dev.rehearsal.seeding.Restriction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CHECKs demand, as the server prints them. */
final class Checks {
    private static final String VALUE = "VALUE";

    private Checks() {}

    /** {@return what the expressions demand, by column} */
    static Map<String, Restriction> read(List<String> checks) {
        return CheckReader.read(parsed(checks), ArrayDemands::read);
    }

    /** {@return what a domain's checks, and those of the domains below it, demand, added to what is known} */
    static Restriction domain(DataType type, Restriction known) {
        for (DataType level = type; level != null && level.kind() == DataType.Kind.DOMAIN; level = level.inner()) {
            CheckReader.add(parsed(level.checks()), VALUE, known, ArrayDemands::read);
        }
        return known;
    }

    private static List<Expression> parsed(List<String> checks) {
        return checks.stream()
                .map(ExpressionParser::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
