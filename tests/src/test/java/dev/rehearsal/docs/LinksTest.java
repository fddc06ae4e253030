package dev.rehearsal.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** Each link within the documentation leads to a page, and to a heading that this page has; each page can be reached. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Test
    void each_link_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : links(page)) {
                String fault = fault(page, link);
                if (!fault.isEmpty()) {
                    broken.add(ROOT.relativize(page) + ": " + link + ": " + fault);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void each_page_of_the_documentation_can_be_reached_from_the_readme() throws IOException {
        Set<Path> reached = new TreeSet<>();
        List<Path> next = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        while (!next.isEmpty()) {
            Path page = next.remove(0);
            if (reached.add(page)) {
                for (String link : links(page)) {
                    Path target = target(page, link);
                    if (target.toString().endsWith(".md") && Files.exists(target)) {
                        next.add(target);
                    }
                }
            }
        }
        assertThat(pages())
                .isNotEmpty()
                .filteredOn(page -> !reached.contains(page))
                .isEmpty();
    }

    private static String fault(Path page, String link) throws IOException {
        Path target = target(page, link);
        if (!Files.exists(target)) {
            return "there is no such file";
        }
        int hash = link.indexOf('#');
        return hash < 0 || anchors(target).contains(link.substring(hash + 1)) ? "" : "there is no such heading";
    }

    private static Path target(Path page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            // the notes of the benchmarks are a part of the page above them
            files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("benchmarks/notes.md"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .forEach(pages::add);
        }
        return pages;
    }

    private static List<String> links(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        PARSER.parse(Files.readString(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (!link.getDestination().matches("(https?|mailto):.*")) {
                    links.add(link.getDestination());
                }
                visitChildren(link);
            }
        });
        return links;
    }

    /** {@return the names of its headings, as they are made where Markdown is shown} */
    private static Set<String> anchors(Path page) throws IOException {
        List<String> headings = new ArrayList<>();
        PARSER.parse(Files.readString(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(words(heading));
            }
        });
        return headings.stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
