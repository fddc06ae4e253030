package dev.rehearsal.postgres.effect;

import java.util.ArrayList;
import java.util.List;

/** Reads an array of texts as the server writes it: {@code {a,"b, c","d\\"e"}}. */
final class TextArray {
    private final String text;
    private int at = 1;

    private TextArray(String text) {
        this.text = text;
    }

    static List<String> of(String text) {
        return new TextArray(text).elements();
    }

    private List<String> elements() {
        List<String> elements = new ArrayList<>();
        while (text.charAt(at) != '}') {
            elements.add(element());
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        return List.copyOf(elements);
    }

    private String element() {
        StringBuilder element = new StringBuilder();
        boolean quoted = text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (quoted ? text.charAt(at) != '"' : text.charAt(at) != ',' && text.charAt(at) != '}') {
            at += text.charAt(at) == '\\' ? 1 : 0;
            element.append(text.charAt(at++));
        }
        at += quoted ? 1 : 0;
        return element.toString();
    }
}
