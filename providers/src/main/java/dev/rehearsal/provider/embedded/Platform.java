package dev.rehearsal.provider.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The operating system and processor, in the two spellings that the published binaries use.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param arm whether the processor is a 64-bit ARM; otherwise it is taken for a 64-bit x86
 * @param alpine whether the C library is musl
 */
record Platform(String system, boolean arm, boolean alpine) {
    static Platform current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
        boolean alpine = system.equals("linux") && Files.exists(Path.of("/etc/alpine-release"));
        return new Platform(system, arch.matches("aarch64|arm64|armv8.*"), alpine);
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    /** {@return the end of the artifact's name: {@code linux-amd64-alpine}} */
    String artifactSuffix() {
        return system + (arm ? "-arm64v8" : "-amd64") + (alpine ? "-alpine" : "");
    }

    /** {@return the name of the archive in the jar: {@code postgres-linux-x86_64-alpine_linux.txz}} */
    String archive() {
        return "postgres-" + system + (arm ? "-arm_64" : "-x86_64") + (alpine ? "-alpine_linux" : "") + ".txz";
    }
}
