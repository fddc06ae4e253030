package dev.rehearsal.selection;

import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunnerInput.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/** The commit at which the work since a ref began: the merge base of that ref and HEAD. */
final class GitBase implements EarlierFiles, AutoCloseable {
    private final Repository repository;
    private final RevCommit base;
    private final String ref;
    private final Path root;
    private final Path realRoot;
    private @Nullable Set<String> known;

    private GitBase(Repository repository, RevCommit base, String ref) throws IOException {
        this.repository = repository;
        this.base = base;
        this.ref = ref;
        this.root = repository.getWorkTree().toPath().toAbsolutePath().normalize();
        this.realRoot = root.toRealPath();
    }

    static GitBase open(Path directory, String ref) {
        Repository repository = repository(directory, ref);
        try {
            return new GitBase(repository, mergeBase(repository, ref), ref);
        } catch (IOException e) {
            repository.close();
            throw new MigrationSourceException("rehearsal.since=" + ref + ": the repository cannot be read: " + e, e);
        } catch (MigrationSourceException e) {
            repository.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return ref;
    }

    @Override
    public Path root() {
        return root;
    }

    /** Line ends are no change, as git sees it and runners do. */
    @Override
    public Change change(Path file) {
        if (inside(file) == null) {
            return Change.UNKNOWN;
        }
        byte[] before = content(file);
        boolean there = Files.isRegularFile(file);
        if (before == null || !there) {
            return before == null ? (there ? Change.NEW : Change.SAME) : Change.REMOVED;
        }
        try {
            return lines(before).equals(lines(Files.readAllBytes(file))) ? Change.SAME : Change.CHANGED;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).lines().toList();
    }

    @Override
    public byte @Nullable [] content(Path file) {
        String path = inside(file);
        if (path == null || path.isEmpty()) {
            return null;
        }
        try (TreeWalk found = TreeWalk.forPath(repository, path, base.getTree())) {
            return found == null || found.getFileMode(0).getObjectType() != Constants.OBJ_BLOB
                    ? null
                    : repository.open(found.getObjectId(0)).getBytes();
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    @Override
    public List<Path> below(Path folder) {
        String path = inside(folder);
        if (path == null) {
            return List.of();
        }
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(base.getTree());
            walk.setRecursive(true);
            if (!path.isEmpty()) {
                walk.setFilter(PathFilter.create(path));
            }
            List<Path> files = new ArrayList<>();
            while (walk.next()) {
                String found = walk.getPathString();
                if (found.length() > path.length()) {
                    files.add(folder.resolve(found.substring(path.isEmpty() ? 0 : path.length() + 1)));
                }
            }
            return files;
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
    }

    @Override
    public List<Path> endingWith(String end) {
        return known().stream()
                .filter(path -> ("/" + path).endsWith(end))
                .map(root::resolve)
                .toList();
    }

    private Set<String> known() {
        if (known == null) {
            Set<String> paths = new TreeSet<>();
            below(root)
                    .forEach(file -> paths.add(root.relativize(file).toString().replace('\\', '/')));
            try {
                DirCache index = repository.readDirCache();
                for (int i = 0; i < index.getEntryCount(); i++) {
                    paths.add(index.getEntry(i).getPathString());
                }
            } catch (IOException e) {
                throw unreadable("the index", e);
            }
            known = paths;
        }
        return known;
    }

    /** {@return where it is in the repository, whatever links lead there; null if it is outside} */
    private @Nullable String inside(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Path real = real(absolute);
            if (real.startsWith(realRoot)) {
                return realRoot.relativize(real).toString().replace('\\', '/');
            }
            return null;
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /** Of what does not exist any more, the nearest folder that does. */
    private static Path real(Path path) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path parent = path.getParent();
        return parent == null ? path : real(parent).resolve(path.getFileName());
    }

    private MigrationSourceException unreadable(String what, IOException e) {
        return new MigrationSourceException(
                "rehearsal.since=" + ref + ": " + what + " cannot be compared with git: " + e, e);
    }

    @Override
    public void close() {
        repository.close();
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
