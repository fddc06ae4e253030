package dev.rehearsal.report.format;

import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashRun;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an up fared that was killed at many moments, in a sentence. */
final class CrashSentence {
    private static final int EXAMPLES = 6;

    private CrashSentence() {}

    static String of(CrashCheck check) {
        if (check.skipped() != null) {
            return "not rehearsed: " + check.skipped();
        }
        List<CrashRun> bad =
                check.runs().stream().filter(run -> !run.recovered()).toList();
        long partial = check.runs().stream().filter(CrashRun::partial).count();
        String killed = "killed at " + Sizes.count(check.runs().size(), "moment") + " and run again: "
                + (partial == 0 ? "nothing was left of it" : "a part of it was left at " + partial) + "; ";
        String again = bad.isEmpty()
                ? "every rerun completed it"
                : "a rerun did not complete it after a crash "
                        + list(bad.stream().map(CrashRun::point).map(CrashPoint::place));
        String left = check.notTried().isEmpty() ? "" : "; not tried: " + list(check.notTried().stream());
        return killed + again + left;
    }

    private static String list(Stream<String> items) {
        List<String> all = items.toList();
        String first = all.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
        return all.size() <= EXAMPLES ? first : first + " and " + (all.size() - EXAMPLES) + " more";
    }
}
