package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of referenced tables, numbered. */
public interface KeySource {
    /**
     * {@return the keys that a foreign key can point at}
     *
     * @param key which
     * @param parent the table that it points at
     * @param suiting other keys that share columns with it, and must find their parents, too
     * @throws SQLException if the server refuses
     */
    Numbered of(ForeignKey key, SeedTable parent, List<Suiting> suiting) throws SQLException;

    /**
     * {@return the name of a table of the keys, numbered within groups that share some columns}
     *
     * @param key which
     * @param parent the table that it points at
     * @param shared the places of the columns that make a group
     * @throws SQLException if the server refuses
     */
    String grouped(ForeignKey key, SeedTable parent, List<Integer> shared) throws SQLException;

    /** {@return whether it is known which rows a table will have} */
    boolean foresees(QualifiedName table);

    /**
     * Numbered keys.
     *
     * @param size how many
     * @param first the first of consecutive numbers; meaningless if there is a table
     * @param table the table of them; empty if the keys are consecutive numbers
     */
    record Numbered(long size, long first, String table) {}

    /**
     * That a parent has a row for the columns which another key shares.
     *
     * @param name the other key's parent
     * @param table what is known of it; null if it is not filled
     * @param theirs its columns
     * @param own the columns of the first key's parent that are equal to them
     */
    record Suiting(QualifiedName name, @Nullable SeedTable table, List<String> theirs, List<String> own) {}
}
