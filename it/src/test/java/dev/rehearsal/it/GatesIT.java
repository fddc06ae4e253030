package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A project of two migrations, one of HIGH risk, goes all the way; each gate is seen to stop it. */
class GatesIT {
    private static final String V2 = "src/main/resources/db/migration/V2__longer_code.sql";

    @Test
    void a_project_goes_from_rehearsal_to_plan_to_sign_offs_to_deployment_to_inspection() throws Exception {
        Path project = copy().project();
        stops(project, "there is no rehearsal", "rehearsal:check");
        passes(project, "verify");
        stops(project, "Run mvn rehearsal:plan", "rehearsal:approve", "-Drole=dba", "-Dby=Ada Lovelace");
        passes(project, "rehearsal:plan");
        stops(project, "version 2 is HIGH", "rehearsal:check");
        passes(project, "rehearsal:approve", "-Drole=dba", "-Dby=Ada Lovelace");
        stops(project, "ops: approve the rollback plan", "rehearsal:check");
        stops(project, "Let somebody else sign", "rehearsal:approve", "-Drole=ops", "-Dby=Ada Lovelace");
        passes(project, "rehearsal:approve", "-Drole=ops", "-Dby=Grace Hopper");
        passes(project, "rehearsal:check");
        stopsOnceChanged(project, V2, "80", "90", "V2__longer_code.sql was changed");
        stopsOnceChanged(project, "rehearsal-approvals.yaml", "Grace Hopper", "Mallory", "edited by hand");
        stopsOnceChanged(project, "target/rehearsal/plan.md", "", "milder words\n", "plan.md was changed");
        stopsOnceChanged(project, "target/rehearsal/report.json", "\"PASSED\"", "\"INCOMPLETE\"", "INCOMPLETE");
        stops(project, "older than", "rehearsal:check", "-Drehearsal.approvals.maxAge=1ms");
        passes(project, "rehearsal:check");
        deploy(project);
    }

    private static void deploy(Path project) throws SQLException {
        try (LocalServer server = LocalServer.start()) {
            String url = server.newDatabase("production");
            String[] inspect = {
                "rehearsal:inspect",
                "-Drehearsal.inspect.url=" + url,
                "-Drehearsal.inspect.user=" + server.user(),
                "-Drehearsal.inspect.password=" + server.password()
            };
            stops(project, "version 2 is not applied", inspect);
            Flyway.configure()
                    .dataSource(url, server.user(), server.password())
                    .locations("filesystem:" + project.resolve("src/main/resources/db/migration"))
                    .load()
                    .migrate();
            passes(project, inspect);
            damage(server, url);
            BuildResult broken = stops(project, "The inspection FAILED", inspect);
            assertThat(broken.output())
                    .contains("constraint public.users.users_age is missing")
                    .contains("sequence public.users_id_seq stands at 3")
                    .contains("index public.users_code_once is invalid")
                    .contains("constraint public.users.users_old is NOT VALID");
            assertThat(broken.text("inspection.md")).contains("# Inspection: FAILED");
        }
    }

    private static void damage(LocalServer server, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO users (code) SELECT 'same' FROM generate_series(1, 100)");
            statement.execute("SELECT setval('users_id_seq', 3)");
            statement.execute("ALTER TABLE users DROP CONSTRAINT users_age");
            statement.execute("ALTER TABLE users ADD CONSTRAINT users_old CHECK (age > 17) NOT VALID");
            try {
                statement.execute("CREATE UNIQUE INDEX CONCURRENTLY users_code_once ON users (code)");
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("23505");
            }
        }
    }

    private static void passes(Path project, String... arguments) {
        BuildResult build = MavenBuild.of(project).run(arguments);
        assertThat(build.succeeded()).as(build.output()).isTrue();
    }

    private static BuildResult stops(Path project, String words, String... arguments) {
        BuildResult build = MavenBuild.of(project).run(arguments);
        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains(words);
        return build;
    }

    private static void stopsOnceChanged(Path project, String file, String from, String to, String words)
            throws IOException {
        Path path = project.resolve(file);
        String text = Files.readString(path);
        Files.writeString(path, text.replaceFirst(from, to));
        stops(project, words, "rehearsal:check");
        Files.writeString(path, text);
    }

    private static MavenBuild copy() {
        return MavenBuild.ofCopy(Path.of("src/it/path"), "path");
    }
}
