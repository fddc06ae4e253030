package dev.rehearsal.postgres.seed;

import dev.rehearsal.migration.Assumption;
import dev.rehearsal.postgres.error.RefusalText;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.SeedTable;
import java.util.List;

/** The question that decides an assumption on production: it answers yes or no. */
final class AssumedQuestion {
    private AssumedQuestion() {}

    /** {@return the question for what is said of one table alone} */
    static String of(Assumption assumption, String table) {
        String subject = assumption.subject();
        return none(
                switch (assumption.kind()) {
                    case UNIQUE -> table + doubled(subject, assumption.more());
                    case NOT_NULL -> table + " WHERE num_nulls(" + subject + ") > 0";
                    case CHECK, REFERENCES -> table + " WHERE NOT (" + subject + ")";
                });
    }

    /** {@return the question for a foreign key} */
    static String references(SeedTable table, List<String> own, SeedTable parent, List<String> theirs) {
        List<String> columns = own.stream().map(SqlNames::quote).toList();
        List<String> keys = theirs.stream().map(SqlNames::quote).toList();
        return none(SqlNames.quote(table.name()) + " AS child WHERE " + RefusalText.present(columns) + " AND "
                + RefusalText.absent(columns, SqlNames.quote(parent.name()), keys));
    }

    private static String doubled(String subject, String more) {
        String condition = more.replaceFirst("(?i)^NULLS\\s+NOT\\s+DISTINCT\\s*", "");
        String present = condition.equals(more) ? "num_nulls(" + subject + ") = 0" : "true";
        String where = condition.replaceFirst("(?i)^WHERE\\s+", "");
        return " WHERE " + present + (where.isEmpty() ? "" : " AND (" + where + ")") + " GROUP BY " + subject
                + " HAVING count(*) > 1";
    }

    private static String none(String rows) {
        return "SELECT CASE WHEN NOT EXISTS (SELECT FROM " + rows + ")\n       THEN 'yes' ELSE 'no' END AS answer;";
    }
}
