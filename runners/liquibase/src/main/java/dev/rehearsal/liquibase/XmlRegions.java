package dev.rehearsal.liquibase;

import dev.rehearsal.liquibase.FileText.Span;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML: by the places that its parser tells. */
final class XmlRegions extends DefaultHandler {
    private static final Set<String> NO_CHANGES =
            Set.of("comment", "preConditions", "rollback", "validCheckSum", "modifySql");
    private static final int OF_A_CHANGE = 2;

    private final FileText file;
    private final List<Region> regions = new ArrayList<>();
    private final List<Integer> changes = new ArrayList<>();
    private final List<Span> back = new ArrayList<>();
    private @Nullable Locator where;
    private String id = "";
    private String author = "";
    private int from;
    private int backFrom;
    /** How deep in a change set; 0 outside. */
    private int depth;

    private XmlRegions(FileText file) {
        this.file = file;
    }

    static List<Region> of(FileText file) {
        XmlRegions handler = new XmlRegions(file);
        try {
            parser().parse(new InputSource(new StringReader(file.text())), handler);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return handler.regions; // what is not well written, Liquibase's own parser says
        }
        return handler.regions;
    }

    static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newSAXParser();
    }

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
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        int start = Math.max(0, file.text().lastIndexOf('<', here() - 1));
        if (depth == 0 && name.equals("changeSet")) {
            id = text(attributes, "id");
            author = text(attributes, "author");
            from = start;
            depth = 1;
        } else if (depth > 0) {
            depth++;
            if (depth == OF_A_CHANGE && name.equals("rollback")) {
                backFrom = start;
            } else if (depth == OF_A_CHANGE && !NO_CHANGES.contains(name)) {
                changes.add(file.line(start));
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (depth == OF_A_CHANGE && name.equals("rollback")) {
            back.add(new Span(backFrom, here()));
        }
        if (depth == 1) {
            add(new Span(from, here()));
        }
        depth = Math.max(0, depth - 1);
    }

    private void add(Span whole) {
        Region.Part up = new Region.Part(file.line(whole.from()), file.without(whole, back));
        Region.Part written = null;
        if (!back.isEmpty()) {
            Span all = new Span(back.get(0).from(), back.get(back.size() - 1).to());
            written = new Region.Part(file.line(all.from()), file.part(all));
        }
        regions.add(new Region(id, author, up, changes, written));
        changes.clear();
        back.clear();
    }

    private int here() {
        return where == null ? 0 : file.offset(where.getLineNumber(), where.getColumnNumber());
    }

    private static String text(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }
}
