package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Databases.Newcomers;
import dev.rehearsal.migration.Migration;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Runs migrations on a copy of a stage before their turn comes: what they leave on the server beside databases, such as
 * roles, is taken away again, so that they can make it then.
 */
final class AheadOfTime {
    private AheadOfTime() {}

    /** What is done to the copy. */
    @FunctionalInterface
    interface Work<T> {
        T on(Stage copy) throws SQLException;
    }

    /** {@return what came of it; empty, and nothing is run, if our role may not take away what they leave} */
    static <T> Optional<T> run(Stage stage, List<Migration> migrations, Work<T> work) throws SQLException {
        Optional<Newcomers> newcomers =
                stage.dialect().databases().newcomers(stage.pool().maintenance(), namedBy(migrations));
        if (newcomers.isEmpty()) {
            return Optional.empty();
        }
        try (Stage copy = stage.copy()) {
            T result = work.on(copy);
            newcomers.get().drop(copy.dataSource());
            return Optional.of(result);
        }
    }

    /** Others use the server, too: ours is what the scripts name; what code makes, nobody can read. */
    private static Predicate<String> namedBy(List<Migration> migrations) {
        boolean code =
                migrations.stream().anyMatch(migration -> migration.kind().program());
        return name -> code
                || migrations.stream()
                        .anyMatch(migration -> migration.script().text().contains(name));
    }
}
