package dev.rehearsal.plan;

import java.util.List;

/**
 * The rehearsal's answer to one migration.
 *
 * @param verdict the answer
 * @param risk how much it can hurt
 * @param riskReasons why
 */
public record PlannedAnswer(String verdict, String risk, List<String> riskReasons) {}
