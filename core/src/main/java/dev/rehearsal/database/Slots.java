package dev.rehearsal.database;

import java.util.Collection;
import java.util.Set;

/**
 * Places in which a database can live under its real name, where the engine cannot copy a database under another one: each
 * is a server of its own, or a part of one that nobody else sees.
 */
public interface Slots {
    /**
     * Makes one with empty schemas.
     *
     * @param name its name, by which {@link DatabaseServer#database} finds it
     * @param schemas the schemas that must be there, by their real names; connections are to the first of them
     * @throws DatabaseUnavailableException if it cannot be made
     */
    void create(String name, Set<String> schemas);

    /**
     * Makes an exact copy of one; who is connected to that one loses the connection.
     *
     * @param source the one to copy
     * @param name the copy's name
     * @return how many bytes were copied
     * @throws DatabaseUnavailableException if it cannot be made
     */
    long copy(String source, String name);

    /**
     * Removes some; one that is gone already is no error.
     *
     * @param names their names
     * @throws DatabaseUnavailableException if one cannot be removed; the others are
     */
    void drop(Collection<String> names);
}
