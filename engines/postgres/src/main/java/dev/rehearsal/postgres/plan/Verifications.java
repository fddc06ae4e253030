package dev.rehearsal.postgres.plan;

import static dev.rehearsal.postgres.plan.Text.literal;
import static dev.rehearsal.postgres.plan.Text.oid;

import dev.rehearsal.plan.Expectation;
import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanContent.Sql;

/** Questions whether something is as the rehearsal left it. */
final class Verifications {
    /** The schema in which a referenced table is found is told, or not, by the session's search_path. */
    private static final String WITHOUT_SCHEMA = "'REFERENCES [^ (]+[.]', 'REFERENCES '";

    private Verifications() {}

    static Query of(Expectation e) {
        return switch (e.kind()) {
            case RELATION -> yes(e, e.relation() + " exists", oid(e.relation()) + " IS NOT NULL");
            case NO_RELATION -> yes(e, e.relation() + " is gone", oid(e.relation()) + " IS NULL");
            case COLUMN -> column(e);
            case NO_COLUMN -> yes(e, object(e) + " is gone", "NOT EXISTS (" + attribute(e, "") + ")");
            case REQUIRED -> yes(e, object(e) + " is NOT NULL", "EXISTS (" + attribute(e, "a.attnotnull") + ")");
            case NOT_REQUIRED -> yes(e, object(e) + " takes NULL", "EXISTS (" + attribute(e, "NOT a.attnotnull") + ")");
            case DEFAULT -> yes(e, object(e) + " has a default", "EXISTS (" + attribute(e, "a.atthasdef") + ")");
            case NO_DEFAULT ->
                yes(e, object(e) + " has no default", "EXISTS (" + attribute(e, "NOT a.atthasdef") + ")");
            case NO_NULLS ->
                counted(
                        e,
                        "rows of " + e.relation() + " in which " + e.name() + " is NULL",
                        " WHERE " + e.name() + " IS NULL");
            case ROWS -> counted(e, "rows of " + e.relation(), "");
            case INDEX, NO_INDEX -> index(e);
            case CONSTRAINT, CONSTRAINT_NOT_VALID, NO_CONSTRAINT -> constraint(e);
            case TRIGGER -> yes(e, "trigger " + object(e) + " exists", "EXISTS (" + trigger(e) + ")");
            case NO_TRIGGER -> yes(e, "trigger " + object(e) + " is gone", "NOT EXISTS (" + trigger(e) + ")");
            case LABEL -> yes(e, "label " + object(e) + " exists", "EXISTS (" + label(e) + ")");
            case FUNCTION -> yes(e, e.relation() + " exists", "EXISTS (" + function(e) + ")");
            case NO_FUNCTION -> yes(e, e.relation() + " is gone", "NOT EXISTS (" + function(e) + ")");
        };
    }

    private static Query column(Expectation e) {
        String type =
                e.value().isEmpty() ? "" : "pg_catalog.format_type(a.atttypid, a.atttypmod) = " + literal(e.value());
        String title = object(e) + (e.value().isEmpty() ? " exists" : " is of type " + e.value());
        return yes(e, title, "EXISTS (" + attribute(e, type) + ")");
    }

    private static String attribute(Expectation e, String condition) {
        return "SELECT FROM pg_catalog.pg_attribute a\n"
                + "         WHERE a.attrelid = " + oid(e.relation()) + " AND a.attname = " + literal(stored(e.name()))
                + " AND NOT a.attisdropped"
                + and(condition);
    }

    private static Query index(Expectation e) {
        boolean gone = e.kind() == Expectation.Kind.NO_INDEX;
        String definition =
                e.value().isEmpty() ? "" : "pg_catalog.pg_get_indexdef(i.indexrelid) = " + literal(e.value());
        String found = "SELECT FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid\n"
                + "         WHERE i.indrelid = " + oid(e.relation()) + " AND c.relname = " + literal(stored(e.name()))
                + (gone ? "" : " AND i.indisvalid" + and(definition));
        return yes(
                e,
                "index " + e.name() + " of " + e.relation() + (gone ? " is gone" : " is valid"),
                (gone ? "NOT " : "") + "EXISTS (" + found + ")");
    }

    private static Query constraint(Expectation e) {
        boolean gone = e.kind() == Expectation.Kind.NO_CONSTRAINT;
        boolean validated = e.kind() == Expectation.Kind.CONSTRAINT;
        String definition = e.value().isEmpty()
                ? ""
                : "regexp_replace(pg_catalog.pg_get_constraintdef(k.oid), " + WITHOUT_SCHEMA
                        + ")\n           = regexp_replace(" + literal(e.value()) + ", " + WITHOUT_SCHEMA + ")";
        String found = "SELECT FROM pg_catalog.pg_constraint k\n"
                + "         WHERE k.conrelid = " + oid(e.relation()) + " AND k.conname = " + literal(stored(e.name()))
                + (gone ? "" : (validated ? " AND k.convalidated" : "") + and(definition));
        String state = gone ? " is gone" : validated ? " is validated" : " is there, not yet validated";
        return yes(
                e,
                "constraint " + e.name() + " of " + e.relation() + state,
                (gone ? "NOT " : "") + "EXISTS (" + found + ")");
    }

    private static String trigger(Expectation e) {
        return "SELECT FROM pg_catalog.pg_trigger g\n" + "         WHERE g.tgrelid = " + oid(e.relation())
                + " AND g.tgname = " + literal(e.name());
    }

    private static String label(Expectation e) {
        return "SELECT FROM pg_catalog.pg_enum l\n"
                + "         WHERE l.enumtypid = pg_catalog.to_regtype(" + literal(e.relation()) + ") AND l.enumlabel = "
                + literal(e.name());
    }

    private static String function(Expectation e) {
        return "SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace\n"
                + "         WHERE format('%I.%I(%s)', n.nspname, p.proname,"
                + " pg_catalog.pg_get_function_identity_arguments(p.oid))\n           = " + literal(e.relation());
    }

    private static Query counted(Expectation e, String title, String where) {
        Sql sql = new Sql("SELECT count(*) AS answer FROM " + e.relation() + where + ";");
        return new Query(title, sql, e.value(), basis(e));
    }

    private static Query yes(Expectation e, String title, String condition) {
        return Text.yes(title, condition, basis(e));
    }

    private static String basis(Expectation e) {
        if (e.kind() == Expectation.Kind.ROWS) {
            return "counted in the rehearsal; in production, the number noted before the migration";
        }
        return "so after version " + e.version() + " in the rehearsal";
    }

    private static String object(Expectation e) {
        return e.relation() + "." + e.name();
    }

    /** {@return a name that SQL writes in quotes as the catalogue spells it} */
    private static String stored(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static String and(String condition) {
        return condition.isEmpty() ? "" : "\n           AND " + condition;
    }
}
