package dev.rehearsal.approval;

import dev.rehearsal.approval.ApprovalFile.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a signature is there and still holds.
 *
 * @param entries all signatures
 * @param rehearsal the last rehearsal
 * @param scripts the scripts as they are now
 * @param reports where the documents are
 */
record SignatureGate(List<Entry> entries, LastRehearsal rehearsal, CurrentScripts scripts, Path reports) {
    /** {@return what its role must do; empty if nothing} */
    List<String> problems(RequiredSignature required) {
        Optional<Entry> found = find(required);
        if (found.isEmpty()) {
            return List.of(demand(required, "", required.because() + "."));
        }
        Approval approval = found.get().approval();
        if (!found.get().genuine()) {
            return List.of(demand(
                    required,
                    " again",
                    "the entry of " + approval.by() + " was edited by hand in " + ApprovalFile.NAME + "."));
        }
        return changes(approval).stream()
                .map(change -> demand(
                        required, " again", change + " since " + approval.by() + " signed on " + approval.at() + "."))
                .toList();
    }

    /** {@return the signature that counts, whether it holds or not} */
    Optional<Approval> approval(RequiredSignature required) {
        return find(required).map(Entry::approval);
    }

    private Optional<Entry> find(RequiredSignature required) {
        return entries.stream()
                .filter(entry -> required.isMetBy(entry.approval()))
                .reduce((first, last) -> last);
    }

    private List<String> changes(Approval approval) {
        List<String> changes = approval.substance().changesUntil(scripts.with(rehearsal.substance()));
        return changes.isEmpty() && documentChanged(approval)
                ? List.of(approval.document().fileName() + " was changed")
                : changes;
    }

    /** Only of the same rehearsal: another one measures other figures, and its document is another text. */
    private boolean documentChanged(Approval approval) {
        return approval.rehearsal().equals(rehearsal.started())
                && DocumentBytes.find(reports, approval.document())
                        .filter(now -> !now.equals(approval.documentDigest()))
                        .isPresent();
    }

    private static String demand(RequiredSignature required, String again, String why) {
        return required.role() + ": approve " + required.document().words() + again + " by " + required.command() + ": "
                + why;
    }
}
