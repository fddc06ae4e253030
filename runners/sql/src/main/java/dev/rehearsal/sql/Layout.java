package dev.rehearsal.sql;

import dev.rehearsal.migration.RunnerWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How one tool names its files, cuts them, and keeps its history. Stateless. */
interface Layout {
    /** {@return the tool's name in messages} */
    String tool();

    /** {@return what things are called by the tool's users} */
    RunnerWords words();

    /** {@return how its files are named, for a reader} */
    String naming();

    /**
     * {@return whether a file is named as only this layout names files}
     *
     * @param name the file's name
     */
    boolean owns(String name);

    /**
     * {@return what a file's name says; empty if it is no migration}
     *
     * @param name the file's name
     */
    Optional<Name> named(String name);

    /**
     * {@return what the files of a folder are}
     *
     * @param files all SQL files of the folder and all that the layout owns
     */
    LayoutFiles read(List<Path> files);

    /** {@return how the tool keeps its history} */
    HistoryTable table();

    /**
     * What a file's name says.
     *
     * @param number the version's number
     * @param title the rest
     * @param up whether it is the way up
     */
    record Name(long number, String title, boolean up) {}
}
