package dev.rehearsal.migration;

/**
 * Which migration it is. Equal if the key is: what is shown need not tell two apart for a machine.
 *
 * @param key tells it from every other migration of its history
 * @param shown short, for a reader: {@code 2}, {@code R__views}
 */
public record MigrationId(String key, String shown) {
    /**
     * {@return an id that is shown as it is}
     *
     * @param version of a runner whose versions are unique
     */
    public static MigrationId of(String version) {
        return new MigrationId(version, version);
    }

    /**
     * {@return whether a user means it by a name: what is shown, or the whole key}
     *
     * @param name as a user writes it
     */
    public boolean isCalled(String name) {
        return shown.equals(name) || key.equals(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationId id && key.equals(id.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** {@return what is shown} */
    @Override
    public String toString() {
        return shown;
    }
}
