package dev.rehearsal.approval;

import dev.rehearsal.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who wants to sign.
 *
 * @param role in which role
 * @param by the person
 * @param rules who must sign what
 */
record Candidate(String role, String by, ApprovalRules rules) {
    Candidate {
        if (by.isEmpty() || by.lines().count() > 1) {
            throw new ApprovalException("Who approves? Write -Dby=\"Ada Lovelace\", one person's name on one line.");
        }
        if (!rules.known().contains(role)) {
            throw new ApprovalException("No document asks for the role '" + role + "'. "
                    + NearestName.hint(role, rules.known()) + " Roles stand in rehearsal.yaml under approvals.");
        }
    }

    /** {@return the document that is meant} */
    Document document(Optional<Document> named) {
        List<Document> own = rules.documentsOf(role);
        if (named.isEmpty() && own.size() > 1) {
            throw new ApprovalException("The role " + role + " signs several documents. Name one:"
                    + " -Drehearsal.document=plan or -Drehearsal.document=rollback-plan.");
        }
        Document document = named.orElse(own.get(0));
        if (!own.contains(document)) {
            throw new ApprovalException("Nobody asks the role " + role + " to approve " + document.words() + ", but "
                    + own.get(0).words() + ". Say -Drehearsal.document="
                    + own.get(0).id() + ", or change"
                    + " the approvals in rehearsal.yaml.");
        }
        return document;
    }

    /** A signature that no longer holds binds nobody. */
    void refuseSecondRole(Approval approval, List<Approval> others) {
        if (rules.samePerson()) {
            return;
        }
        others.stream()
                .filter(other -> !other.role().equals(approval.role()) && other.isBySamePersonAs(approval))
                .filter(other ->
                        other.substance().changesUntil(approval.substance()).isEmpty())
                .findFirst()
                .ifPresent(other -> {
                    throw new ApprovalException(other.signer() + " has signed already, and cannot sign as "
                            + approval.role() + " as well. Let somebody else sign, or permit it by"
                            + " approvals.allowSamePerson: true in rehearsal.yaml.");
                });
    }

    /** {@return a line for each person who signed in two roles} */
    static List<String> personsInTwoRoles(List<Approval> approvals) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < approvals.size(); i++) {
            for (int j = 0; j < i; j++) {
                Approval first = approvals.get(j);
                Approval second = approvals.get(i);
                if (first.isBySamePersonAs(second) && !first.role().equals(second.role())) {
                    problems.add(second.role() + ": let another person than " + second.by() + " approve "
                            + second.document().words() + ": " + first.signer() + " cannot sign both.");
                }
            }
        }
        return problems;
    }
}
