package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * At which moments an up is killed. In one transaction all moments before its commit are alike to the server, so that
 * only a few of them are tried; without one, each is its own.
 *
 * @param chosen in their order
 * @param notTried what was left out, each with the reason
 */
record CrashPoints(List<CrashPoint> chosen, List<String> notTried) {
    CrashPoints {
        chosen = List.copyOf(chosen);
        notTried = List.copyOf(notTried);
    }

    static CrashPoints of(Migration migration, boolean inTransaction, List<Told> told, int limit) {
        String script = migration.script().name();
        List<CrashPoint> all = inTransaction ? inTransaction(script, told) : boundaries(script, told);
        List<CrashPoint> chosen = spread(all, limit);
        List<String> left = new ArrayList<>();
        all.stream()
                .filter(point -> !chosen.contains(point))
                .forEach(point -> left.add(point.place() + ": more than " + limit + " (rehearsal.crash.points)"));
        int alike = inTransaction ? told.size() - 2 : 0;
        if (alike > 0) {
            left.add((alike == 1 ? "1 more moment" : alike + " more moments") + " between the statements of " + script
                    + ": they are in the transaction of those that were tried, which is committed or not as a whole");
        }
        if (told.isEmpty()) {
            left.add("before and after each statement of " + script + ": it is no script, and does not tell them");
        }
        return new CrashPoints(chosen, left);
    }

    private static List<CrashPoint> inTransaction(String script, List<Told> told) {
        List<CrashPoint> points = new ArrayList<>();
        if (!told.isEmpty()) {
            points.add(point(When.BEFORE, script, told, 1));
            points.add(point(When.AFTER, script, told, 1));
        }
        points.add(new CrashPoint(When.BEFORE_COMMIT, script, 0, 0));
        points.add(new CrashPoint(When.AFTER_COMMIT, script, 0, 0));
        return points;
    }

    private static List<CrashPoint> boundaries(String script, List<Told> told) {
        List<CrashPoint> points = new ArrayList<>();
        for (int i = 1; i <= told.size(); i++) {
            if (i == 1) {
                points.add(point(When.BEFORE, script, told, i));
            }
            if (told.get(i - 1).commitsInside()) {
                points.add(point(When.DURING, script, told, i));
            }
            points.add(point(When.AFTER, script, told, i));
        }
        return points;
    }

    private static CrashPoint point(When when, String script, List<Told> told, int statement) {
        return new CrashPoint(
                when, script, statement, told.get(statement - 1).statement().line());
    }

    /** What can stay half done comes first; of the rest, the last and then every nth. */
    private static List<CrashPoint> spread(List<CrashPoint> all, int limit) {
        if (all.size() <= limit) {
            return all;
        }
        TreeSet<Integer> kept = new TreeSet<>();
        for (int i = 0; i < all.size() && kept.size() < limit; i++) {
            if (all.get(i).when() == When.DURING) {
                kept.add(i);
            }
        }
        List<Integer> rest = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (!kept.contains(i)) {
                rest.add(i);
            }
        }
        int free = limit - kept.size();
        for (int i = 0; i < free; i++) {
            kept.add(rest.get(free == 1 ? 0 : i * (rest.size() - 1) / (free - 1)));
        }
        return kept.stream().map(all::get).toList();
    }
}
