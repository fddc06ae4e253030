package dev.rehearsal.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a page in which a long identifier may be broken after an underscore, a dot or a slash, so that a narrow column never
 * breaks it inside a word. What is quoted as it stands ({@code <pre>}) is left alone. Not safe for use by several threads.
 */
final class BreakingOutput extends OwaspHtmlTemplateOutput {
    private static final Pattern LONG_NAME = Pattern.compile("[\\p{L}\\p{N}_.$/-]{13,}");
    private static final Pattern JOINT = Pattern.compile("(?<=[\\p{L}\\p{N}])[_./](?=[\\p{L}\\p{N}])");
    private static final String BREAK = "<wbr/>";

    private boolean text = true;
    private boolean quoted;

    BreakingOutput(TemplateOutput output) {
        super(output);
    }

    @Override
    public void setContext(String tagName, String attributeName) {
        text = attributeName == null && !"script".equals(tagName) && !"title".equals(tagName);
        super.setContext(tagName, attributeName);
    }

    @Override
    public void writeContent(String value) {
        int opened = value.lastIndexOf("<pre");
        int closed = value.lastIndexOf("</pre>");
        quoted = opened == closed ? quoted : opened > closed;
        super.writeContent(value);
    }

    @Override
    public void writeUserContent(String value) {
        if (value == null || !text || quoted) {
            super.writeUserContent(value);
            return;
        }
        Matcher names = LONG_NAME.matcher(value);
        int written = 0;
        while (names.find()) {
            super.writeUserContent(value.substring(written, names.start()));
            breakable(names.group());
            written = names.end();
        }
        super.writeUserContent(value.substring(written));
    }

    private void breakable(String name) {
        Matcher joints = JOINT.matcher(name);
        int written = 0;
        while (joints.find()) {
            super.writeUserContent(name.substring(written, joints.end()));
            super.writeContent(BREAK);
            written = joints.end();
        }
        super.writeUserContent(name.substring(written));
    }
}
