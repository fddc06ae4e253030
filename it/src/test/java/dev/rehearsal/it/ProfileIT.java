package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A database is profiled by Maven, and a migration rehearsed on what was written is judged by production's rows. */
class ProfileIT {
    private static final String SCRIPTS = "src/main/resources/db/migration/";

    @Test
    void a_profile_is_written_once_and_its_production_rows_decide_how_much_a_rewrite_matters() throws Exception {
        Path project = MavenBuild.ofCopy(Path.of("src/it/path"), "profile").project();
        Files.writeString(
                project.resolve(SCRIPTS + "V3__age.sql"), "ALTER TABLE users ALTER COLUMN age TYPE bigint;\n");
        Files.writeString(project.resolve(SCRIPTS + "U3__age.sql"), "ALTER TABLE users ALTER COLUMN age TYPE int;\n");
        Path volume = project.resolve("src/test/rehearsal/volume.yaml");
        try (LocalServer server = LocalServer.start()) {
            String[] profile = {
                "rehearsal:profile",
                "-Drehearsal.profile.scale=0.05",
                "-Drehearsal.inspect.url=" + production(server, project),
                "-Drehearsal.inspect.user=" + server.user(),
                "-Drehearsal.inspect.password=" + server.password()
            };
            BuildResult written = MavenBuild.of(project).run(profile);
            assertThat(written.succeeded()).as(written.output()).isTrue();
            assertThat(written.output()).contains("Profiled 1 tables", "300 rows to seed");
            assertThat(volume)
                    .content()
                    .contains("rows: 300", "skew: 0, width: 9 }", "age: { nulls: 0.25, distinct: 60")
                    .contains("production:\n  public.users: 6000\n");
            BuildResult again = MavenBuild.of(project).run(profile);
            assertThat(again.succeeded()).isFalse();
            assertThat(again.output()).contains("is there already", "rehearsal.profile.overwrite=true");
        }
        Files.writeString(volume, Files.readString(volume).replace("public.users: 6000", "public.users: 12000000"));
        BuildResult rehearsed = MavenBuild.of(project).run("verify", "-Drehearsal.from=3");
        assertThat(rehearsed.report().at("/tables/0/rows").asLong()).isEqualTo(300);
        assertThat(rehearsed.report().at("/tables/0/productionRows").asLong()).isEqualTo(12_000_000);
        assertThat(rehearsed.succeeded()).as(rehearsed.output()).isFalse();
        assertThat(rehearsed.report().at("/migrations/0/findings"))
                .filteredOn(finding -> finding.at("/rule").asString().equals("type-change-rewrites"))
                .isNotEmpty()
                .allSatisfy(ProfileIT::isAnErrorBecauseOfProduction);
    }

    private static void isAnErrorBecauseOfProduction(JsonNode finding) {
        assertThat(finding.at("/severity").asString()).isEqualTo("error");
        assertThat(finding.at("/message").asString()).contains("12,000,000 rows in production");
    }

    private static String production(LocalServer server, Path project) throws SQLException, IOException {
        String url = server.newDatabase("production");
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(project.resolve(SCRIPTS + "V1__create_users.sql")));
            statement.execute("INSERT INTO users (code, age) SELECT 'code' || n, CASE WHEN n % 4 > 0 THEN n % 80 END"
                    + " FROM generate_series(1000, 6999) n");
            statement.execute("ANALYZE users");
        }
        return url;
    }
}
