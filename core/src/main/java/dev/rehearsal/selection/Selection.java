package dev.rehearsal.selection;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Selected;
import java.util.List;

/**
 * Which migrations are rehearsed, and what choosing them has brought to light.
 *
 * @param migrations those to rehearse, oldest first, the repeatable ones last
 * @param findings what is wrong with the history, such as an edited migration
 * @param why why just these, for a reader
 */
public record Selection(List<Migration> migrations, List<Finding> findings, Selected why) {
    public Selection {
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
    }

    /** {@return the repeatable ones among them} */
    public List<Migration> repeatables() {
        return migrations.stream().filter(Migration::repeatable).toList();
    }
}
