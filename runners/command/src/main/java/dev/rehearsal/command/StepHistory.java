package dev.rehearsal.command;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a database says it has applied. */
interface StepHistory {
    /** {@return the tables that are not the user's} */
    Set<QualifiedName> tables();

    /** {@return the keys of what is applied, in the order of the versions} */
    List<String> applied(Connection connection, List<Version> versions) throws SQLException;

    /** Called after a step that went well. */
    void note(Connection connection, Version version, boolean up) throws SQLException;

    /** {@return whether it is the tool's own, so that it tells what the tool has done} */
    boolean ofTool();

    /** {@return how it is called in a sentence} */
    String called();
}
