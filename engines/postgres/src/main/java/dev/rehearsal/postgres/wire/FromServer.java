package dev.rehearsal.postgres.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Passes on what the server says, but what it says to us. */
final class FromServer {
    private final Conversation conversation;
    private final Incoming in;
    private final Outgoing out;
    private volatile @Nullable Thread reading;
    private volatile @Nullable Answer asked;
    private volatile boolean ended;

    FromServer(Conversation conversation, Incoming in, OutputStream out) {
        this.conversation = conversation;
        this.in = in;
        this.out = new Outgoing(out);
    }

    void run() {
        reading = Thread.currentThread();
        try {
            while (in.read()) {
                Answer answer = asked;
                if (answer != null) {
                    take(answer);
                } else {
                    pass();
                }
            }
        } catch (IOException e) {
            // one of the two has gone, and the other one is told of it
        } finally {
            ended = true;
            conversation.closed();
        }
    }

    /** Asks in the name of the session; on the thread that reads, or on another one while nothing is under way. */
    Answer ask(byte[] question) throws IOException, SQLException {
        Answer answer = new Answer();
        boolean here = Thread.currentThread() == reading;
        asked = here ? null : answer;
        if (ended) {
            throw new IOException("the server has ended the session");
        }
        conversation.toServer().write(question);
        conversation.toServer().flush();
        if (here) {
            while (!answer.complete()) {
                if (!in.read()) {
                    throw new IOException("the server has ended the session");
                }
                take(answer);
            }
        } else {
            answer.await();
        }
        return answer;
    }

    void unanswered() {
        Answer answer = asked;
        if (answer != null) {
            answer.end(new SQLException("the server has ended the session"));
        }
    }

    private void take(Answer answer) throws IOException {
        if (aside(in.type())) {
            in.passTo(out);
        } else {
            if (in.type() == 'Z') {
                asked = null;
            }
            answer.take(in.type(), in.body());
        }
    }

    /** {@return whether it may come at any time: a notice, a notification, a parameter that is another now} */
    private static boolean aside(char type) {
        return type == 'N' || type == 'A' || type == 'S';
    }

    private void pass() throws IOException {
        Exchange exchange = conversation.current();
        switch (in.type()) {
            case 'K' -> conversation.began(in.body());
            case 'C' -> {
                if (exchange != null && exchange.holds(in.whole())) {
                    return;
                }
            }
            case 'Z' -> {
                ready(exchange);
                return;
            }
            default -> {}
        }
        if (in.type() == 'E' && exchange != null) {
            failed(exchange);
        } else if (exchange == null || !exchange.step().ours() || aside(in.type())) {
            in.passTo(out);
        }
        if (!in.more()) {
            out.flush();
        }
    }

    /** Also one that comes with a commit of ours is the program's, which sees the last of its statements fail. */
    private void failed(Exchange exchange) throws IOException {
        exchange.failed(Messages.error(in.body()));
        int shift = exchange.step().shift();
        if (shift == 0) {
            in.passTo(out);
        } else {
            out.write(Messages.shifted(in.body(), shift));
        }
    }

    private void ready(@Nullable Exchange exchange) throws IOException {
        conversation.status((char) in.body()[0]);
        if (exchange != null) {
            if (conversation.goesOn(exchange)) {
                return;
            }
            byte[] held = exchange.held();
            if (held != null) {
                out.write(held);
            }
        }
        byte[] ready = Messages.ready(conversation.status());
        conversation.ended();
        out.write(ready);
        out.flush();
    }
}
