package dev.rehearsal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A database on which the tool itself migrates. */
class ForeignTool extends Database {
    private String said = "";

    ForeignTool(DatabaseAddress address) {
        super(address);
    }

    /** {@return the exit code of a command, which is told its database by the environment} */
    int run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().put("DATABASE_URL", url());
        Process process = builder.start();
        process.getOutputStream().close();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        return process.exitValue();
    }

    /** {@return what the last command has printed} */
    String said() {
        return said;
    }

    /** {@return its address as these tools read it} */
    String url() {
        String plain = address().url().replaceFirst("^jdbc:postgresql://([^?]*).*", "$1");
        return "postgres://" + address().user() + ":" + address().password() + "@" + plain + "?sslmode=disable";
    }
}
