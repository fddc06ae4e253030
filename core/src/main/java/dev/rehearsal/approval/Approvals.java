package dev.rehearsal.approval;

import dev.rehearsal.approval.ApprovalFile.Entry;
import dev.rehearsal.result.Risk;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The sign-offs of a project: records them, and says what is missing. Not safe for use by several threads. */
public final class Approvals {
    private final ApprovalFile file;
    private final Path reports;
    private final ApprovalRules rules;
    private final CurrentScripts scripts;
    private final Clock clock;

    /**
     * Makes them; nothing is read yet.
     *
     * @param root the project's root, where the sign-offs are kept
     * @param reports the folder of the rehearsal's reports
     * @param rules who must sign what
     * @param scripts the scripts as they are now
     * @param clock tells the time of a signature and the age of a rehearsal
     */
    public Approvals(Path root, Path reports, ApprovalRules rules, CurrentScripts scripts, Clock clock) {
        this.file = new ApprovalFile(root);
        this.reports = reports;
        this.rules = rules;
        this.scripts = scripts;
        this.clock = clock;
    }

    /**
     * Records a signature.
     *
     * @param role in which role
     * @param by the person
     * @param document what is signed; empty for the one document that the role signs
     * @return what was recorded, for a reader
     * @throws ApprovalException if there is nothing that this person could sign in this role
     */
    public String approve(String role, String by, Optional<Document> document) {
        Candidate candidate = new Candidate(role.strip(), by.strip(), rules);
        Document signed = candidate.document(document);
        LastRehearsal rehearsal =
                LastRehearsal.in(reports).orElseThrow(() -> new ApprovalException(RehearsalGate.missing(reports)));
        List<String> unfit = new RehearsalGate(rules, scripts, clock).problems(rehearsal);
        if (!unfit.isEmpty()) {
            throw new ApprovalException("There is nothing to approve yet. " + String.join(" ", unfit));
        }
        Approval approval = new Approval(
                candidate.role(),
                candidate.by(),
                clock.instant(),
                signed,
                DocumentBytes.digest(reports, signed),
                rehearsal.started(),
                scripts.with(rehearsal.substance()));
        candidate.refuseSecondRole(
                approval, file.read().stream().map(Entry::approval).toList());
        file.add(approval);
        return approval.signer() + " approved " + signed.words() + " in " + ApprovalFile.NAME
                + ". Commit that file with the scripts.";
    }

    /**
     * {@return where the project stands, from one reading of the report and the sign-offs}
     *
     * @throws ApprovalException if the report or the sign-offs cannot be read
     */
    public Standing standing() {
        return LastRehearsal.in(reports)
                .map(this::standing)
                .orElseGet(() -> new Standing(List.of(RehearsalGate.missing(reports)), "none", 0));
    }

    private Standing standing(LastRehearsal rehearsal) {
        SortedMap<String, Risk> risks = rehearsal.substance().risks();
        List<RequiredSignature> required = RequiredSignature.of(rules, risks);
        List<String> problems = new ArrayList<>(new RehearsalGate(rules, scripts, clock).problems(rehearsal));
        problems.addAll(unsigned(required, rehearsal));
        String risk = risks.values().stream()
                .max(Comparator.naturalOrder())
                .map(Risk::name)
                .orElse("none");
        return new Standing(problems, risk, required.size());
    }

    private List<String> unsigned(List<RequiredSignature> all, LastRehearsal rehearsal) {
        SignatureGate signatures = new SignatureGate(file.read(), rehearsal, scripts, reports);
        List<String> problems = new ArrayList<>();
        List<Approval> counted = new ArrayList<>();
        for (RequiredSignature required : all) {
            problems.addAll(signatures.problems(required));
            signatures.approval(required).ifPresent(counted::add);
        }
        if (!rules.samePerson()) {
            problems.addAll(Candidate.personsInTwoRoles(counted));
        }
        return problems;
    }
}
