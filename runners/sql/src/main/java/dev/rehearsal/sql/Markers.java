package dev.rehearsal.sql;

import dev.rehearsal.sql.Lines.Line;
import dev.rehearsal.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments by which a tool finds the parts of a file.
 *
 * @param exact a line that is one; its group is the word
 * @param alike a line that is one, or is meant to be one; its group is what is written
 * @param known how they are written
 */
record Markers(Pattern exact, Pattern alike, List<String> known) {
    /** {@return those of a file; one that is misspelt is told} */
    List<Mark> in(FileText file, Reading reading) {
        List<Mark> marks = new ArrayList<>();
        for (Line line : Lines.of(file.text(), 0, file.text().length())) {
            Matcher fits = exact.matcher(line.text());
            Matcher almost = alike.matcher(line.text());
            if (fits.matches()) {
                String word = fits.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
                marks.add(new Mark(word, line));
            } else if (almost.matches()) {
                reading.notUnderstood(
                        file.name(),
                        file.line(line.start()),
                        "\"" + line.text().strip() + "\" is no marker as it is written. "
                                + NearestName.hint(almost.group(1).strip(), known),
                        "Write it so, at the beginning of a line.");
            }
        }
        return marks;
    }

    /** {@return the first of a word} */
    static Optional<Mark> first(List<Mark> marks, String word) {
        return marks.stream().filter(mark -> mark.word.equals(word)).findFirst();
    }

    /**
     * A marker that was found.
     *
     * @param word which one, in small letters
     * @param line its line
     */
    record Mark(String word, Line line) {}
}
