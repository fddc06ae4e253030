package dev.rehearsal.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, a real repository, a real Flyway's names: what is chosen, and what is said of it. */
class SelectorTest {
    private static final String SCRIPTS = "src/main/resources/db/migration/";

    @TempDir
    Path project;

    @BeforeEach
    void makeProject() throws Exception {
        write(SCRIPTS + "V1__a.sql", "SELECT 1;\n");
        write(SCRIPTS + "U1__a.sql", "SELECT -1;\n");
        write(SCRIPTS + "V2__b.sql", "SELECT 2;\n");
    }

    @Test
    void a_range_takes_both_its_ends() throws Exception {
        write(SCRIPTS + "V3__c.sql", "SELECT 3;\n");
        write(SCRIPTS + "V4__d.sql", "SELECT 4;\n");

        assertThat(versions(Selector.range("2", "3").select(runner()))).containsExactly("2", "3");
        assertThat(versions(Selector.range(null, "2").select(runner()))).containsExactly("1", "2");
        assertThat(versions(Selector.range("3", null).select(runner()))).containsExactly("3", "4");
    }

    @Test
    void an_unknown_version_is_an_error_that_lists_what_there_is() {
        assertThatThrownBy(() -> Selector.range("9", null).select(runner()))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("rehearsal.from=9: there is no migration of that version. There are: 1, 2.");
    }

    @Test
    void a_project_without_a_version_is_not_passed_unlooked_at() throws Exception {
        for (String script : List.of("V1__a.sql", "U1__a.sql", "V2__b.sql")) {
            remove(SCRIPTS + script);
        }
        write(SCRIPTS + "R__a.sql", "SELECT 1;\n");

        assertThat(rules(Selector.ALL.select(runner()))).containsExactly("not-measured ERROR");
        assertThatThrownBy(() -> Selector.range(null, "2").select(runner()))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("there is none");
    }

    @Test
    void since_a_ref_takes_what_is_new_and_not_what_was_there() throws Exception {
        commitOnMain();
        write(SCRIPTS + "V3__c.sql", "SELECT 3;\n");

        Selection selection = since();

        assertThat(versions(selection)).containsExactly("3");
        assertThat(selection.findings()).isEmpty();
        assertThat(selection.why().changed()).containsExactly("V3__c.sql (new)");
    }

    @Test
    void where_nothing_has_changed_it_is_told_what_was_compared() throws Exception {
        write(SCRIPTS + "R__view.sql", "SELECT 1;\n");
        write(SCRIPTS + "afterMigrate.sql", "SELECT 1;\n");
        write(SCRIPTS + "V2__b.sql.conf", "executeInTransaction=false\n");
        write("flyway.conf", "flyway.placeholders.owner=me\n");
        commitOnMain();
        write("README.md", "other\n");

        Selection selection = since();

        assertThat(selection.migrations()).isEmpty();
        assertThat(selection.findings()).isEmpty();
        assertThat(selection.why().reason()).isEqualTo("nothing that the runner reads has changed since main");
        assertThat(selection.why().changed()).isEmpty();
        assertThat(selection.why().compared())
                .containsExactly(
                        "2 scripts",
                        "1 undo script",
                        "1 repeatable script",
                        "1 callback",
                        "1 settings of a script",
                        "flyway.conf");
    }

    @Test
    void an_edited_migration_is_taken_and_named() throws Exception {
        commitOnMain();
        write(SCRIPTS + "V1__a.sql", "SELECT 'edited';\n");

        Selection selection = since();

        assertThat(versions(selection)).containsExactly("1");
        assertThat(rules(selection)).containsExactly("migration-changed ERROR");
    }

    @Test
    void line_ends_of_another_system_are_no_edit_on_either_side() throws Exception {
        write(SCRIPTS + "V2__b.sql", "SELECT 2;\r\n");
        commitOnMain();
        write(SCRIPTS + "V1__a.sql", "SELECT 1;\r\n");
        write(SCRIPTS + "V2__b.sql", "SELECT 2;\n");

        assertThat(since().migrations()).isEmpty();
    }

    @Test
    void a_new_version_below_a_known_one_is_out_of_order() throws Exception {
        commitOnMain();
        write(SCRIPTS + "V1.1__b.sql", "SELECT 3;\n");

        assertThat(rules(since())).containsExactly("version-out-of-order ERROR");
    }

    @Test
    void where_flyway_is_told_to_apply_such_a_one_late_it_is_a_warning() throws Exception {
        write("flyway.conf", "flyway.outOfOrder=true\n");
        commitOnMain();
        write(SCRIPTS + "V1.1__b.sql", "SELECT 3;\n");

        assertThat(rules(since())).containsExactly("version-out-of-order WARNING");
        assertThat(since().findings().get(0).message()).contains("in another order than here");
    }

    @Test
    void an_unknown_ref_is_an_error_that_says_what_ci_must_fetch() throws Exception {
        commitOnMain();

        assertThatThrownBy(() -> Selector.since(project, "origin/nowhere").select(runner()))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("'origin/nowhere' is not known to this repository")
                .hasMessageContaining("fetch-depth: 0");
    }

    @Test
    void a_changed_new_or_removed_undo_rehearses_its_version() throws Exception {
        commitOnMain();
        write(SCRIPTS + "U1__a.sql", "SELECT 'other';\n");
        write(SCRIPTS + "U2__b.sql", "SELECT -2;\n");
        assertThat(versions(since())).containsExactly("1", "2");

        remove(SCRIPTS + "U1__a.sql");
        remove(SCRIPTS + "U2__b.sql");
        Selection selection = since();

        assertThat(versions(selection)).containsExactly("1");
        assertThat(rules(selection)).containsExactly("migration-removed WARNING");
        assertThat(selection.findings().get(0).message()).contains("U1__a.sql", "no way back from version 1");
    }

    @Test
    void the_settings_of_a_script_act_on_its_version_whatever_becomes_of_them() throws Exception {
        write(SCRIPTS + "V2__b.sql.conf", "executeInTransaction=false\n");
        commitOnMain();
        write(SCRIPTS + "U1__a.sql.conf", "executeInTransaction=false\n");
        assertThat(versions(since())).containsExactly("1");

        write(SCRIPTS + "V2__b.sql.conf", "executeInTransaction=true\n");
        assertThat(versions(since())).containsExactly("1", "2");

        remove(SCRIPTS + "V2__b.sql.conf");
        assertThat(versions(since())).containsExactly("1", "2");
    }

    @Test
    void a_changed_or_new_repeatable_script_is_taken_itself_with_its_old_text_as_its_way_back() throws Exception {
        write(SCRIPTS + "R__a_view.sql", "SELECT 'old';\n");
        write(SCRIPTS + "R__same.sql", "SELECT 'same';\n");
        commitOnMain();
        write(SCRIPTS + "R__a_view.sql", "SELECT 'new';\n");
        write(SCRIPTS + "R__b_view.sql", "SELECT 'new';\n");

        List<Migration> chosen = since().migrations();

        assertThat(chosen).extracting(Migration::version).containsExactly("R__a_view", "R__b_view");
        assertThat(chosen).allMatch(Migration::repeatable);
        Script undo = chosen.get(0).undo();
        assertThat(undo).isNotNull();
        assertThat(undo.name()).isEqualTo("R__a_view.sql@main");
        assertThat(undo.text()).isEqualTo("SELECT 'old';\n");
        assertThat(chosen.get(1).undo()).isNull();
    }

    @Test
    void a_repeatable_script_with_other_settings_is_taken_as_on_a_new_database() throws Exception {
        write(SCRIPTS + "R__a.sql", "SELECT 'old';\n");
        commitOnMain();
        write(SCRIPTS + "R__a.sql.conf", "executeInTransaction=false\n");

        Selection selection = since();

        assertThat(versions(selection)).containsExactly("R__a");
        assertThat(rules(selection)).containsExactly("change-not-rehearsed WARNING");
    }

    @Test
    void a_callback_acts_on_the_newest_versions_and_that_is_said() throws Exception {
        for (int version = 3; version <= 7; version++) {
            write(SCRIPTS + "V" + version + "__x.sql", "SELECT 1;\n");
        }
        write(SCRIPTS + "beforeEachMigrate.sql", "SELECT 1;\n");
        commitOnMain();
        write(SCRIPTS + "beforeEachMigrate.sql", "SELECT 2;\n");

        Selection selection = since();

        assertThat(versions(selection)).containsExactly("3", "4", "5", "6", "7");
        assertThat(selection.why().changed())
                .containsExactly("beforeEachMigrate.sql (changed) acts on all versions; rehearsed are the newest, 3, 4,"
                        + " 5, 6, 7");
        remove(SCRIPTS + "beforeEachMigrate.sql");
        assertThat(versions(since())).containsExactly("3", "4", "5", "6", "7");
        assertThat(rules(since())).containsExactly("migration-removed WARNING");
    }

    @Test
    void a_placeholder_acts_on_who_uses_it_and_any_other_setting_on_the_newest() throws Exception {
        write(SCRIPTS + "V2__b.sql", "GRANT SELECT ON t TO ${owner};\n");
        write(SCRIPTS + "R__g.sql", "GRANT SELECT ON t TO ${owner};\n");
        write("flyway.conf", "flyway.placeholders.owner=me\nflyway.url=jdbc:postgresql://one/x\n");
        commitOnMain();
        write("flyway.conf", "flyway.url=jdbc:postgresql://two/x\nflyway.placeholders.owner=me\n");
        assertThat(since().migrations())
                .as("where a database is, is not read by a rehearsal")
                .isEmpty();

        write("flyway.conf", "flyway.placeholders.owner=you\nflyway.placeholders.unused=x\n");
        Selection selection = since();
        assertThat(versions(selection)).containsExactly("2", "R__g");
        Script undo = selection.migrations().get(1).undo();
        assertThat(undo).isNotNull();
        assertThat(undo.text()).isEqualTo("GRANT SELECT ON t TO me;\n");
        assertThat(selection.why().changed())
                .containsExactly("flyway.conf (changed: placeholders.owner, placeholders.unused) acts on 2");

        write("flyway.conf", "flyway.placeholders.owner=me\nflyway.initSql=SET lock_timeout = '1s'\n");
        assertThat(versions(since())).containsExactly("1", "2");
        remove("flyway.conf");
        assertThat(versions(since())).containsExactly("2", "R__g");
    }

    @Test
    void what_connections_say_of_themselves_and_what_is_run_beforehand_count_too() throws Exception {
        String pom = "<project><build><plugins><plugin><artifactId>rehearsal-maven-plugin</artifactId><configuration>"
                + "<timeZone>%s</timeZone><scale>%s</scale></configuration></plugin></plugins></build></project>";
        String spring = "spring.datasource.url=jdbc:postgresql://%s/shop?currentSchema=%s\n";
        write("pom.xml", pom.formatted("UTC", "1"));
        write("flyway.conf", "flyway.jdbcProperties.TimeZone=UTC\nflyway.url=jdbc:postgresql://one/x?options=a\n");
        write("src/main/resources/application.properties", spring.formatted("one", "a"));
        write("rehearsal.yaml", "timeZone: UTC\nbeforehand: dba.sql\nrows: 1\n");
        write("dba.sql", "CREATE ROLE a;\n");
        commitOnMain();

        write("pom.xml", pom.formatted("UTC", "2"));
        write("flyway.conf", "flyway.jdbcProperties.TimeZone=UTC\nflyway.url=jdbc:postgresql://two/x?options=a\n");
        write("src/main/resources/application.properties", spring.formatted("two", "a"));
        write("rehearsal.yaml", "timeZone: UTC\nbeforehand: dba.sql\nrows: 2\n");
        assertThat(since("dba.sql").why().changed()).isEmpty();
        assertThat(since("dba.sql").why().compared()).contains("rehearsal.yaml", "dba.sql", "flyway.conf");

        write("pom.xml", pom.formatted("CET", "2"));
        write("flyway.conf", "flyway.jdbcProperties.TimeZone=CET\nflyway.url=jdbc:postgresql://two/x?options=b\n");
        write("src/main/resources/application.properties", spring.formatted("two", "b"));
        write("rehearsal.yaml", "timeZone: CET\nbeforehand: dba.sql\nrows: 2\n");
        write("dba.sql", "CREATE ROLE b;\n");
        Selection selection = since("dba.sql");
        assertThat(selection.why().changed())
                .extracting(words -> words.replaceAll(" acts on.*", ""))
                .containsExactlyInAnyOrder(
                        "pom.xml (changed: rehearsal.timeZone)",
                        "flyway.conf (changed: jdbcProperties.TimeZone, url?options)",
                        "src/main/resources/application.properties (changed: url?currentSchema)",
                        "rehearsal.yaml (changed: timeZone)",
                        "dba.sql (changed)");
        assertThat(versions(selection)).containsExactly("1", "2");
    }

    private Selection since(String beforehand) {
        return Selector.since(project, "main", false, List.of(project.resolve(beforehand)))
                .select(FlywayRunner.of(FlywayProject.at(project)));
    }

    @Test
    void of_springs_and_mavens_files_only_what_they_tell_flyway_counts() throws Exception {
        String pom = """
                <project><parent><relativePath>../parent.xml</relativePath></parent><version>%s</version>
                <properties><flyway.schemas>${schema}</flyway.schemas></properties>
                <build><plugins><plugin><artifactId>flyway-maven-plugin</artifactId>
                <configuration><group>%s</group></configuration></plugin></plugins></build></project>
                """;
        String spring = "spring:\n  application:\n    name: %s\n  flyway:\n    init-sqls: [\"%s\"]\n";
        project = Files.createDirectories(project.resolve("module"));
        makeProject();
        write("../parent.xml", "<project><properties><schema>a</schema></properties></project>");
        write("pom.xml", pom.formatted("1", "false"));
        write("src/main/resources/application.yml", spring.formatted("one", "SELECT 1"));
        commitOnMain();

        write("pom.xml", pom.formatted("2", "false"));
        write("src/main/resources/application.yml", spring.formatted("two", "SELECT 1"));
        assertThat(since().migrations()).isEmpty();
        assertThat(since().why().compared()).contains("pom.xml", "src/main/resources/application.yml");

        write("pom.xml", pom.formatted("2", "true"));
        assertThat(since().why().changed()).singleElement().asString().startsWith("pom.xml (changed: group)");
        write("pom.xml", pom.formatted("2", "false"));
        write("../parent.xml", "<project><properties><schema>b</schema></properties></project>");
        assertThat(since().why().changed()).singleElement().asString().startsWith("pom.xml (changed: schemas)");
        write("src/main/resources/application.yml", spring.formatted("two", "SELECT 2"));
        assertThat(since().why().changed()).hasSize(2);
        assertThat(versions(since())).containsExactly("1", "2");
    }

    @Test
    void a_removed_or_renamed_script_is_told() throws Exception {
        write(SCRIPTS + "R__view.sql", "SELECT 'view';\n");
        commitOnMain();
        remove(SCRIPTS + "V2__b.sql");
        remove(SCRIPTS + "R__view.sql");

        Selection removed = since();

        assertThat(removed.migrations()).isEmpty();
        assertThat(rules(removed)).containsExactly("migration-removed WARNING", "migration-removed ERROR");
        assertThat(removed.findings().get(1).message())
                .isEqualTo("V2__b.sql is part of main and is gone: where it has been applied, Flyway refuses to go on"
                        + " without it.");

        write(SCRIPTS + "V2__better.sql", "SELECT 2;\n");
        Selection renamed = since();
        assertThat(versions(renamed)).containsExactly("2");
        assertThat(renamed.findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("renamed to V2__better.sql"));
    }

    @Test
    void a_script_that_has_only_moved_to_another_folder_is_what_it_was() throws Exception {
        commitOnMain();
        write(SCRIPTS + "old/V1__a.sql", "SELECT 1;\n");
        remove(SCRIPTS + "V1__a.sql");

        Selection selection = since();

        assertThat(selection.migrations()).isEmpty();
        assertThat(selection.findings()).isEmpty();
    }

    @Test
    void a_location_that_is_not_read_any_more_removes_its_scripts() throws Exception {
        write("flyway.conf", "flyway.locations=filesystem:" + SCRIPTS + ",filesystem:more\n");
        write("more/V3__c.sql", "SELECT 3;\n");
        commitOnMain();
        write("flyway.conf", "flyway.locations=filesystem:" + SCRIPTS + "\n");

        assertThat(since().findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.startsWith("V3__c.sql is part of main and is gone"));
    }

    @Test
    void a_copy_that_a_build_of_another_module_has_made_is_held_against_its_source() throws Exception {
        write(".gitignore", "target/\n");
        write("other/src/main/resources/db/V1__a.sql", "SELECT 1;\n");
        write("other/src/main/resources/db/R__v.sql", "SELECT 'v';\n");
        write("other/target/classes/db/V1__a.sql", "SELECT 1;\n");
        write("other/target/classes/db/R__v.sql", "SELECT 'v';\n");
        commitOnMain();
        FlywayProject module = FlywayProject.at(Files.createDirectories(project.resolve("module")))
                .withLocations("filesystem:" + project.resolve("other/target/classes/db"));

        assertThat(since(module).migrations()).isEmpty();

        write("other/src/main/resources/db/R__v.sql", "SELECT 'changed';\n");
        write("other/target/classes/db/R__v.sql", "SELECT 'changed';\n");
        assertThat(versions(since(module))).containsExactly("R__v");
        write("other/target/classes/db/V2__made.sql", "SELECT 2;\n");
        assertThat(since(module).why().changed())
                .contains("V2__made.sql (cannot be compared: it is made by the build, or left over from one)");
        remove("other/src/main/resources/db/R__v.sql");
        remove("other/target/classes/db/R__v.sql");
        assertThat(rules(since(module))).contains("migration-removed WARNING");
    }

    @Test
    void a_class_is_held_against_its_source_and_told_where_there_is_none() throws Exception {
        String source = "other/src/main/java/dev/rehearsal/flyway/java/V2__Fill_names.java";
        remove(SCRIPTS + "V2__b.sql");
        write("src/main/java/dev/rehearsal/flyway/java/V7__Gone.java", "class V7__Gone {}\n");
        write(source, "class V2__Fill_names {}\n");
        commitOnMain();
        FlywayProject of =
                FlywayProject.at(project).withLocations("filesystem:" + SCRIPTS, "classpath:dev/rehearsal/flyway/java");
        assertThat(since(of).why().changed()).noneMatch(words -> words.contains("V2__Fill_names"));

        write(source, "class V2__Fill_names { int changed; }\n");
        remove("src/main/java/dev/rehearsal/flyway/java/V7__Gone.java");
        assertThat(versions(since(of))).contains("2");
        assertThat(rules(since(of))).containsExactly("migration-removed ERROR");

        remove(source);
        try (Git git = Git.open(project.toFile())) {
            git.commit()
                    .setAll(true)
                    .setSign(false)
                    .setMessage("gone")
                    .setAuthor("A", "a@b.c")
                    .call();
            git.branchCreate().setName("main").setForce(true).call();
        }
        assertThat(since(of).why().changed())
                .contains("dev.rehearsal.flyway.java.V2__Fill_names (cannot be compared: its source was not found)");
    }

    @Test
    void a_script_in_a_jar_is_held_against_the_file_that_has_its_place_and_its_text() throws Exception {
        write("other/src/main/resources/db/jar/V1__a.sql", "SELECT 1;\n");
        write("other/src/main/resources/db/jar/R__v.sql", "SELECT 'v';\n");
        write("another/src/main/resources/db/jar/R__v.sql", "SELECT 'another';\n");
        commitOnMain();
        FlywayProject module = FlywayProject.at(Files.createDirectories(project.resolve("module")))
                .withLocations("classpath:db/jar");
        Map<String, String> inside =
                new LinkedHashMap<>(Map.of("db/jar/V1__a.sql", "SELECT 1;\n", "db/jar/R__v.sql", "SELECT 'v';\n"));

        assertThat(since(module.withClassLoader(jar("one", inside))).migrations())
                .isEmpty();

        write("other/src/main/resources/db/jar/R__v.sql", "SELECT 'changed';\n");
        inside.put("db/jar/R__v.sql", "SELECT 'changed';\n");
        assertThat(versions(since(module.withClassLoader(jar("two", inside))))).containsExactly("R__v");

        inside.put("db/jar/V1__a.sql", "SELECT 'of somebody else';\n");
        assertThat(since(module.withClassLoader(jar("three", inside))).why().changed())
                .contains(
                        "V1__a.sql (cannot be compared: it is in a jar, and nothing in the repository is its source)");
    }

    private ClassLoader jar(String name, Map<String, String> files) throws Exception {
        Path jar = project.resolve(name + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String folder : List.of("db/", "db/jar/")) {
                out.putNextEntry(new ZipEntry(folder));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, FlywayRunner.class.getClassLoader());
    }

    private Selection since() {
        return since(FlywayProject.at(project));
    }

    private Selection since(FlywayProject of) {
        return Selector.since(of.baseDirectory(), "main").select(FlywayRunner.of(of));
    }

    private FlywayRunner runner() {
        return FlywayRunner.of(FlywayProject.at(project).withSettings(Map.of()));
    }

    private void write(String name, String text) throws Exception {
        Path file = project.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void remove(String name) throws Exception {
        Files.delete(project.resolve(name));
    }

    private void commitOnMain() throws Exception {
        Path root = project.endsWith("module") ? project.resolve("..").normalize() : project;
        try (Git git =
                Git.init().setDirectory(root.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("history")
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .setSign(false)
                    .call();
            git.checkout().setCreateBranch(true).setName("work").call();
        }
    }

    private static List<String> versions(Selection selection) {
        return selection.migrations().stream().map(Migration::version).toList();
    }

    private static List<String> rules(Selection selection) {
        return selection.findings().stream()
                .map(finding -> finding.rule() + " " + finding.severity())
                .toList();
    }
}
