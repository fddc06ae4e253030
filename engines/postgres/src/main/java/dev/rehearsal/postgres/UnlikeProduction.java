package dev.rehearsal.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The settings of a server that make its times unlike production's. */
final class UnlikeProduction {
    private record Check(String setting, String usual, String consequence) {}

    private static final List<Check> CHECKS = List.of(
            new Check("fsync", "on", "nothing waits for the disk"),
            new Check("synchronous_commit", "on", "a commit does not wait for the disk"),
            new Check("full_page_writes", "on", "the log is smaller than in production"),
            new Check("autovacuum", "on", "dead rows and old statistics stay"),
            new Check("wal_level", "replica", "the log holds less than in production"));

    private UnlikeProduction() {}

    /** {@return one sentence for each setting that is not as usual} */
    static List<String> sentences(DatabaseCatalog catalog) throws SQLException {
        List<String> sentences = new ArrayList<>();
        for (Check check : CHECKS) {
            String value = catalog.setting(check.setting());
            if (!value.equals(check.usual()) && !isStricter(check, value)) {
                sentences.add(check.setting() + " is " + value + ": " + check.consequence());
            }
        }
        return sentences;
    }

    /** Logical replication writes a little more, a standby makes commits wait longer: production has both. */
    private static boolean isStricter(Check check, String value) {
        return switch (check.setting()) {
            case "wal_level" -> value.equals("logical");
            case "synchronous_commit" -> value.startsWith("remote_");
            default -> false;
        };
    }
}
