package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;

/** Merge requests that add no version, and break something all the same. */
class SinceIT {
    @Test
    void an_undo_that_is_broken_is_rehearsed() throws Exception {
        MavenBuild build = project("undo");
        write(build, "U2__b.sql", "DROP TABLE nowhere;\n");

        assertAtFault(build, "undo-failed", "U2__b.sql:1", "U2__b.sql (changed)");
    }

    @Test
    void a_repeatable_script_that_cannot_run_is_rehearsed() throws Exception {
        MavenBuild build = project("repeatable");
        write(build, "R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT nothing FROM t;\n");

        BuildResult result = assertAtFault(build, "up-failed", "R__view.sql:1");

        assertThat(result.report().at("/migrations/0/version").asString()).isEqualTo("R__view");
        assertThat(result.report().at("/migrations/0/kind").asString()).isEqualTo("repeatable");
        assertThat(result.report().at("/selection/changed/0").asString()).isEqualTo("R__view.sql (changed)");
    }

    @Test
    void a_callback_that_is_broken_is_rehearsed_with_the_newest_versions() throws Exception {
        MavenBuild build = project("callback");
        write(build, "beforeEachMigrate.sql", "SELECT 1/0;\n");

        assertAtFault(build, "up-failed", "division by zero", "beforeEachMigrate.sql (changed)");
    }

    @Test
    void the_settings_of_a_script_that_break_it_are_rehearsed() throws Exception {
        MavenBuild build = project("conf");
        write(build, "V2__b.sql.conf", "executeInTransaction=false\n");

        assertAtFault(build, "up-failed", "V2__b.sql:1", "V2__b.sql.conf (new)");
    }

    @Test
    void where_nothing_has_changed_the_build_passes_and_says_what_was_compared() throws Exception {
        MavenBuild build = project("nothing");

        BuildResult result = build.run("verify");

        assertThat(result.succeeded()).as(result.output()).isTrue();
        assertThat(result.output()).contains("PASSED: nothing that the runner reads has changed since main");
        assertThat(result.text("report.md"))
                .contains("compared were 2 scripts, 2 undo scripts, 1 repeatable script, 1 callback");
    }

    private static BuildResult assertAtFault(MavenBuild build, String... words) {
        BuildResult result = build.run("verify");
        assertThat(result.succeeded()).as(result.output()).isFalse();
        assertThat(result.output()).contains(words).contains("MojoFailureException");
        return result;
    }

    /** On its main branch all is well. */
    private static MavenBuild project(String name) throws Exception {
        MavenBuild build = MavenBuild.ofCopy(Path.of("src/it/plain"), "since-" + name)
                .with(
                        "-Drehearsal.since=main",
                        "-Drehearsal.rows=50",
                        "-Drehearsal.lockQueue.hold=0s",
                        "-Drehearsal.crash=false");
        write(build, "V1__a.sql", "CREATE TABLE t (id int PRIMARY KEY);\n");
        write(build, "U1__a.sql", "DROP TABLE t CASCADE;\n");
        write(build, "V2__b.sql", "LOCK TABLE t IN SHARE MODE;\nCREATE TABLE u (id int PRIMARY KEY);\n");
        write(build, "U2__b.sql", "DROP TABLE u;\n");
        write(build, "R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM t;\n");
        write(build, "beforeEachMigrate.sql", "SELECT 1;\n");
        Files.writeString(build.project().resolve(".gitignore"), "target/\n");
        try (Git git = Git.init()
                .setDirectory(build.project().toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("base")
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .setSign(false)
                    .call();
            git.checkout().setCreateBranch(true).setName("work").call();
        }
        return build;
    }

    private static void write(MavenBuild build, String name, String text) throws Exception {
        Path folder = Files.createDirectories(build.project().resolve("src/main/resources/db/migration"));
        Files.writeString(folder.resolve(name), text);
    }
}
