package dev.rehearsal.selection;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.Finding;
import java.util.List;

/**
 * Which migrations are rehearsed, and what choosing them has brought to light.
 *
 * @param migrations those to rehearse, oldest first
 * @param findings what is wrong with the history, such as an edited migration
 * @param reason why just these, for a reader
 */
public record Selection(List<Migration> migrations, List<Finding> findings, String reason) {
    public Selection {
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
    }
}
