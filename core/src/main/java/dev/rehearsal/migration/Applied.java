package dev.rehearsal.migration;

import java.util.List;

/**
 * What a database says it has applied, held against a project's migrations up to one of them.
 *
 * @param failed versions, and repeatable scripts, whose last run failed
 * @param missing versions up to that one that are not applied
 * @param beyond versions that are applied and come after that one, or that the project does not have
 */
public record Applied(List<String> failed, List<String> missing, List<String> beyond) {
    public Applied {
        failed = List.copyOf(failed);
        missing = List.copyOf(missing);
        beyond = List.copyOf(beyond);
    }
}
