package dev.rehearsal.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In which order files came into a project's repository, by their names: a file that was moved is the same one. */
public final class FirstCommits {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCommits.class);
    private static final int NOT_COMMITTED = -1;

    /** How many commits ago each came, about. */
    private final Map<String, Integer> ages = new HashMap<>();

    private FirstCommits() {}

    /**
     * {@return the order; where there is no repository, none is later than another}
     *
     * @param directory inside of it
     * @param names the files' names without their folders
     */
    public static FirstCommits of(Path directory, Set<String> names) {
        FirstCommits commits = new FirstCommits();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(directory.toFile());
        if (builder.getGitDir() == null) {
            return commits;
        }
        try (Repository repository = builder.build()) {
            commits.read(repository, names);
        } catch (IOException | RuntimeException e) {
            LOG.debug("The order of commits is not known", e);
            commits.ages.clear();
        }
        return commits;
    }

    /**
     * {@return whether a file came after another}
     *
     * @param name the file's name
     * @param other the other's name
     */
    public boolean isLater(String name, String other) {
        return age(name) < age(other);
    }

    private int age(String name) {
        return ages.getOrDefault(name, NOT_COMMITTED);
    }

    private void read(Repository repository, Set<String> names) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            return;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.markStart(walk.parseCommit(head));
            int age = 0;
            for (RevCommit commit : walk) {
                if (commit.getParentCount() < 2) {
                    added(repository, walk, commit, names, age);
                }
                age++;
            }
        }
    }

    private void added(Repository repository, RevWalk walk, RevCommit commit, Set<String> names, int age)
            throws IOException {
        try (TreeWalk trees = new TreeWalk(repository)) {
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            trees.addTree(commit.getTree());
            if (commit.getParentCount() == 0) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                trees.addTree(walk.parseCommit(commit.getParent(0)).getTree());
            }
            while (trees.next()) {
                if (trees.getRawMode(0) != 0 && trees.getRawMode(1) == 0 && names.contains(trees.getNameString())) {
                    ages.put(trees.getNameString(), age);
                }
            }
        }
    }
}
