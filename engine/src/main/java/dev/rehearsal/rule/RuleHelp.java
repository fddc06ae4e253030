package dev.rehearsal.rule;

import dev.rehearsal.result.Severity;

/**
 * What a rule is about, for the reader of a report.
 *
 * @param id the rule's id
 * @param severity how much it matters by default
 * @param reason why, one sentence
 */
public record RuleHelp(String id, Severity severity, String reason) {}
