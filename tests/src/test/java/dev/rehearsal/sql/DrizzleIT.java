package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** drizzle-kit and the migrator of drizzle-orm, where the environment names them, run the same folder and leave the same. */
@Tag("npm")
class DrizzleIT {
    private static final String HISTORY =
            "SELECT hash || ' ' || created_at FROM drizzle.__drizzle_migrations ORDER BY created_at";

    @TempDir
    private Path base;

    private SqlProject ours;
    private Tool tool;

    @BeforeEach
    void makeProject() {
        ours = new SqlProject(base)
                .file(
                        "drizzle/0000_users.sql",
                        "CREATE TABLE users (id int PRIMARY KEY, name text);",
                        "--> statement-breakpoint",
                        "INSERT INTO users VALUES (1, 'a');")
                .file("drizzle/0001_view.sql", "CREATE VIEW names AS SELECT name FROM users;");
        tool = new Tool(base, TestPostgres.freshDatabase());
        journal("0000_users", "0001_view");
    }

    private void journal(String... tags) {
        String entries = IntStream.range(0, tags.length)
                .mapToObj(i -> "{\"idx\":" + i + ",\"version\":\"7\",\"when\":170000000000" + i + ",\"tag\":\""
                        + tags[i] + "\",\"breakpoints\":true}")
                .collect(Collectors.joining(","));
        ours.file(
                "drizzle/meta/_journal.json",
                "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":[" + entries + "]}");
    }

    @Test
    void the_command_and_the_migrator_leave_the_same() throws Exception {
        assertThat(tool.migrate()).as(tool.said()).isZero();
        assertThat(ours.up("0001_view")).isNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).hasSize(2);

        ours.file("drizzle/0002_more.sql", "ALTER TABLE users ADD COLUMN more int;");
        journal("0000_users", "0001_view", "0002_more");
        assertThat(tool.kit()).as(tool.said()).isZero();
        assertThat(ours.up("0002_more")).isNull();
        assertSame();
        assertThat(ours.ask(HISTORY)).hasSize(3);
    }

    @Test
    void of_all_that_is_pending_nothing_stays_where_one_fails() throws Exception {
        broken("SELECT 1/0;");

        assertThat(tool.migrate()).as(tool.said()).isNotZero();
        assertThat(ours.up("0002_broken")).isNotNull();
        assertSame();
        assertThat(ours.tables()).isEmpty();
    }

    @Test
    void what_commits_in_its_middle_stays_with_all_before_it() throws Exception {
        broken("COMMIT;", "--> statement-breakpoint", "SELECT 1/0;");

        assertThat(tool.migrate()).as(tool.said()).isNotZero();
        assertThat(ours.up("0002_broken")).isNotNull();
        assertSame();
        assertThat(ours.tables()).contains("users", "left_behind");
    }

    @Test
    void a_version_below_the_newest_is_never_run() throws Exception {
        journal("0000_users");
        assertThat(tool.migrate()).as(tool.said()).isZero();
        assertThat(ours.up("0000_users")).isNull();
        Files.writeString(
                base.resolve("drizzle/meta/_journal.json"),
                Files.readString(base.resolve("drizzle/meta/_journal.json"))
                        .replace(
                                "[{", "[{\"idx\":9,\"version\":\"7\",\"when\":1600000000000,\"tag\":\"0001_view\"},{"));

        assertThat(tool.migrate()).as(tool.said()).isZero();
        assertThat(tool.schema()).noneMatch(one -> one.startsWith("names "));
        assertThat(ours.migration("0001_view").words().onOlder()).isEqualTo("never runs the new one");
    }

    private void broken(String... end) {
        List<String> lines =
                new java.util.ArrayList<>(List.of("CREATE TABLE left_behind ();", "--> statement-breakpoint"));
        lines.addAll(List.of(end));
        ours.file("drizzle/0002_broken.sql", lines.toArray(String[]::new));
        journal("0000_users", "0001_view", "0002_broken");
    }

    private void assertSame() {
        assertThat(ours.schema()).isEqualTo(tool.schema());
        assertThat(rows(ours::ask)).isEqualTo(rows(tool::ask));
    }

    /** Where all was undone, its table may be gone with it. */
    private static List<String> rows(java.util.function.Function<String, List<String>> ask) {
        boolean there = ask.apply("SELECT 1 FROM pg_class WHERE relname = '__drizzle_migrations'")
                        .size()
                == 1;
        return there ? ask.apply(HISTORY) : List.of();
    }

    /** The tools on a database of their own. */
    private static final class Tool extends ForeignTool {
        private static final String MIGRATE = """
                import { drizzle } from 'drizzle-orm/node-postgres';
                import { migrate } from 'drizzle-orm/node-postgres/migrator';
                import pg from 'pg';
                const client = new pg.Client(process.env.DATABASE_URL);
                await client.connect();
                try { await migrate(drizzle(client), { migrationsFolder: process.argv[1] }); }
                finally { await client.end(); }
                """;

        private final Path base;
        private final Path tools = Path.of(Objects.requireNonNull(System.getenv("REHEARSAL_NPM")));

        Tool(Path base, DatabaseAddress address) {
            super(address);
            this.base = base;
        }

        int migrate() throws Exception {
            String folder = base.resolve("drizzle").toString();
            return run(tools, "node", "--input-type=module", "-e", MIGRATE, folder);
        }

        int kit() throws Exception {
            Path config = base.resolve("drizzle.config.json");
            Files.writeString(
                    config,
                    "{\"dialect\":\"postgresql\",\"out\":\"" + base.resolve("drizzle")
                            + "\",\"dbCredentials\":{\"url\":\"" + url() + "\"}}");
            return run(
                    tools,
                    tools.resolve("node_modules/.bin/drizzle-kit").toString(),
                    "migrate",
                    "--config",
                    config.toString());
        }
    }
}
