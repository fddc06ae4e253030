package dev.rehearsal.report.html;

import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;

/** How something is to be taken: a colour, and always a sign and a word beside it. */
public enum Tone {
    GOOD("good", "✓", "PASSED"),
    BAD("bad", "✕", "FAILED"),
    WARN("warn", "!", "WARNING"),
    UNKNOWN("unknown", "?", "INCOMPLETE"),
    PLAIN("plain", "", "");

    private final String css;
    private final String sign;
    private final String verdict;

    Tone(String css, String sign, String verdict) {
        this.css = css;
        this.sign = sign;
        this.verdict = verdict;
    }

    /** {@return its class in the style sheet} */
    public String css() {
        return css;
    }

    /** {@return its sign} */
    public String sign() {
        return sign;
    }

    /** {@return the verdict that it stands for} */
    public String verdict() {
        return verdict;
    }

    static Tone of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> GOOD;
            case FAILED -> BAD;
            case INCOMPLETE -> UNKNOWN;
        };
    }

    static Tone of(Severity severity) {
        return switch (severity) {
            case ERROR -> BAD;
            case WARNING -> WARN;
            case NOTE -> PLAIN;
        };
    }

    static Tone of(Risk risk) {
        return switch (risk) {
            case HIGH -> BAD;
            case MEDIUM -> WARN;
            case LOW -> PLAIN;
        };
    }
}
