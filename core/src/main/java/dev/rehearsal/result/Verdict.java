package dev.rehearsal.result;

/** The answer. */
public enum Verdict {
    PASSED,
    FAILED,
    /** Something that was asked for could not be measured. */
    INCOMPLETE
}
