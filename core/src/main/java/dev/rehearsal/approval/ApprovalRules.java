package dev.rehearsal.approval;

import dev.rehearsal.result.Risk;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who must sign what, and how long a rehearsal counts.
 *
 * @param roles the roles that must sign each document of a migration of each risk
 * @param maxAge how old the rehearsal may be
 * @param samePerson whether one person may sign in two roles
 */
public record ApprovalRules(Map<Risk, Map<Document, List<String>>> roles, Duration maxAge, boolean samePerson) {
    private static final Duration DEFAULT_MAX_AGE = Duration.ofDays(14);

    public ApprovalRules {
        roles = Map.copyOf(roles);
    }

    /**
     * {@return the rules of a project}
     *
     * @param settings what it asks for; what it does not name is as by default
     */
    public static ApprovalRules of(Settings settings) {
        Map<Risk, Map<Document, List<String>>> roles = new EnumMap<>(Risk.class);
        for (Risk risk : Risk.values()) {
            Map<Document, List<String>> documents = new EnumMap<>(Document.class);
            for (Document document : Document.values()) {
                Key key = key(risk, document);
                // an empty list was written to say that nobody must sign
                documents.put(
                        document, settings.values().containsKey(key) ? settings.list(key) : byDefault(risk, document));
            }
            roles.put(risk, documents);
        }
        return new ApprovalRules(
                roles,
                settings.duration(Key.APPROVALS_MAX_AGE).orElse(DEFAULT_MAX_AGE),
                settings.isOn(Key.APPROVALS_SAME_PERSON));
    }

    /** {@return the roles that must sign a document of a migration of a risk} */
    List<String> rolesFor(Risk risk, Document document) {
        return roles.getOrDefault(risk, Map.of()).getOrDefault(document, List.of());
    }

    /** {@return every role that is ever asked for} */
    List<String> known() {
        return roles.values().stream()
                .flatMap(documents -> documents.values().stream())
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return the documents that a role is ever asked to sign} */
    List<Document> documentsOf(String role) {
        return List.of(Document.values()).stream()
                .filter(document -> roles.values().stream()
                        .anyMatch(documents ->
                                documents.getOrDefault(document, List.of()).contains(role)))
                .toList();
    }

    private static List<String> byDefault(Risk risk, Document document) {
        return switch (risk) {
            case LOW -> List.of();
            case MEDIUM -> document == Document.PLAN ? List.of("dba") : List.of();
            case HIGH -> List.of(document == Document.PLAN ? "dba" : "ops");
        };
    }

    private static Key key(Risk risk, Document document) {
        boolean plan = document == Document.PLAN;
        return switch (risk) {
            case LOW -> plan ? Key.APPROVALS_LOW_PLAN : Key.APPROVALS_LOW_ROLLBACK_PLAN;
            case MEDIUM -> plan ? Key.APPROVALS_MEDIUM_PLAN : Key.APPROVALS_MEDIUM_ROLLBACK_PLAN;
            case HIGH -> plan ? Key.APPROVALS_HIGH_PLAN : Key.APPROVALS_HIGH_ROLLBACK_PLAN;
        };
    }
}
