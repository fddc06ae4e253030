package dev.rehearsal.sql;

/** How one tool names its files, finds their parts, cuts them, and keeps its history. Stateless. */
interface Layout {
    /** {@return what is the same for all of its files} */
    Traits traits();

    /**
     * {@return whether a folder holds what only this layout is read by}
     *
     * @param folder any
     */
    boolean fits(Folder folder);

    /**
     * Reads the versions of a folder, in the order in which the tool applies them.
     *
     * @param folder which
     * @param reading told of what is found
     */
    void read(Folder folder, Reading reading);
}
