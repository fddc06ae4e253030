package dev.rehearsal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a small one of memory, mounted where no other process sees it. */
class FullDiskIT {
    private static final String MOUNT = "mount -t tmpfs -o size=%dm,mode=755 small \"$0\"";
    private static final int MEGABYTES = 400;

    @TempDir
    private Path folder;

    @Test
    void a_disk_that_fills_while_seeding_ends_the_rehearsal_as_not_measured_and_leaves_nothing() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                run(List.of("unshare", "-m", "sh", "-c", MOUNT.formatted(1), disk.toString()))
                        .startsWith("0\n"),
                "no small disk can be mounted here (unshare -m, mount): a full disk was not tried");
        Path project = new LargeProject(folder.resolve("project"))
                .script("V1__base", "CREATE TABLE filler (id int PRIMARY KEY, a text, b text, c text);")
                .script("V2__one", "ALTER TABLE filler ADD w int;")
                .script("U2__one", "ALTER TABLE filler DROP w;")
                .root();

        String told = run(rehearsal(project, disk));

        assertThat(told)
                .startsWith("0\n")
                .contains(
                        "VERDICT INCOMPLETE",
                        "FINDING not-measured",
                        "No space left on device",
                        "REMEDY Free space on the disk",
                        "END")
                .doesNotContain("VERDICT PASSED", "LEFT");
    }

    private static List<String> rehearsal(Path project, Path disk) {
        List<String> command = new ArrayList<>(List.of("unshare", "-m", "sh", "-c"));
        command.add(MOUNT.formatted(MEGABYTES) + " && exec \"$@\"");
        command.addAll(List.of(
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FullDisk.class.getName()));
        command.addAll(List.of(project.toString(), disk.toString()));
        return command;
    }

    /** {@return the exit status, and what it said} */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            return "-1\n" + e.getMessage();
        }
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(said)).isTrue();
        return process.exitValue() + "\n" + Files.readString(said);
    }
}
