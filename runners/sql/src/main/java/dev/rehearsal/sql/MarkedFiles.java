package dev.rehearsal.sql;

import dev.rehearsal.sql.Markers.Mark;
import dev.rehearsal.sql.NumberedFiles.Named;
import java.util.List;

/** A layout of files that hold both directions, each behind a marker of its own. Stateless. */
abstract class MarkedFiles implements Layout {
    private final Traits traits;
    private final NumberedFiles files;
    private final Markers markers;

    MarkedFiles(Traits traits, NumberedFiles files, Markers markers) {
        this.traits = traits;
        this.files = files;
        this.markers = markers;
    }

    @Override
    public final Traits traits() {
        return traits;
    }

    /** One whose markers are all misspelt is meant, too. */
    @Override
    public boolean fits(Folder folder) {
        return folder.says(markers.alike());
    }

    @Override
    public void read(Folder folder, Reading reading) {
        files.of(folder, reading).forEach(one -> read(one, reading));
    }

    final void read(Named one, Reading reading) {
        read(one, markers.in(one.file(), reading), reading);
    }

    final List<Named> files(Folder folder, Reading reading) {
        return files.of(folder, reading);
    }

    final boolean named(Folder folder) {
        return folder.named(files.name());
    }

    /**
     * Reads one file.
     *
     * @param one which
     * @param marks the markers in it, in order
     * @param reading told of what is found
     */
    abstract void read(Named one, List<Mark> marks, Reading reading);
}
