package dev.rehearsal.postgres.wire;

import java.io.IOException;

/** Passes on what a program says; what is executed begins an exchange, of which is told. */
final class FromProgram {
    /** From how many bytes on messages are not kept until they can be told of as one. */
    private static final int MUCH = 8 << 20;

    private final Conversation conversation;
    private final Incoming in;
    private final boolean apart;
    private final Batch batch = new Batch();
    private boolean copied;

    FromProgram(Conversation conversation, Incoming in, boolean apart) {
        this.conversation = conversation;
        this.in = in;
        this.apart = apart;
    }

    void run() throws IOException {
        while (in.read()) {
            switch (in.type()) {
                case 'Q' -> {
                    copied = false;
                    conversation.begin(Exchange.simple(in.text(), in.whole(), apart, conversation.status()));
                }
                case 'P', 'B', 'D', 'E', 'C' -> extended();
                case 'H' -> flush();
                case 'S' -> sync();
                case 'F' -> conversation.begin(Exchange.of(Step.whole(in.whole(), null)));
                case 'X' -> {
                    conversation.closing();
                    pass();
                }
                case 'c', 'f' -> {
                    copied = true;
                    pass();
                }
                default -> pass();
            }
        }
    }

    private void extended() throws IOException {
        copied = false;
        batch.add(in.type(), in.body(), in.whole());
        if (batch.size() > MUCH) {
            partly();
        }
    }

    private void flush() throws IOException {
        batch.add(in.type(), in.body(), in.whole());
        partly();
    }

    private void partly() throws IOException {
        Step step = batch.take();
        if (conversation.open()) {
            conversation.more(step);
        } else if (step.sent() != null) {
            conversation.beginOpen(Exchange.of(step));
        } else {
            conversation.unfinished(step);
        }
    }

    /** The server passes over one that comes while it waits for rows; the one behind the rows belongs to them. */
    private void sync() throws IOException {
        if (copied) {
            copied = false;
            pass();
            return;
        }
        batch.add(in.type(), in.body(), in.whole());
        if (conversation.open()) {
            conversation.more(batch.take());
        } else {
            conversation.begin(Exchange.of(batch.take()));
        }
    }

    private void pass() throws IOException {
        in.passTo(conversation.toServer());
        if (!in.more()) {
            conversation.toServer().flush();
        }
    }
}
