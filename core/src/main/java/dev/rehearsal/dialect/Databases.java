package dev.rehearsal.dialect;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** The making and removing of databases on one server; only ever touches databases that bear our marker. */
public interface Databases {
    /**
     * {@return what the server says of itself}
     *
     * @param maintenance the maintenance database
     * @throws SQLException if it does not answer
     */
    ServerFacts facts(DataSource maintenance) throws SQLException;

    /**
     * Makes an empty database that bears our marker.
     *
     * @param maintenance the maintenance database
     * @param name its name
     * @throws SQLException if the server refuses
     */
    void create(DataSource maintenance, String name) throws SQLException;

    /**
     * Makes an empty database of a name that scripts call theirs by, unless there is one. It bears no marker of ours, and
     * goes with its server.
     *
     * @param maintenance the maintenance database
     * @param name its name
     * @throws SQLException if the server refuses
     */
    default void createNamed(DataSource maintenance, String name) throws SQLException {
        throw new UnsupportedOperationException("this database engine cannot make a database of a chosen name yet");
    }

    /**
     * Makes an exact copy of a database; nobody may be connected to it.
     *
     * @param maintenance the maintenance database
     * @param source the one to copy
     * @param name the copy's name
     * @return how many bytes were copied
     * @throws SQLException if the server refuses
     */
    long copy(DataSource maintenance, String source, String name) throws SQLException;

    /**
     * Removes databases that bear our marker, with all sessions on them; one that is gone already is no error. Where one
     * cannot be removed, the others are all the same.
     *
     * @param maintenance the maintenance database
     * @param names their names
     * @throws SQLException if the server refuses, or a database bears no marker of ours
     */
    void drop(DataSource maintenance, Collection<String> names) throws SQLException;

    /**
     * {@return the same for a server whose own end is the end of all its data: nothing of it need reach the disk while one of
     * these works, whoever else works on the server. Afterwards it syncs as before; where it does not, an
     * {@link IllegalStateException} says so}
     */
    default Databases unsynced() {
        return this;
    }

    /**
     * Removes one database, as {@link #drop(DataSource, Collection)} does.
     *
     * @param maintenance the maintenance database
     * @param name its name
     * @throws SQLException if the server refuses, or the database bears no marker of ours
     */
    default void drop(DataSource maintenance, String name) throws SQLException {
        drop(maintenance, List.of(name));
    }

    /**
     * Puts aside what a migration has made beside its database, if objects in an idle database depend on it: a copy could
     * not drop it. The idle database keeps what it has; whoever applies the migration to another database makes it anew.
     *
     * @param maintenance the maintenance database
     * @param with the idle database, in which the migration was applied
     * @param without a database that was made before the migration was applied
     * @return what was put aside; the caller puts it back
     * @throws SQLException if the server refuses
     */
    default Aside aside(DataSource maintenance, String with, String without) throws SQLException {
        return Aside.NOTHING;
    }

    /**
     * Remembers what there is on the server beside its databases, such as roles.
     *
     * @param maintenance the maintenance database
     * @param ours whether what has a name may be dropped, if it has come since
     * @return drops what has come since, and is ours; empty if our role may not do that
     * @throws SQLException if the server refuses
     */
    default Optional<Newcomers> newcomers(DataSource maintenance, Predicate<String> ours) throws SQLException {
        return Optional.of(used -> {});
    }

    /** What has come to the server beside its databases since a moment. */
    @FunctionalInterface
    interface Newcomers {
        /**
         * Drops it, and gives back its name to what was renamed.
         *
         * @param used the only database in which anything depends on it
         * @throws SQLException if the server fails
         */
        void drop(DataSource used) throws SQLException;
    }

    /** What was put aside. */
    interface Aside {
        /** Nothing. */
        Aside NOTHING = new Aside() {
            @Override
            public boolean isEmpty() {
                return true;
            }

            @Override
            public void putBack(DataSource used) {
                // there is nothing
            }
        };

        /** {@return whether it is nothing} */
        boolean isEmpty();

        /**
         * Puts it back, in place of what the migration has made meanwhile.
         *
         * @param used the database in which it was applied meanwhile, which nobody needs any more
         * @throws SQLException if the server refuses
         */
        void putBack(DataSource used) throws SQLException;
    }

    /**
     * What a server says of itself.
     *
     * @param product {@code PostgreSQL}
     * @param version {@code 18.4}
     * @param unlikeProduction settings that make timings unlike production's, one sentence each
     */
    record ServerFacts(String product, String version, List<String> unlikeProduction) {
        public ServerFacts {
            unlikeProduction = List.copyOf(unlikeProduction);
        }
    }
}
