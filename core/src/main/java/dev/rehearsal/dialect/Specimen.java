package dev.rehearsal.dialect;

import dev.rehearsal.data.Loss;
import dev.rehearsal.result.Effect;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is made so that it must be seen: definitions, rows, changes of rows, and a migration. Whatever measures is held
 * against it before it is believed. All of it happens in databases of ours that nobody else uses. Stateless.
 */
public interface Specimen {
    /**
     * {@return definitions of each kind that can be asked for}
     *
     * @param database where they are made, and taken back
     */
    Definitions definitions(DataSource database);

    /**
     * Makes tables of every shape that is read in a way of its own.
     *
     * @param database an empty one
     * @throws SQLException if the server refuses
     */
    void fill(DataSource database) throws SQLException;

    /** {@return how many rows each of these tables holds} */
    long rows();

    /**
     * Changes values, rows, a table and a sequence.
     *
     * @param database a copy of one that was filled
     * @return what must be told as lost
     * @throws SQLException if the server refuses
     */
    List<Change> change(DataSource database) throws SQLException;

    /** {@return a migration of a database that was filled} */
    Trial trial();

    /** Definitions that last as long as a transaction. Not safe for use by several threads. */
    interface Definitions {
        /** {@return connections to the database; after {@link #make} all is defined in each one's first transaction} */
        DataSource source();

        /**
         * Makes them in the last connection, which is open and in no transaction, and from now on in each that is opened.
         *
         * @return each definition that must be seen: its type and its name; what the user of the database may not make is
         *     not among them
         * @throws SQLException if the server refuses
         */
        Set<String> make() throws SQLException;
    }

    /**
     * A change that must be told as a loss.
     *
     * @param relation where
     * @param column its column; null where whole rows, a relation or a sequence are meant
     * @param kind what must be told of it
     */
    record Change(QualifiedName relation, @Nullable String column, Loss.Kind kind) {}

    /**
     * A migration whose last statement locks a table against everyone.
     *
     * @param statements its statements
     * @param table what is locked, and written to
     */
    record Trial(List<TrialStatement> statements, QualifiedName table) {
        public Trial {
            statements = List.copyOf(statements);
        }
    }

    /**
     * A statement.
     *
     * @param sql its text
     * @param does what must be seen of it
     */
    record TrialStatement(String sql, Set<Effect.Kind> does) {
        public TrialStatement {
            does = Set.copyOf(does);
        }
    }
}
