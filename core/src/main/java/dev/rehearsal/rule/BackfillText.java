package dev.rehearsal.rule;

import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.util.stream.Collectors;

/** What the rules about backfills share. */
final class BackfillText {
    private BackfillText() {}

    static String tables(BackfillCheck check) {
        return check.backfills().stream().map(Backfill::table).distinct().collect(Collectors.joining(", "));
    }

    /** {@return a finding where the first of the backfills stands} */
    static Finding finding(Rule rule, Severity severity, String message, BackfillCheck check) {
        Backfill first = check.backfills().get(0);
        return finding(rule, severity, message, first);
    }

    static Finding finding(Rule rule, Severity severity, String message, Backfill backfill) {
        return new Finding(rule.id(), severity, message, rule.remedy(), backfill.script(), backfill.line())
                .on(backfill.table());
    }
}
