package dev.rehearsal.report.ci;

import dev.rehearsal.report.ci.CheckOutcome.Kind;

/** One test case as a build server shows it. */
record TestCase(String className, String name, double milliseconds, CheckOutcome outcome) {
    boolean is(Kind kind) {
        return outcome.kind() == kind;
    }

    boolean bad() {
        return is(Kind.FAILURE) || is(Kind.ERROR);
    }
}
