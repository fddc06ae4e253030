package dev.rehearsal.approval;

import java.util.Optional;
import java.util.stream.Stream;

/** What a person can sign. */
public enum Document {
    PLAN("plan", "the plan"),
    ROLLBACK_PLAN("rollback-plan", "the rollback plan");

    private final String id;
    private final String words;

    Document(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** {@return the name in settings and files} */
    public String id() {
        return id;
    }

    /** {@return the file's name beside the reports} */
    public String fileName() {
        return id + ".md";
    }

    /** {@return the name in a sentence} */
    String words() {
        return words;
    }

    /**
     * {@return the document of a name, if there is one}
     *
     * @param id {@code plan} or {@code rollback-plan}
     */
    public static Optional<Document> of(String id) {
        return Stream.of(values()).filter(document -> document.id.equals(id)).findFirst();
    }
}
