package dev.rehearsal.selection;

import dev.rehearsal.result.Origin;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** What git has checked out around a folder. */
public final class Checkout {
    private Checkout() {}

    /**
     * {@return the commit and the branch; null if there is no git, or no commit yet}
     *
     * @param folder of the project
     */
    public static @Nullable Origin of(Path folder) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
        if (builder.getGitDir() == null) {
            return null;
        }
        try (Repository repository = builder.build()) {
            ObjectId head = repository.resolve(Constants.HEAD);
            String full = repository.getFullBranch();
            boolean branch = full != null && full.startsWith(Constants.R_HEADS);
            return head == null
                    ? null
                    : new Origin(head.name(), branch ? full.substring(Constants.R_HEADS.length()) : null);
        } catch (IOException e) {
            return null; // a report without its commit is better than none
        }
    }
}
