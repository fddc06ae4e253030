package dev.rehearsal.approval;

import dev.rehearsal.result.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A signature that must be there.
 *
 * @param document of what
 * @param role in which role
 * @param because why: {@code version 2 is HIGH}
 */
record RequiredSignature(Document document, String role, String because) {
    /** {@return what the risks of these versions ask for, each signature once, for the first version that does} */
    static List<RequiredSignature> of(ApprovalRules rules, SortedMap<String, Risk> risks) {
        List<RequiredSignature> required = new ArrayList<>();
        for (Map.Entry<String, Risk> version : risks.entrySet()) {
            for (Document document : Document.values()) {
                for (String role : rules.rolesFor(version.getValue(), document)) {
                    if (required.stream().noneMatch(one -> one.document == document && one.role.equals(role))) {
                        String because = "version " + version.getKey() + " is " + version.getValue();
                        required.add(new RequiredSignature(document, role, because));
                    }
                }
            }
        }
        return required;
    }

    boolean isMetBy(Approval approval) {
        return approval.document() == document && approval.role().equals(role);
    }

    /** {@return the command that meets it} */
    String command() {
        return "mvn rehearsal:approve -Drole=" + role + " -Dby=\"…\" -Drehearsal.document=" + document.id();
    }
}
