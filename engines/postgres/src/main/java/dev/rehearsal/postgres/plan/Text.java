package dev.rehearsal.postgres.plan;

import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanContent.Sql;

/** Pieces of queries. */
final class Text {
    private Text() {}

    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    /** {@return a query that answers yes where a condition holds} */
    static Sql yes(String condition) {
        return new Sql("SELECT CASE WHEN " + condition.strip() + "\n       THEN 'yes' ELSE 'no' END AS answer;");
    }

    static Query yes(String title, String condition, String basis) {
        return new Query(title, yes(condition), "yes", basis);
    }

    /** {@return the oid of a relation, null if there is none} */
    static String oid(String relation) {
        return "pg_catalog.to_regclass(" + literal(relation) + ")";
    }
}
