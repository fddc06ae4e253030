package dev.rehearsal.approval;

import dev.rehearsal.text.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what is signed. */
final class DocumentBytes {
    private DocumentBytes() {}

    static String digest(Path reports, Document document) {
        return find(reports, document)
                .orElseThrow(() -> new ApprovalException("There is no " + reports.resolve(document.fileName())
                        + " to approve. Run mvn rehearsal:plan, and read it."));
    }

    static Optional<String> find(Path reports, Document document) {
        Path path = reports.resolve(document.fileName());
        try {
            return Files.exists(path) ? Optional.of(Digests.ofBytes(Files.readAllBytes(path))) : Optional.empty();
        } catch (IOException e) {
            throw new ApprovalException(path + " cannot be read: " + e.getMessage());
        }
    }
}
