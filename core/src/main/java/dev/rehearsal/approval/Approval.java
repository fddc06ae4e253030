package dev.rehearsal.approval;

import java.time.Instant;
import java.util.Locale;

/**
 * One signature.
 *
 * @param role in which role
 * @param by the person
 * @param at when
 * @param document what was signed
 * @param documentDigest the document's bytes
 * @param rehearsal when the rehearsal began that the document tells of
 * @param substance what that rehearsal found
 */
record Approval(
        String role,
        String by,
        Instant at,
        Document document,
        String documentDigest,
        Instant rehearsal,
        Substance substance) {
    /** {@return whether both are of one role for one document, so that the later one stands for both} */
    boolean replaces(Approval other) {
        return role.equals(other.role) && document == other.document;
    }

    boolean isBySamePersonAs(Approval other) {
        return person().equals(other.person());
    }

    /** {@return who and in which role: {@code Ada Lovelace (dba)}} */
    String signer() {
        return by + " (" + role + ")";
    }

    private String person() {
        return by.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
