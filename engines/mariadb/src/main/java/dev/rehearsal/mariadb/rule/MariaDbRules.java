package dev.rehearsal.mariadb.rule;

import dev.rehearsal.rule.Rule;
import java.util.List;

/** The rules about shapes of MariaDB's SQL. */
public final class MariaDbRules {
    /** All of them, in the order in which they speak. */
    public static final List<Rule> ALL = List.of(new IndexNotConcurrent(), new WriteNotBatched());

    private MariaDbRules() {}
}
