package dev.rehearsal.liquibase;

import dev.rehearsal.migration.Script.Remark;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What is written in a changelog for a rehearsal: in comments of its format, and in the comment of a change set. SQL in it
 * has comments of its own, which are not told here, except where the file is SQL as a whole.
 */
final class Remarks {
    private static final String BEGIN = "rehearsal:";
    private static final String COMMENT = "comment";
    private static final Pattern IN_SQL = Pattern.compile("(?im)^[ \\t]*--[ \\t]*(comment:?[ \\t]+)?(rehearsal:.*)$");

    private final List<Remark> found = new ArrayList<>();

    private Remarks() {}

    /** {@return those of a file; none if it is not well written} */
    static List<Remark> of(String name, String text) {
        String small = name.toLowerCase(Locale.ROOT);
        Remarks remarks = new Remarks();
        if (small.endsWith(".xml")) {
            remarks.xml(text);
        } else if (small.endsWith(".sql")) {
            remarks.sql(text);
        } else if (ChangeLogPlace.named(small)) {
            remarks.yaml(text);
        }
        return remarks.found;
    }

    /** {@return those among them that the text itself does not show to a reader of SQL} */
    static List<Remark> besides(String name, String text) {
        List<Remark> all = of(name, text);
        return name.toLowerCase(Locale.ROOT).endsWith(".sql")
                ? all.stream().filter(remark -> !plain(text, remark)).toList()
                : all;
    }

    private static boolean plain(String text, Remark remark) {
        Matcher line =
                IN_SQL.matcher(text.lines().skip(remark.line() - 1L).findFirst().orElse(""));
        return line.matches() && line.group(1) == null;
    }

    /** Adds each line of a comment that is meant for a rehearsal. */
    private void add(int firstLine, String comment) {
        String[] lines = comment.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().startsWith(BEGIN)) {
                found.add(new Remark(firstLine + i, lines[i].strip()));
            }
        }
    }

    private void sql(String text) {
        FileText file = new FileText(text);
        Matcher line = IN_SQL.matcher(text);
        while (line.find()) {
            add(file.line(line.start()), line.group(2));
        }
    }

    private void xml(String text) {
        try {
            SAXParser parser = XmlRegions.parser();
            XmlComments handler = new XmlComments();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            parser.parse(new InputSource(new StringReader(text)), handler);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            found.clear(); // what is not well written, Liquibase's own parser says
        }
    }

    private void yaml(String text) {
        LoaderOptions options = YamlRegions.options();
        options.setProcessComments(true);
        try {
            Event before = null;
            for (Event event : new Yaml(options).parse(new StringReader(text))) {
                if (event instanceof CommentEvent comment) {
                    add(line(event), comment.getValue());
                } else if (event instanceof ScalarEvent value && of(before)) {
                    boolean block = value.getScalarStyle().getChar() != null
                            && "|>".indexOf(value.getScalarStyle().getChar()) >= 0;
                    add(line(event) + (block ? 1 : 0), value.getValue());
                }
                before = event;
            }
        } catch (YAMLException e) {
            found.clear(); // what is not well written, Liquibase's own parser says
        }
    }

    private static boolean of(@Nullable Event key) {
        return key instanceof ScalarEvent name && name.getValue().equals(COMMENT);
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    /** Those of XML. */
    private final class XmlComments extends DefaultHandler2 {
        private final StringBuilder element = new StringBuilder();
        private @Nullable Locator where;
        private boolean inElement;

        @Override
        public void setDocumentLocator(Locator locator) {
            where = locator;
        }

        /** Nothing is fetched. */
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void comment(char[] text, int start, int length) {
            ended(new String(text, start, length));
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            inElement = name.equals(COMMENT);
            element.setLength(0);
        }

        @Override
        public void characters(char[] text, int start, int length) {
            if (inElement) {
                element.append(text, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (inElement) {
                ended(element.toString());
                inElement = false;
            }
        }

        /** Where something ends is told, not where it begins. */
        private void ended(String text) {
            int line = where == null ? 1 : where.getLineNumber();
            add(line - (int) text.chars().filter(c -> c == '\n').count(), text);
        }
    }
}
