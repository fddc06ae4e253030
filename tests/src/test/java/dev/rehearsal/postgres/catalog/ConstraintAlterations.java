package dev.rehearsal.postgres.catalog;

import static dev.rehearsal.postgres.catalog.Alteration.altering;

import java.util.ArrayList;
import java.util.List;

/** Changes to constraints and indexes. */
final class ConstraintAlterations {
    private ConstraintAlterations() {}

    static List<Alteration> all(int version) {
        List<Alteration> all = new ArrayList<>(constraints());
        all.addAll(indexes());
        if (version >= 15) {
            all.add(altering(
                    "ALTER TABLE shop.users DROP CONSTRAINT users_email_key,"
                            + " ADD CONSTRAINT users_email_key UNIQUE NULLS NOT DISTINCT (email)",
                    "",
                    "*constraint shop.users.users_email_key",
                    "-comment on constraint shop.users.users_email_key"));
        }
        if (version >= 18) {
            all.addAll(since18());
        }
        return all;
    }

    private static List<Alteration> constraints() {
        return List.of(
                altering(
                        "ALTER TABLE shop.users RENAME CONSTRAINT users_email_key TO users_email_key1",
                        "ALTER TABLE shop.users RENAME CONSTRAINT users_email_key1 TO users_email_key",
                        "~constraint shop.users.users_email_key"),
                altering(
                        "ALTER TABLE shop.users DROP CONSTRAINT users_email_key",
                        "ALTER TABLE shop.users ADD CONSTRAINT users_email_key UNIQUE (email);"
                                + "COMMENT ON CONSTRAINT users_email_key ON shop.users IS 'one account a person'",
                        "-constraint shop.users.users_email_key"),
                altering(
                        "ALTER TABLE shop.users DROP CONSTRAINT users_check, ADD CONSTRAINT users_check"
                                + " CHECK ((((balance >= 0) AND ((balance < 100) OR (email <> '')))))",
                        "SELECT 1"),
                altering(
                        "ALTER TABLE shop.users DROP CONSTRAINT users_check",
                        "ALTER TABLE shop.users ADD CONSTRAINT users_check"
                                + " CHECK (balance >= 0 AND (balance < 100 OR email <> ''))",
                        "-constraint shop.users.users_check"),
                altering(
                        "ALTER TABLE shop.orders VALIDATE CONSTRAINT positive", "", "*constraint shop.orders.positive"),
                altering(
                        "ALTER TABLE shop.orders DROP CONSTRAINT orders_user_fk, ADD CONSTRAINT orders_user_fk FOREIGN KEY"
                                + " (user_id) REFERENCES shop.users ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID",
                        "ALTER TABLE shop.orders VALIDATE CONSTRAINT orders_user_fk",
                        "*constraint shop.orders.orders_user_fk"),
                altering(
                        "ALTER TABLE shop.orders ALTER CONSTRAINT orders_user_fk NOT DEFERRABLE",
                        "ALTER TABLE shop.orders ALTER CONSTRAINT orders_user_fk DEFERRABLE INITIALLY DEFERRED",
                        "*constraint shop.orders.orders_user_fk"),
                altering(
                        "ALTER TABLE shop.orders DISABLE TRIGGER ALL",
                        "ALTER TABLE shop.orders ENABLE TRIGGER ALL",
                        "*constraint shop.orders.orders_user_fk",
                        "*trigger shop.orders.later"),
                altering(
                        "ALTER TABLE shop.reading DROP CONSTRAINT reading_at_fkey",
                        "ALTER TABLE shop.reading ADD FOREIGN KEY (at) REFERENCES shop.measure",
                        "-constraint shop.reading.reading_at_fkey"),
                altering(
                        "COMMENT ON CONSTRAINT at_sign ON DOMAIN shop.email IS NULL",
                        "COMMENT ON CONSTRAINT at_sign ON DOMAIN shop.email IS 'an address'",
                        "-comment on constraint shop.email.at_sign"));
    }

    private static List<Alteration> indexes() {
        return List.of(
                altering(
                        "ALTER INDEX shop.users_name RENAME TO \"Users name ON shop.users\"",
                        "ALTER INDEX shop.\"Users name ON shop.users\" RENAME TO users_name",
                        "~index shop.users_name"),
                altering(
                        "DROP INDEX shop.users_tags; CREATE INDEX users_tags ON shop.users USING gin (tags)"
                                + " WITH (gin_pending_list_limit = 128, fastupdate = off)",
                        "SELECT 1"),
                altering(
                        "ALTER INDEX shop.users_tags RESET (fastupdate)",
                        "ALTER INDEX shop.users_tags SET (fastupdate = off)",
                        "*index shop.users_tags"),
                altering(
                        "DROP INDEX shop.users_trgm; CREATE INDEX users_trgm ON shop.users USING gist (bio shop.gist_trgm_ops)",
                        "DROP INDEX shop.users_trgm; CREATE INDEX users_trgm ON shop.users USING gin (bio shop.gin_trgm_ops)",
                        "*index shop.users_trgm"),
                altering(
                        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'shop.users_name'::regclass",
                        "UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'shop.users_name'::regclass",
                        "*index shop.users_name"),
                altering(
                        "ALTER INDEX shop.users_name ALTER COLUMN 1 SET STATISTICS -1",
                        "ALTER INDEX shop.users_name ALTER COLUMN 1 SET STATISTICS 300",
                        "*index shop.users_name"),
                altering(
                        "ALTER INDEX shop.users_pkey SET (fillfactor = 50)",
                        "ALTER INDEX shop.users_pkey RESET (fillfactor)",
                        "*constraint shop.users.users_pkey"),
                altering(
                        "COMMENT ON INDEX shop.users_name IS NULL",
                        "COMMENT ON INDEX shop.users_name IS 'for the search'",
                        "-comment on index shop.users_name"),
                altering(
                        "DROP STATISTICS shop.users_stats",
                        "CREATE STATISTICS shop.users_stats (dependencies, mcv) ON email, name FROM shop.users;"
                                + "COMMENT ON STATISTICS shop.users_stats IS 'names follow mails'",
                        "-statistics object shop.users_stats"),
                altering(
                        "ALTER STATISTICS shop.users_stats SET STATISTICS 77",
                        "ALTER STATISTICS shop.users_stats SET STATISTICS -1",
                        "*statistics object shop.users_stats"));
    }

    private static List<Alteration> since18() {
        return List.of(
                altering(
                        "ALTER TABLE shop.users RENAME CONSTRAINT users_email_not_null TO must",
                        "ALTER TABLE shop.users RENAME CONSTRAINT must TO users_email_not_null",
                        "~not null constraint shop.users.email"),
                altering(
                        "ALTER TABLE shop.reading ADD CONSTRAINT nn NOT NULL note NOT VALID",
                        "ALTER TABLE shop.reading DROP CONSTRAINT nn",
                        "*column shop.reading.note"),
                altering(
                        "ALTER TABLE shop.orders ALTER CONSTRAINT orders_user_fk NOT ENFORCED",
                        "ALTER TABLE shop.orders ALTER CONSTRAINT orders_user_fk ENFORCED",
                        "*constraint shop.orders.orders_user_fk"));
    }
}
