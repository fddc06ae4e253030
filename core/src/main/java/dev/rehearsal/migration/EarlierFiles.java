package dev.rehearsal.migration;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project's files as they were at an earlier time, such as the base of a merge request. */
public interface EarlierFiles {
    /** {@return the name of that time, for a reader: {@code origin/main}} */
    String name();

    /** {@return the folder below which files of that time are known} */
    Path root();

    /**
     * {@return what has become of a file since}
     *
     * @param file as it is now; it need not exist any more
     */
    RunnerInput.Change change(Path file);

    /**
     * {@return what a file held then; null if there was none}
     *
     * @param file where it would be now
     */
    byte @Nullable [] content(Path file);

    /**
     * {@return the files that were below a folder then}
     *
     * @param folder where it would be now
     */
    List<Path> below(Path folder);

    /**
     * {@return the files of then and of now, as far as they are kept, whose path ends so}
     *
     * @param end the last names of the path, separated by {@code /}
     */
    List<Path> endingWith(String end);
}
