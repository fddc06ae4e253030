package dev.rehearsal.plan;

import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.postgres.plan.PostgresPlanQueries;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedBy;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.scenario.Outcome;
import dev.rehearsal.scenario.RollbackAfterUse;
import dev.rehearsal.scenario.Roundtrip;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.TestStages;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A small project whose second migration is really rehearsed. */
record PlannedProject(Path root) {
    static final String BASE = """
            CREATE TYPE mood AS ENUM ('calm', 'angry');
            CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL, nick text, age integer, legacy text DEFAULT 'x');
            CREATE TABLE "odd "" na'me\\" (id bigint PRIMARY KEY, "col'umn" integer);
            CREATE TABLE doomed (id bigint PRIMARY KEY);
            CREATE TABLE plain (id bigint PRIMARY KEY, user_id bigint);
            CREATE INDEX users_age_idx ON users (age);
            ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age > 0);
            INSERT INTO users SELECT n, 'u' || n, NULL, n, 'y' FROM generate_series(1, 200) n;
            INSERT INTO plain SELECT n, n FROM generate_series(1, 50) n;""";

    static final String UP = """
            -- Purpose: everything at once; costs <b>nothing</b> | [click](javascript:alert(1))
            -- Breaking Changes: many
            -- Rollback: U2 takes back all of it,
            --   in the other order
            -- Author: Ada
            --
            -- Issue is missing on purpose.
            ALTER TABLE users ADD COLUMN role text DEFAULT 'customer';
            ALTER TABLE users ADD COLUMN flag boolean NOT NULL DEFAULT false;
            UPDATE users SET nick = email;
            ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
            ALTER TABLE users ALTER COLUMN age TYPE bigint;
            ALTER TABLE users DROP CONSTRAINT users_age_check;
            ALTER TABLE users ADD CONSTRAINT users_age_sane CHECK (age < 500) NOT VALID;
            ALTER TABLE users VALIDATE CONSTRAINT users_age_sane;
            ALTER TABLE users ADD CONSTRAINT users_late CHECK (id > 0) NOT VALID;
            ALTER TABLE users ADD CONSTRAINT brief CHECK (id < 1000000);
            ALTER TABLE users DROP CONSTRAINT brief;
            ALTER TABLE users RENAME COLUMN email TO mail;
            ALTER TABLE users ALTER COLUMN legacy DROP DEFAULT;
            CREATE UNIQUE INDEX users_mail_key ON users (mail);
            DROP INDEX users_age_idx;
            ALTER TABLE plain ADD CONSTRAINT plain_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
            ALTER TABLE "odd "" na'me\\" ADD COLUMN "it's" text;
            ALTER TABLE "odd "" na'me\\" RENAME COLUMN "col'umn" TO "c\\l";
            CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text);
            INSERT INTO events (what) SELECT 'e' || n FROM generate_series(1, 7) n;
            DELETE FROM plain WHERE id <= 5;
            CREATE VIEW loud AS SELECT id FROM users WHERE flag;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
            DROP TABLE doomed;""";

    static final String DOWN = """
            CREATE TABLE doomed (id bigint PRIMARY KEY);
            DROP TRIGGER users_touch ON users;
            DROP FUNCTION touch();
            DROP VIEW loud;
            DROP TABLE events;
            INSERT INTO plain SELECT n, n FROM generate_series(1, 5) n;
            ALTER TABLE "odd "" na'me\\" RENAME COLUMN "c\\l" TO "col'umn";
            ALTER TABLE "odd "" na'me\\" DROP COLUMN "it's";
            ALTER TABLE plain DROP CONSTRAINT plain_user_fk;
            CREATE INDEX users_age_idx ON users (age);
            DROP INDEX users_mail_key;
            ALTER TABLE users ALTER COLUMN legacy SET DEFAULT 'x';
            ALTER TABLE users RENAME COLUMN mail TO email;
            ALTER TABLE users DROP CONSTRAINT users_late;
            ALTER TABLE users DROP CONSTRAINT users_age_sane;
            ALTER TABLE users ALTER COLUMN age TYPE integer;
            ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age > 0);
            ALTER TABLE users ALTER COLUMN nick DROP NOT NULL;
            UPDATE users SET nick = NULL;
            ALTER TABLE users DROP COLUMN flag;
            ALTER TABLE users DROP COLUMN role;""";

    static PlannedProject in(Path root) {
        PlannedProject project = new PlannedProject(root);
        project.write("V1__base", BASE);
        project.write("V2__everything", UP);
        project.write("U2__everything", DOWN);
        return project;
    }

    void write(String name, String sql) {
        try {
            Path folder = Files.createDirectories(root.resolve("src/main/resources/db/migration"));
            Files.writeString(folder.resolve(name + ".sql"), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FlywayRunner runner() {
        return FlywayRunner.of(
                FlywayProject.at(root).withSettings(Map.of("flyway.postgresql.transactional.lock", "false")));
    }

    /** Rehearses the second script and writes report.json. */
    Path rehearse() throws SQLException {
        FlywayRunner runner = runner();
        List<Migration> history = runner.history().migrations();
        Stage stage = TestStages.empty(runner);
        check(runner.up(stage.dataSource(), history.get(0), RunEvents.NONE));
        VolumeProfile profile = VolumeProfile.uniform(1, 0);
        Outcome outcome = new Roundtrip(
                        runner,
                        Duration.ofMinutes(2),
                        profile,
                        List.of(new RollbackAfterUse(runner, profile, Progress.SILENT)))
                .rehearse(history.get(1), stage);
        outcome.complete();
        if (outcome.stage() != null) {
            outcome.stage().close();
        }
        Duration patient = Duration.ofHours(1);
        Budgets budgets = new Budgets(patient, patient, patient);
        MigrationResult result = new Judge(TestRules.POSTGRES, budgets).judge(outcome.facts());
        return report(new RehearsalReport(
                result.verdict(),
                1,
                Instant.parse("2026-11-21T10:00:00Z"),
                1234.5,
                new DatabaseFacts("PostgreSQL", "18.6", "embedded", List.of(), new RehearsedBy("postgres", "flyway")),
                budgets.applied(),
                outcome.facts().tables(),
                List.of(),
                List.of(result),
                null,
                null,
                null));
    }

    Path report(RehearsalReport report) {
        try {
            Path directory = Files.createDirectories(root.resolve("target/rehearsal"));
            Files.writeString(directory.resolve("report.json"), new JsonReport().render(report));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PlanContent plan(Path directory) {
        return documents(null).plan(directory, runner().history(), "public.flyway_schema_history");
    }

    PlanDocuments documents(@Nullable Path templates) {
        return new PlanDocuments(new PostgresPlanQueries(), templates);
    }

    /** Applies all scripts, as production would. */
    void up(DataSource database) {
        FlywayRunner runner = runner();
        List<Migration> history = runner.history().migrations();
        check(runner.up(database, history.get(history.size() - 1), RunEvents.NONE));
    }

    void down(DataSource database) {
        FlywayRunner runner = runner();
        List<Migration> history = runner.history().migrations();
        check(runner.down(database, history.get(history.size() - 1), RunEvents.NONE));
    }

    private static void check(@Nullable RunFailure failure) {
        if (failure != null) {
            throw new IllegalStateException(failure.toString());
        }
    }
}
