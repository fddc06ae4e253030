package dev.rehearsal.selection;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** The commit at which the work since a ref began: the merge base of that ref and HEAD. */
final class GitBase implements AutoCloseable {
    /** A file of the work tree against the base. */
    enum State {
        NEW,
        CHANGED,
        SAME
    }

    private final Repository repository;
    private final RevCommit base;

    private GitBase(Repository repository, RevCommit base) {
        this.repository = repository;
        this.base = base;
    }

    static GitBase open(Path directory, String ref) {
        Repository repository = repository(directory, ref);
        try {
            return new GitBase(repository, mergeBase(repository, ref));
        } catch (IOException e) {
            repository.close();
            throw new MigrationSourceException("rehearsal.since=" + ref + ": the repository cannot be read: " + e, e);
        } catch (MigrationSourceException e) {
            repository.close();
            throw e;
        }
    }

    State state(Path file) {
        Path root = repository.getWorkTree().toPath();
        try {
            String path =
                    root.toRealPath().relativize(file.toRealPath()).toString().replace('\\', '/');
            try (TreeWalk found = TreeWalk.forPath(repository, path, base.getTree())) {
                if (found == null) {
                    return State.NEW;
                }
                return found.getObjectId(0).equals(blob(file)) ? State.SAME : State.CHANGED;
            }
        } catch (IOException e) {
            throw new MigrationSourceException(file + " cannot be compared with git: " + e, e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    /** Line ends as git stores them, so that a checkout with CRLF is no edit. */
    private static ObjectId blob(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static Repository repository(Path directory, String ref) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(directory.toFile());
        if (builder.getGitDir() == null) {
            throw new MigrationSourceException("rehearsal.since=" + ref + ": " + directory
                    + " is not inside a git repository. Leave `since` out, or run in a checkout.");
        }
        try {
            return builder.build();
        } catch (IOException e) {
            throw new MigrationSourceException("rehearsal.since=" + ref + ": the repository cannot be read: " + e, e);
        }
    }

    private static RevCommit mergeBase(Repository repository, String ref) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit since = commit(walk, repository.resolve(ref), ref);
            RevCommit head = commit(walk, repository.resolve(Constants.HEAD), Constants.HEAD);
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(since);
            walk.markStart(head);
            RevCommit base = walk.next();
            if (base == null) {
                throw unknown(ref, "shares no history with HEAD");
            }
            return walk.parseCommit(base);
        }
    }

    private static RevCommit commit(RevWalk walk, @Nullable ObjectId id, String ref) throws IOException {
        if (id == null) {
            throw unknown(ref, "is not known to this repository");
        }
        return walk.parseCommit(id);
    }

    private static MigrationSourceException unknown(String ref, String why) {
        return new MigrationSourceException("rehearsal.since: '" + ref + "' " + why
                + ". In CI, check out the whole history (fetch-depth: 0) and fetch that ref first.");
    }
}
