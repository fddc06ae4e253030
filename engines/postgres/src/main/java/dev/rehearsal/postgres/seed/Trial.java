package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.SeedColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns that are tried together until the conditions over them hold. Columns that no condition ties to one another are
 * tried apart: what is likely for each of them is not made unlikely by the others.
 *
 * @param columns which
 * @param sources the numbers of the draws and joins that they are made of
 * @param conditions what they must fulfil together; empty if anything goes
 */
record Trial(Set<String> columns, Set<String> sources, List<String> conditions) {
    /** How many candidates are tried for each row. */
    static final int ATTEMPTS = 300;

    private static final Pattern SOURCE = Pattern.compile("\\bd\\.\"#(\\d+)\"|\\b[mc](\\d+)\\.");

    /** {@return the columns of a plan in as many groups as its conditions allow} */
    static List<Trial> of(TablePlan plan) {
        List<Set<String>> ties = new ArrayList<>();
        plan.values().forEach((column, value) -> ties.add(withSources(column, value)));
        plan.joins().forEach(join -> ties.add(sources(join)));
        for (String condition : plan.conditions()) {
            ties.add(mentioned(condition, plan));
        }
        List<Set<String>> groups = new ArrayList<>();
        ties.forEach(tie -> join(groups, tie));
        return groups.stream()
                .map(group -> trial(group, plan))
                .filter(t -> !t.columns.isEmpty())
                .toList();
    }

    private static Trial trial(Set<String> group, TablePlan plan) {
        Set<String> columns = new LinkedHashSet<>(plan.values().keySet());
        columns.retainAll(group);
        Set<String> sources = new LinkedHashSet<>(group);
        sources.removeAll(columns);
        return new Trial(
                columns,
                sources,
                plan.conditions().stream()
                        .filter(condition -> group.containsAll(mentioned(condition, plan)))
                        .toList());
    }

    private static void join(List<Set<String>> groups, Set<String> tie) {
        Set<String> all = new LinkedHashSet<>(tie);
        groups.removeIf(group -> {
            boolean shared = group.stream().anyMatch(tie::contains);
            if (shared) {
                all.addAll(group);
            }
            return shared;
        });
        groups.add(all);
    }

    private static Set<String> withSources(String column, String value) {
        Set<String> tie = sources(value);
        tie.add(column);
        return tie;
    }

    /** Draws and joins, under names that no column can have. */
    private static Set<String> sources(String sql) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = SOURCE.matcher(sql);
        while (matcher.find()) {
            found.add("\0" + (matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
        }
        return found;
    }

    /** The columns that a condition may speak of, through generated ones as well; all of them where that is not plain. */
    private static Set<String> mentioned(String condition, TablePlan plan) {
        Set<String> found = new LinkedHashSet<>();
        for (SeedColumn column : plan.task().table().columns()) {
            if (!mentions(condition, column.name())) {
                continue;
            }
            String generated = column.generated();
            if (generated == null) {
                found.add(column.name());
            } else {
                found.addAll(mentioned(generated, plan));
            }
        }
        found.retainAll(plan.values().keySet());
        return found.isEmpty() || condition.contains(".*")
                ? new LinkedHashSet<>(plan.values().keySet())
                : found;
    }

    /** {@return whether the draw of that name is one of these} */
    boolean draws(String name) {
        return sources.contains("\0" + name.substring(1));
    }

    /** {@return whether the join belongs to these} */
    boolean joins(String join) {
        return sources.containsAll(sources(join));
    }

    /** {@return whether a condition over these may speak of the column} */
    boolean speaksOf(String column) {
        return conditions.stream().anyMatch(condition -> condition.contains(".*") || mentions(condition, column));
    }

    private static boolean mentions(String sql, String column) {
        String quoted = SqlNames.quote(column);
        String name = quoted.substring(1, quoted.length() - 1);
        return column.matches("\\w+")
                ? Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(sql)
                        .find()
                : sql.contains(name);
    }
}
