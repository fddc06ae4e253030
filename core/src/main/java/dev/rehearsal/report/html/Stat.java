package dev.rehearsal.report.html;

import dev.rehearsal.report.format.Plain;

/**
 * A number with its name.
 *
 * @param label what it is
 * @param value what it is worth
 * @param note what else there is to say; may be empty
 * @param tone how it is to be taken
 */
public record Stat(String label, String value, String note, Tone tone) {
    static Stat of(String label, String value) {
        return new Stat(label, Plain.line(value), "", Tone.PLAIN);
    }
}
