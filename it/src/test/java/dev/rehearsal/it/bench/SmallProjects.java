package dev.rehearsal.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Projects of a few rows, each with one change: of some nothing bad can be said, the others have a fault. */
final class SmallProjects {
    private static final String BASE = """
            CREATE TABLE users (id bigserial PRIMARY KEY, email text NOT NULL, nick text, born date);
            CREATE TABLE posts (id bigserial PRIMARY KEY, author bigint NOT NULL REFERENCES users, title text NOT NULL);
            CREATE INDEX posts_author ON posts (author);
            """;
    private static final String BASE_UNDO = "DROP TABLE posts; DROP TABLE users;";

    static final List<Change> CLEAN = List.of(
            new Change("column", "ALTER TABLE users ADD COLUMN phone text;", "ALTER TABLE users DROP COLUMN phone;"),
            new Change(
                    "default",
                    "ALTER TABLE users ADD COLUMN active boolean NOT NULL DEFAULT true;",
                    "ALTER TABLE users DROP COLUMN active;"),
            new Change(
                    "table",
                    "CREATE TABLE tags (id bigserial PRIMARY KEY, post bigint NOT NULL REFERENCES posts, tag text);"
                            + " CREATE INDEX tags_post ON tags (post);",
                    "DROP TABLE tags;"),
            new Change("index", "CREATE INDEX users_nick ON users (nick);", "DROP INDEX users_nick;"),
            new Change(
                    "check",
                    "ALTER TABLE users ADD CONSTRAINT some_email CHECK (length(email) < 100000) NOT VALID;"
                            + " ALTER TABLE users VALIDATE CONSTRAINT some_email;",
                    "ALTER TABLE users DROP CONSTRAINT some_email;"),
            new Change(
                    "view",
                    "CREATE VIEW written AS SELECT u.email, p.title FROM users u JOIN posts p ON p.author = u.id;",
                    "DROP VIEW written;"),
            new Change(
                    "function",
                    "CREATE FUNCTION posts_of(bigint) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM posts WHERE"
                            + " author = $1';",
                    "DROP FUNCTION posts_of(bigint);"),
            new Change(
                    "type",
                    "CREATE TYPE mood AS ENUM ('calm', 'loud'); ALTER TABLE posts ADD COLUMN mood mood;",
                    "ALTER TABLE posts DROP COLUMN mood; DROP TYPE mood;"),
            new Change(
                    "comment",
                    "COMMENT ON COLUMN users.nick IS 'as others see it';",
                    "COMMENT ON COLUMN users.nick IS NULL;"),
            new Change(
                    "defaults",
                    "ALTER TABLE posts ALTER COLUMN title SET DEFAULT 'untitled';",
                    "ALTER TABLE posts ALTER COLUMN title DROP DEFAULT;"));

    static final List<Change> FAULTY = List.of(
            new Change(
                    "short-sleep",
                    "ALTER TABLE users ADD COLUMN phone text; SELECT pg_sleep(0.8);",
                    "ALTER TABLE users DROP COLUMN phone;"),
            new Change(
                    "long-sleep",
                    "ALTER TABLE users ADD COLUMN phone text; SELECT pg_sleep(2);",
                    "ALTER TABLE users DROP COLUMN phone;"),
            new Change("forgotten-index", "CREATE INDEX users_nick ON users (nick);", "SELECT 1;"),
            new Change(
                    "busy-lock",
                    "ALTER TABLE users ADD COLUMN phone text; DO $$ DECLARE l int; BEGIN FOR i IN 1..12000000 LOOP l := l + i %"
                            + " 7; END LOOP; END $$;",
                    "ALTER TABLE users DROP COLUMN phone;"),
            new Change("lost-column", "ALTER TABLE users DROP COLUMN nick;", "ALTER TABLE users ADD COLUMN nick text;"),
            new Change(
                    "slow-undo",
                    "ALTER TABLE users ADD COLUMN phone text;",
                    "ALTER TABLE users DROP COLUMN phone; SELECT pg_sleep(0.9);"),
            new Change(
                    "wrong-default",
                    "ALTER TABLE posts ALTER COLUMN title SET DEFAULT 'untitled';",
                    "ALTER TABLE posts ALTER COLUMN title SET DEFAULT 'none';"),
            new Change("no-such-table", "CREATE TABLE tags (id bigserial PRIMARY KEY);", "DROP TABLE tag;"),
            new Change(
                    "sleep-in-rows",
                    "LOCK TABLE posts IN EXCLUSIVE MODE; SELECT count(pg_sleep(0.005)) FROM (SELECT FROM posts LIMIT 300) p;",
                    "SELECT 1;"),
            new Change(
                    "changed-rows", "UPDATE users SET nick = upper(email);", "UPDATE users SET nick = lower(email);"));

    private SmallProjects() {}

    /**
     * One change of the base.
     *
     * @param name what it is called
     * @param up what it does
     * @param undo what is said to take that back
     */
    record Change(String name, String up, String undo) {
        /** Writes it as a project with 500 rows a table. */
        Project project(Path folder) throws IOException {
            Path scripts = Files.createDirectories(folder.resolve(name).resolve("db"));
            Files.writeString(scripts.resolve("V1__base.sql"), BASE);
            Files.writeString(scripts.resolve("U1__base.sql"), BASE_UNDO);
            Files.writeString(scripts.resolve("V2__change.sql"), up);
            Files.writeString(scripts.resolve("U2__change.sql"), undo);
            return Project.of(
                    folder.resolve(name),
                    Map.of("locations", "filesystem:" + scripts, "rows", "500", "lockQueue.hold", "500ms"));
        }
    }
}
