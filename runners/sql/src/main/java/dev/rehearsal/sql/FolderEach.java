package dev.rehearsal.sql;

/** A layout in which each version is a folder. Stateless. */
abstract class FolderEach implements Layout, SubFolders.Ways {
    private final Traits traits;
    private final SubFolders folders;

    FolderEach(Traits traits, SubFolders folders) {
        this.traits = traits;
        this.folders = folders;
    }

    @Override
    public final Traits traits() {
        return traits;
    }

    @Override
    public final void read(Folder folder, Reading reading) {
        folders.read(folder, reading, this);
    }

    final SubFolders folders() {
        return folders;
    }
}
