package dev.rehearsal.postgres.wire;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.dialect.Scripts.Part;
import dev.rehearsal.dialect.Wire.Sent;
import dev.rehearsal.postgres.script.PostgresScripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a program has sent at once and waits for: most often one step. A message of several statements can be more, one
 * after the other, in the transaction that the server would have made of them.
 */
final class Exchange {
    private final List<Step> steps;
    private final boolean own;
    private int at;
    private @Nullable SQLException failure;
    private byte @Nullable [] held;

    private Exchange(List<Step> steps, boolean own) {
        this.steps = new ArrayList<>(steps);
        this.own = own;
    }

    static Exchange of(Step step) {
        return new Exchange(List.of(step), false);
    }

    /**
     * {@return a message of the simple protocol}
     *
     * @param sql its text
     * @param message itself
     * @param apart whether several statements are sent one by one where that can be done
     * @param status of the transaction
     */
    static Exchange simple(String sql, byte[] message, boolean apart, char status) {
        List<Part> parts = new PostgresScripts().parts(sql);
        List<Control> controls = parts.stream().map(Part::control).toList();
        if (!apart || parts.size() < 2 || parts.stream().anyMatch(Exchange::copies) || !separable(controls, status)) {
            return of(Step.whole(message, parts.isEmpty() ? null : new Sent(one(sql, parts), controls)));
        }
        boolean own = status == 'I' && controls.get(0) != Control.BEGINS;
        List<Step> steps = new ArrayList<>();
        if (own) {
            steps.add(ours("BEGIN", Control.BEGINS));
        }
        for (Part part : parts) {
            int before = sql.codePointCount(0, part.offset());
            Sent sent = new Sent(part.sql(), List.of(part.control()));
            steps.add(Step.part(sent, before));
        }
        if (own) {
            steps.add(ours("COMMIT", Control.ENDS));
        }
        return new Exchange(steps, own);
    }

    private static String one(String sql, List<Part> parts) {
        return parts.size() == 1 ? parts.get(0).sql() : sql;
    }

    private static Step ours(String sql, Control control) {
        return Step.ours(new Sent(sql, List.of(control)));
    }

    /** Its rows come between the messages. */
    private static boolean copies(Part part) {
        return part.sql().toUpperCase(Locale.ROOT).startsWith("COPY");
    }

    /** Whether it makes no difference: where a text begins or ends transactions in its middle, it would. */
    private static boolean separable(List<Control> controls, char status) {
        List<Control> inner = controls.subList(1, controls.size() - 1);
        boolean plain = inner.stream().allMatch(control -> control == Control.NONE);
        Control first = controls.get(0);
        Control last = controls.get(controls.size() - 1);
        boolean wrapped = first == Control.BEGINS && last == Control.ENDS;
        boolean none = first == Control.NONE && last == Control.NONE;
        return plain && (status == 'I' ? wrapped || none : status == 'T' && none);
    }

    Step step() {
        return steps.get(at);
    }

    void failed(SQLException why) {
        failure = why;
    }

    @Nullable
    SQLException failure() {
        return failure;
    }

    /** {@return whether the end of the last statement has to wait for the end of the transaction} */
    boolean holds(byte[] message) {
        if (own && at == steps.size() - 2) {
            held = message;
            return true;
        }
        return false;
    }

    /** {@return what was held back, if all went well} */
    byte @Nullable [] held() {
        return failure == null ? held : null;
    }

    /** {@return whether there is a next step, which is now the one} */
    boolean next() {
        boolean last = at == steps.size() - 1;
        if (failure != null && own && !last) {
            steps.subList(at + 1, steps.size()).clear();
            steps.add(ours("ROLLBACK", Control.ENDS));
            failure = null;
            held = null;
        } else if (failure != null || last) {
            return false;
        }
        at++;
        return true;
    }
}
