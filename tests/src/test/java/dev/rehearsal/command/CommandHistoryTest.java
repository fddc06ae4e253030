package dev.rehearsal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.WayBack;
import dev.rehearsal.settings.ArgumentList;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.SettingsFile;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.Modules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which versions there are, and what is read of them before anything runs. */
@Tag("psql")
class CommandHistoryTest {
    @TempDir
    private Path base;

    private CommandProject project;

    @BeforeEach
    void makeProject() {
        project = new CommandProject(base)
                .set("up", "knex migrate:up {name}")
                .set("down", "knex migrate:down {name}")
                .set("files", "migrations/*.js");
    }

    private List<Migration> migrations() {
        return project.runner().history().migrations();
    }

    @Test
    void a_file_holds_both_ways_and_each_has_its_lines() {
        project.file(
                        "migrations/9_a.js",
                        "exports.up = (knex) => knex.raw('CREATE TABLE a ()');",
                        "",
                        "// rehearsal: irreversible — nobody needs it",
                        "exports.down = (knex) => knex.raw('DROP TABLE a');")
                .file("migrations/10_only_up.js", "exports.up = (knex) => knex.raw('SELECT 1');");

        assertThat(migrations()).extracting(Migration::version).containsExactly("9", "10");
        Migration first = migrations().get(0);
        assertThat(first.description()).isEqualTo("a");
        Script down = Objects.requireNonNull(first.undo());
        assertThat(down.name()).isEqualTo("9_a.js (down)");
        assertThat(down.firstLine()).isEqualTo(4);
        assertThat(first.script().text()).doesNotContain("DROP TABLE");
        assertThat(Directive.of(first)).extracting(Directive::rule).containsExactly("irreversible");
        assertThat(migrations().get(1).wayBack()).isEqualTo(new WayBack.None());
    }

    @Test
    void python_and_typescript_tell_their_way_back_too() {
        for (String line : List.of(
                "def downgrade():",
                "    public async down(queryRunner: QueryRunner): Promise<void> {",
                "export async function down(knex) {",
                "module.exports.down = async () => {",
                "  down: async (queryInterface) => {")) {
            assertThat(Down.in(new Script("1.py", null, "up\n" + line + "\n")))
                    .as(line)
                    .isInstanceOf(WayBack.Written.class);
        }
        assertThat(Down.in(new Script("1.py", null, "countdown = 1\n"))).isEqualTo(new WayBack.None());
        assertThat(Down.in(new Script("1.sql", null, "SELECT 1\n"))).isEqualTo(new WayBack.Derived());
    }

    @Test
    void without_a_command_for_it_nothing_goes_back() {
        project.file("migrations/1_a.js", "exports.down = 1;").set("down", "");

        assertThat(migrations().get(0).wayBack()).isEqualTo(new WayBack.None());
    }

    @Test
    void a_list_gives_the_order_and_files_give_the_scripts() throws Exception {
        project.tool("list.sh", "#!/bin/sh", "echo 'b2 the first'", "echo a1")
                .set("list", "./list.sh")
                .file("migrations/a1_x.js", "SELECT 1;")
                .file("migrations/b2_y.js", "SELECT 2;");

        assertThat(migrations()).extracting(Migration::version).containsExactly("b2", "a1");
        assertThat(migrations()).extracting(one -> one.script().name()).containsExactly("b2_y.js", "a1_x.js");
        assertThat(migrations().get(0).description()).isEqualTo("the first");
    }

    @Test
    void the_history_of_alembic_is_turned_round() {
        assertThat(Listing.of(List.of("ae10 -> c3 (head), merge", "f00d -> ae10, add age", "<base> -> f00d, users")))
                .containsExactly(
                        new Listing("f00d", "users"), new Listing("ae10", "add age"), new Listing("c3", "merge"));
    }

    @Test
    void a_command_in_a_file_can_be_a_list_whose_arguments_hold_commas_and_blanks() throws Exception {
        Files.writeString(
                base.resolve("rehearsal.yaml"),
                "command:\n  up: [sh, -c, \"echo a, 'b'\", '']\n  down: \"psql -c 'SELECT 1' {file}\"\n");

        String up = SettingsFile.read(base).text(Key.COMMAND_UP).orElseThrow();
        String down = SettingsFile.read(base).text(Key.COMMAND_DOWN).orElseThrow();

        assertThat(ArgumentList.of(up)).containsExactly("sh", "-c", "echo a, 'b'", "");
        assertThat(ArgumentList.of(down)).containsExactly("psql", "-c", "SELECT 1", "{file}");
        assertThatThrownBy(() -> ArgumentList.of("sh -c 'SELECT"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("A quote is not ended");
    }

    @Test
    void a_command_that_is_set_is_asked_for_whatever_else_is_there() {
        project.file("migrations/1_a.up.sql", "SELECT 1;").file("migrations/1_a.down.sql", "SELECT 1;");

        assertThat(Modules.runner("auto", project.seen()).id()).isEqualTo("command");
        assertThat(new CommandRunnerFactory()
                        .detect(project.set("up", "").seen())
                        .certainty())
                .isEqualTo(Detection.Certainty.NONE);
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> new CommandProject(base).set("files", "*.js").runner())
                .hasMessageContaining("rehearsal.command.up is missing");
        assertThatThrownBy(() -> new CommandProject(base).set("up", "knex").runner())
                .hasMessageContaining("rehearsal.command.files")
                .hasMessageContaining("rehearsal.command.list");
    }

    @Test
    void a_tool_without_single_steps_gets_a_folder_that_ends_at_the_version() throws Exception {
        CommandProject all = new CommandProject(base)
                .tool(
                        "all.sh",
                        "#!/bin/sh",
                        "psql -X -q -c 'CREATE TABLE IF NOT EXISTS steps (name text)'",
                        "for file in \"$1\"/*.sql; do",
                        "  name=$(basename \"$file\")",
                        "  psql -X -q -v ON_ERROR_STOP=1 -f \"$file\" || exit 1",
                        "  psql -X -q -c \"INSERT INTO steps VALUES ('$name')\"",
                        "done")
                .set("up", "./all.sh {dir}")
                .set("table", "steps")
                .set("files", "sql/*.sql")
                .file("sql/1_a.sql", "CREATE TABLE IF NOT EXISTS a (i int);")
                .file("sql/2_b.sql", "CREATE TABLE b (i int);");

        assertThat(all.up("1")).isNull();
        assertThat(all.tables()).containsExactly("a", "steps");
        assertThat(all.up("2")).isNull();
        assertThat(all.tables()).containsExactly("a", "b", "steps");
        try (var left = Files.list(base.resolve("target/rehearsal-staged"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_is_for_psql_is_told_as_that() {
        CommandProject psql =
                CommandProject.psql(base).file("migrations/1_a.up.sql", "SELECT 1;", "\\set x 1", "SELECT 2;");

        assertThat(psql.runner().notes())
                .singleElement()
                .asString()
                .contains("1_a.up.sql, line 2: \\set is a command of psql");
        Script script = psql.migration("1").script();
        assertThat(Objects.requireNonNull(psql.runner().statements().get(script))
                        .statements())
                .extracting(one -> one.sql() + " " + one.line())
                .containsExactly("SELECT 1 1", "SELECT 2 3");
        psql.set("up", "./mine.sh {file}");
        assertThat(psql.runner().notes()).singleElement().asString().contains("the server would not understand it");
    }
}
