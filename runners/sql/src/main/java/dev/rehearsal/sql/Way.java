package dev.rehearsal.sql;

import dev.rehearsal.migration.Script;
import java.util.List;

/**
 * One direction of a version: what its tool sends.
 *
 * @param script what is written
 * @param messages what is sent, one after the other
 * @param transaction whether the tool wraps them in one
 */
record Way(Script script, List<Message> messages, boolean transaction) {
    Way {
        messages = List.copyOf(messages);
    }

    /** {@return a script that is sent as it is} */
    static Way whole(Script script, boolean transaction) {
        return new Way(script, List.of(new Message(0, script.text())), transaction);
    }

    /**
     * What is sent at once.
     *
     * @param offset where it begins in the script
     * @param text as it is sent
     */
    record Message(int offset, String text) {}
}
