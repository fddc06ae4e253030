package dev.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same two versions in the layout of one tool; the right way back of the second takes a table and a column away, the
 * wrong one forgets the table.
 *
 * @param tool as it is called in messages
 * @param files by their paths
 * @param wayBack the path of the second version's way back; empty if the tool has none
 * @param crash whether a crash is rehearsed
 */
record LayoutSample(String tool, Map<String, String> files, String wayBack, boolean crash) {
    static final String RIGHT = "DROP TABLE notes;\nALTER TABLE users DROP COLUMN mail;\n";
    static final String WRONG = "ALTER TABLE users DROP COLUMN mail;\n";

    private static final String UP1 = "CREATE TABLE users (id int PRIMARY KEY, name text);\n";
    private static final String DOWN1 = "DROP TABLE users;\n";
    private static final String UP2 =
            "CREATE TABLE notes (id int PRIMARY KEY);\nALTER TABLE users ADD COLUMN mail text;\n";

    static List<LayoutSample> all() {
        return List.of(
                pairs("golang-migrate", "migrations/"),
                pairs("sqlx", "migrations/").and("Cargo.toml", "[dependencies]\nsqlx = \"0.8\"\n"),
                folders(
                        "diesel",
                        "migrations/2026-03-01-120000_users/",
                        "migrations/2026-03-02-120000_notes/",
                        "up.sql"),
                folders(
                                "Hasura",
                                "migrations/default/1646834482402_users/",
                                "migrations/default/1646834482403_notes/",
                                "up.sql")
                        .and("config.yaml", "version: 3\nendpoint: http://localhost:8080\n"),
                folders(
                                "Prisma",
                                "prisma/migrations/20260301_users/",
                                "prisma/migrations/20260302_notes/",
                                "migration.sql")
                        .and("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n"),
                sections(
                        "dbmate",
                        "db/migrations/20260301_users.sql",
                        "db/migrations/20260302_notes.sql",
                        "-- migrate:up\n",
                        "-- migrate:down\n"),
                sections(
                        "goose",
                        "migrations/00001_users.sql",
                        "migrations/00002_notes.sql",
                        "-- +goose Up\n",
                        "-- +goose Down\n"),
                sections(
                        "node-pg-migrate",
                        "migrations/1700000000000_users.sql",
                        "migrations/1700000000001_notes.sql",
                        "-- Up Migration\n",
                        "-- Down Migration\n"),
                sections(
                        "tern",
                        "migrations/001_users.sql",
                        "migrations/002_notes.sql",
                        "",
                        "---- create above / drop below ----\n"),
                myBatis(),
                drizzle(),
                single(
                                "Drizzle",
                                "drizzle/20260301120000_users/migration.sql",
                                UP1,
                                "drizzle/20260302120000_notes/migration.sql",
                                UP2,
                                false)
                        .and("drizzle/20260301120000_users/snapshot.json", "{}")
                        .and("drizzle/20260302120000_notes/snapshot.json", "{}"),
                single("Atlas", "migrations/20260301_users.sql", UP1, "migrations/20260302_notes.sql", UP2, true)
                        .and("migrations/atlas.sum", "h1:x\n"),
                single(
                                "graphile-migrate",
                                "migrations/committed/000001.sql",
                                "--! Previous: -\n--! Hash: sha1:a\n\n" + UP1,
                                "migrations/committed/000002.sql",
                                "--! Previous: sha1:a\n--! Hash: sha1:b\n\n" + UP2,
                                true)
                        .and("migrations/current.sql", "-- nothing yet\n"),
                single("refinery", "migrations/V1__users.sql", UP1, "migrations/V2__notes.sql", UP2, true)
                        .and("Cargo.toml", "[dependencies]\nrefinery = \"0.8\"\n"));
    }

    private static LayoutSample pairs(String tool, String folder) {
        return new LayoutSample(tool, Map.of(), folder + "2_notes.down.sql", true)
                .and(folder + "1_users.up.sql", UP1)
                .and(folder + "1_users.down.sql", DOWN1)
                .and(folder + "2_notes.up.sql", UP2)
                .and(folder + "2_notes.down.sql", RIGHT);
    }

    private static LayoutSample folders(String tool, String first, String second, String up) {
        return new LayoutSample(tool, Map.of(), second + "down.sql", !tool.equals("Hasura"))
                .and(first + up, UP1)
                .and(first + "down.sql", DOWN1)
                .and(second + up, UP2)
                .and(second + "down.sql", RIGHT);
    }

    private static LayoutSample sections(String tool, String first, String second, String up, String down) {
        return new LayoutSample(tool, Map.of(), second, true)
                .and(first, up + UP1 + down + DOWN1)
                .and(second, up + UP2 + down + RIGHT);
    }

    private static LayoutSample single(
            String tool, String first, String up1, String second, String up2, boolean crash) {
        return new LayoutSample(tool, Map.of(), "", crash).and(first, up1).and(second, up2);
    }

    private static LayoutSample drizzle() {
        String breaks = "--> statement-breakpoint\n";
        return single(
                        "Drizzle",
                        "drizzle/0000_users.sql",
                        UP1,
                        "drizzle/0001_notes.sql",
                        UP2.replace(";\nA", ";\n" + breaks + "A"),
                        true)
                .and(
                        "drizzle/meta/_journal.json",
                        "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":["
                                + "{\"idx\":0,\"when\":1700000000000,\"tag\":\"0000_users\",\"breakpoints\":true},"
                                + "{\"idx\":1,\"when\":1700000000001,\"tag\":\"0001_notes\",\"breakpoints\":true}]}");
    }

    /** Its history is a table that the first version makes. */
    private static LayoutSample myBatis() {
        String log = "CREATE TABLE ${changelog} (ID numeric(20,0) NOT NULL, APPLIED_AT varchar(25) NOT NULL,"
                + " DESCRIPTION varchar(255) NOT NULL);\n";
        return sections(
                        "MyBatis Migrations",
                        "scripts/20260301_users.sql",
                        "scripts/20260302_notes.sql",
                        "-- // a title\n",
                        "\n-- //@UNDO\n")
                .and(
                        "scripts/20260301_users.sql",
                        "-- // a title\n" + log + UP1 + "\n-- //@UNDO\n" + DOWN1 + "DROP TABLE ${changelog};\n")
                .and("environments/development.properties", "time_zone=GMT+0:00\nchangelog=CHANGELOG\n");
    }

    LayoutSample and(String path, String text) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(path, text);
        return new LayoutSample(tool, all, wayBack, crash);
    }

    /** {@return the same with the way back that forgets the table} */
    LayoutSample wrong() {
        return and(wayBack, files.getOrDefault(wayBack, "").replace(RIGHT, WRONG));
    }

    @Override
    public String toString() {
        return tool + (files.keySet().stream().anyMatch(file -> file.endsWith("snapshot.json")) ? ", folders" : "");
    }
}
