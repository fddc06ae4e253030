package dev.rehearsal.seeding;

import dev.rehearsal.dialect.Seeder.Filled;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Task.Held;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the filling of a database asks of its engine. Every method fails with what the server says. */
public interface SeedServer {
    /** {@return all tables with what scripts assume of them, by name, but the runner's own} */
    Map<QualifiedName, SeedTable> tables(Set<QualifiedName> ignored, VolumeProfile profile) throws SQLException;

    /** {@return the same tables as they are defined} */
    Collection<SeedTable> defined();

    /** {@return what became of each assumption} */
    List<Assumed> assumed() throws SQLException;

    /** {@return the rows of each table} */
    Map<QualifiedName, Long> rows(List<SeedTable> tables) throws SQLException;

    /** {@return the rows of a table, and up to which number its keys are taken} */
    Held held(SeedTable table, long rows) throws SQLException;

    /** {@return the table, which knows the keys that are to stay free for scripts} */
    SeedTable leaving(SeedTable table) throws SQLException;

    /** Runs a script of the user's. */
    void run(String script) throws SQLException;

    /** Fills in the one way that the task names; all of it or nothing. */
    Made fill(Task task) throws SQLException, UnfillableException;

    /** {@return whether rows can be made in one session and written in another} */
    boolean streams();

    /** {@return what a refusal says of the way that was tried} */
    Refusal refusal(SQLException refusal);

    /** {@return how tables that point at each other are filled} */
    Circling circling();

    /** {@return the values of its types} */
    SeedTypes types();

    /** Sets what counts the keys of a table ahead of those that were written. */
    void advance(SeedTable table) throws SQLException;

    /** {@return the partitions of a table that hold no row} */
    EmptyPartitions emptyPartitions(SeedTable table) throws SQLException;

    /** {@return the nullable columns that hold nothing, of tables that have rows} */
    Map<SeedTable, Set<String>> emptyColumns(Collection<SeedTable> tables, VolumeProfile profile) throws SQLException;

    /** {@return the tables that the server could not gather statistics of} */
    List<Unfilled> analyse(Set<QualifiedName> tables) throws SQLException;

    /** Tells what was filled. */
    void tell(List<Filled> tables, Progress progress) throws SQLException;

    /** What a refusal says of the way that was tried. */
    enum Refusal {
        /** Making and writing at the same time does not go. */
        OF_STREAM,
        /** A row has a key that another has. */
        OF_KEY,
        /** A row does not meet a CHECK. */
        OF_CHECK,
        /** A value does not fit. */
        OF_VALUE,
        OTHER
    }
}
