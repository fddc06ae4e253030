package dev.rehearsal.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectorTest {
    @TempDir
    Path project;

    @Test
    void a_range_takes_both_its_ends() {
        MigrationHistory history = history("1", "2", "3", "4");

        assertThat(versions(Selector.range("2", "3").select(history))).containsExactly("2", "3");
        assertThat(versions(Selector.range(null, "2").select(history))).containsExactly("1", "2");
        assertThat(versions(Selector.range("3", null).select(history))).containsExactly("3", "4");
    }

    @Test
    void an_unknown_version_is_an_error_that_lists_what_there_is() {
        assertThatThrownBy(() -> Selector.range("9", null).select(history("1", "2")))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("rehearsal.from=9: there is no migration of that version. There are: 1, 2.");
    }

    @Test
    void since_a_ref_takes_what_is_new_and_not_what_was_there() throws Exception {
        commitOnMain("1", "2");
        MigrationHistory history = history("1", "2", "3");

        Selection selection = Selector.since(project, "main").select(history);

        assertThat(versions(selection)).containsExactly("3");
        assertThat(selection.findings()).isEmpty();
    }

    @Test
    void an_edited_migration_is_taken_and_named() throws Exception {
        commitOnMain("1", "2");
        MigrationHistory history = history("1", "2");
        Files.writeString(project.resolve("V1__x.sql"), "SELECT 'edited';\n");

        Selection selection = Selector.since(project, "main").select(history);

        assertThat(versions(selection)).containsExactly("1");
        assertThat(selection.findings()).extracting(Finding::rule).containsExactly("migration-changed");
    }

    @Test
    void line_ends_of_another_system_are_no_edit() throws Exception {
        commitOnMain("1");
        MigrationHistory history = history("1");
        Files.writeString(project.resolve("V1__x.sql"), "SELECT 1;\r\n");

        assertThat(Selector.since(project, "main").select(history).migrations()).isEmpty();
    }

    @Test
    void a_new_version_below_a_known_one_is_out_of_order() throws Exception {
        commitOnMain("1", "3");
        MigrationHistory history = history("1", "2", "3");

        assertThat(Selector.since(project, "main").select(history).findings())
                .extracting(Finding::rule)
                .containsExactly("version-out-of-order");
    }

    @Test
    void an_unknown_ref_is_an_error_that_says_what_ci_must_fetch() throws Exception {
        commitOnMain("1");

        assertThatThrownBy(() -> Selector.since(project, "origin/nowhere").select(history("1")))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("'origin/nowhere' is not known to this repository")
                .hasMessageContaining("fetch-depth: 0");
    }

    private void commitOnMain(String... versions) throws Exception {
        history(versions);
        try (Git git = Git.init()
                .setDirectory(project.toFile())
                .setInitialBranch("main")
                .call()) {
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

    private MigrationHistory history(String... versions) {
        return new MigrationHistory(Stream.of(versions).map(this::migration).toList(), List.of(), List.of());
    }

    private Migration migration(String version) {
        Path file = project.resolve("V" + version + "__x.sql");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, "SELECT 1;\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Script script = new Script(file.getFileName().toString(), file, "SELECT 1;\n");
        return new Migration(version, "x", Migration.Kind.SQL, script, null, true);
    }

    private static Stream<String> versions(Selection selection) {
        return selection.migrations().stream().map(Migration::version);
    }
}
