package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.Question;
import dev.rehearsal.profile.TableStatistics;
import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The reading of a database that is not ours: nothing in it is ever changed. */
public interface Inspector {
    /**
     * {@return a way to ask a database; it connects only when it is asked}
     *
     * @param database which
     * @param limits how long anything may take
     */
    Inspected open(DatabaseAddress database, Limits limits);

    /**
     * How long anything may take.
     *
     * @param statement after which a statement is given up, and its question not measured
     * @param lock after which a lock that others hold is no longer waited for
     */
    record Limits(Duration statement, Duration lock) {}

    /** A database that can be asked. Each question is a read-only transaction of its own. Stateless. */
    interface Inspected {
        /** {@return connections whose every transaction is read only, with the limits set} */
        DataSource source();

        /**
         * {@return the version of its server}
         *
         * @throws SQLException if it does not answer, or would not be read only
         */
        String server() throws SQLException;

        /**
         * {@return everything that is defined in it}
         *
         * @param ignored the runner's own tables
         * @throws SQLException if it does not answer in time
         */
        SchemaSnapshot schema(Set<QualifiedName> ignored) throws SQLException;

        /**
         * {@return what its own statistics tell of each table; no table is read for it, and no value of a text}
         *
         * @param ignored the runner's own tables
         * @param bounds whether the smallest and largest values of numbers and times are told, too
         * @throws SQLException if it does not answer in time
         */
        List<TableStatistics> statistics(Set<QualifiedName> ignored, boolean bounds) throws SQLException;

        /** {@return what it is asked, the core's own questions among them, in the order in which they are told} */
        List<Question> questions();

        /**
         * {@return its answers, one to each question that needs nothing but the database; what could not be answered in
         * time is not measured}
         *
         * @param ignored the runner's own tables
         */
        List<Answer> answers(Set<QualifiedName> ignored);

        /**
         * {@return what a definition says that a rehearsal kept as text}
         *
         * @param object whose definition it is
         * @param text as {@link #schema} told it then
         */
        Definition definition(SchemaObject object, String text);

        /**
         * {@return in which of these columns there are NULLs}
         *
         * @param columns as {@link #schema} names them
         */
        Answer nulls(List<SchemaObject> columns);
    }
}
