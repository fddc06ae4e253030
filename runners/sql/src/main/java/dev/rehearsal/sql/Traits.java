package dev.rehearsal.sql;

import dev.rehearsal.migration.RunnerWords;

/**
 * What a layout's tool does, as far as it is the same for all of its files.
 *
 * @param id its name in settings
 * @param naming how its files are named, for a reader
 * @param words what things are called by the tool's users
 * @param table how it keeps its history
 * @param booking when it writes the history
 * @param cuts whether it sends single statements
 * @param checked whether what it leaves behind was compared with the tool, or read in its source
 */
record Traits(
        String id,
        String naming,
        RunnerWords words,
        HistoryTable table,
        Booking booking,
        boolean cuts,
        boolean checked) {
    /** When a tool writes its history. */
    enum Booking {
        /** With the script: in its transaction, where it has one. */
        WITH,
        /** After the script, in a transaction of its own. */
        AFTER,
        /** With the script, all that is pending in one transaction. */
        TOGETHER
    }

    /** {@return the tool's name in messages} */
    String tool() {
        return words.product();
    }
}
