package dev.rehearsal.command;

import dev.rehearsal.migration.Script;

/** Finds the line of a script on which a statement stands that was seen on its way; where blanks are does not matter. */
final class Places {
    private final Script script;
    private final String squeezed;
    private final int[] offsets;
    private int from;

    Places(Script script) {
        this.script = script;
        String text = script.text();
        StringBuilder kept = new StringBuilder();
        int[] at = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                at[kept.length()] = i;
                kept.append(text.charAt(i));
            }
        }
        this.squeezed = kept.toString();
        this.offsets = at;
    }

    Script script() {
        return script;
    }

    /** {@return where the statement begins in the script's text, after the last one if it is there again; -1 if it is not} */
    synchronized int find(String sql) {
        String wanted = sql.replaceAll("\\s+", "");
        if (wanted.isEmpty() || wanted.length() > squeezed.length()) {
            return -1;
        }
        int found = squeezed.indexOf(wanted, from);
        found = found < 0 ? squeezed.indexOf(wanted) : found;
        if (found < 0) {
            return -1;
        }
        from = found + wanted.length();
        return offsets[found];
    }

    /** {@return whether it stands there} */
    synchronized boolean has(String sql) {
        return squeezed.contains(sql.replaceAll("\\s+", ""));
    }
}
