package dev.rehearsal.postgres.wire;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.dialect.Scripts.Part;
import dev.rehearsal.dialect.Wire.Sent;
import dev.rehearsal.postgres.script.PostgresScripts;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of the extended protocol since the last that was sent on, and what the names in them stand for. */
final class Batch {
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final List<String> executed = new ArrayList<>();
    private ByteArrayOutputStream messages = new ByteArrayOutputStream();

    /** Adds a message. */
    void add(char type, byte[] body, byte[] whole) {
        messages.writeBytes(whole);
        String first = Messages.text(body, 0);
        int second = Messages.end(body, 0) + 1;
        switch (type) {
            case 'P' -> statements.put(first, Messages.text(body, second));
            case 'B' -> portals.put(first, statements.getOrDefault(Messages.text(body, second), ""));
            case 'E' -> executed.add(portals.getOrDefault(first, ""));
            default -> {}
        }
    }

    int size() {
        return messages.size();
    }

    /** {@return the messages as one step; with nothing to tell of, if nothing is executed} */
    Step take() {
        Step step = Step.whole(messages.toByteArray(), sent());
        messages = new ByteArrayOutputStream();
        executed.clear();
        return step;
    }

    private @Nullable Sent sent() {
        List<Part> parts = executed.stream()
                .flatMap(sql -> new PostgresScripts().parts(sql).stream())
                .toList();
        List<Control> controls = parts.stream().map(Part::control).toList();
        return parts.isEmpty()
                ? null
                : new Sent(String.join(";\n", parts.stream().map(Part::sql).toList()), controls);
    }
}
