package dev.rehearsal.result;

/** How much a finding matters, least first. */
public enum Severity {
    NOTE,
    WARNING,
    /** Fails the build. */
    ERROR
}
