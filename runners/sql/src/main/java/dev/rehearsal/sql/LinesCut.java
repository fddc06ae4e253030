package dev.rehearsal.sql;

import dev.rehearsal.sql.Lines.Line;
import dev.rehearsal.sql.Way.Message;
import java.util.ArrayList;
import java.util.List;

/** Cuts a part of a file where its tool does, for tools that look at lines and not at what SQL they are. */
abstract class LinesCut {
    private final FileText file;
    private final Reading reading;

    LinesCut(FileText file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    /** {@return what a line is to the tool} */
    abstract Cut at(Line line);

    /** {@return a line that is within a statement, as it is sent} */
    String sent(String statement) {
        return statement;
    }

    /**
     * {@return the messages between two places}
     *
     * @param from the first character
     * @param to the one after the last
     * @param begin where the script begins, from which offsets are counted
     */
    List<Message> messages(int from, int to, int begin) {
        List<Message> messages = new ArrayList<>();
        int start = -1;
        for (Line line : Lines.of(file.text(), from, to)) {
            Cut cut = at(line);
            if (start < 0 && cut.statement) {
                start = line.start();
            }
            if (start >= 0 && cut.end >= 0) {
                messages.add(new Message(start - begin, sent(file.text().substring(start, cut.end))));
                start = -1;
            }
        }
        if (start >= 0) {
            reading.notUnderstood(
                    file.name(),
                    file.line(start),
                    "the statement that begins here is not ended as its tool wants it.",
                    "End its last line with a semicolon.");
        }
        return messages;
    }

    /**
     * What a line is.
     *
     * @param statement whether it begins a statement, if none is open
     * @param end where it ends the statement; -1 if it does not
     */
    record Cut(boolean statement, int end) {
        static final Cut NOTHING = new Cut(false, -1);
        static final Cut COMMENT = new Cut(false, -1);
        static final Cut GOES_ON = new Cut(true, -1);

        static Cut after(int end, Line line) {
            return new Cut(true, Math.max(end, line.start()));
        }

        static Cut before(Line line) {
            return new Cut(false, line.start());
        }
    }
}
