package dev.rehearsal.liquibase;

import dev.rehearsal.liquibase.FileText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formatted SQL: by the comments that Liquibase itself goes by. */
final class SqlRegions {
    private static final Pattern CHANGE_SET = Pattern.compile(
            "\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):\\s*(\"[^\"]+\"|\\S+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLBACK = Pattern.compile("(\\s*--\\s*rollback\\s).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK =
            Pattern.compile("\\s*/\\*\\s*liquibase\\s*rollback\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r?\\n|\\z)");

    private final FileText file;
    private final List<Region> regions = new ArrayList<>();
    private @Nullable Matcher head;
    private int from;
    /** What is the way back, and what of it is no SQL. */
    private final List<Span> back = new ArrayList<>();

    private final List<Span> marks = new ArrayList<>();
    private boolean inBlock;

    SqlRegions(FileText file) {
        this.file = file;
    }

    List<Region> all() {
        Matcher line = LINE.matcher(file.text());
        while (line.find() && line.start() < file.text().length()) {
            Matcher set = CHANGE_SET.matcher(line.group(1));
            if (set.matches()) {
                end(line.start());
                head = set;
                from = line.start();
            } else if (head != null) {
                inside(line);
            }
        }
        end(file.text().length());
        return regions;
    }

    private void inside(Matcher line) {
        Span whole = new Span(line.start(), line.end());
        Matcher rollback = ROLLBACK.matcher(line.group(1) + " ");
        if (inBlock || BLOCK.matcher(line.group(1)).matches()) {
            boolean first = !inBlock;
            boolean last = line.group(1).strip().endsWith("*/");
            back.add(whole);
            if (first || last) {
                marks.add(first ? whole : new Span(file.text().lastIndexOf("*/", line.end()), line.end()));
            }
            inBlock = !last;
        } else if (rollback.matches()) {
            back.add(whole);
            marks.add(new Span(line.start(), Math.min(line.end(), line.start() + rollback.end(1))));
        }
    }

    private void end(int to) {
        if (head == null) {
            return;
        }
        Span whole = new Span(
                from, from + file.text().substring(from, to).stripTrailing().length());
        int line = file.line(from);
        String up = file.without(whole, back).stripTrailing();
        regions.add(new Region(
                unquoted(head.group(2)),
                unquoted(head.group(1)),
                new Region.Part(line, up),
                List.of(),
                written(whole)));
        head = null;
        back.clear();
        marks.clear();
        inBlock = false;
    }

    private Region.@Nullable Part written(Span whole) {
        if (back.isEmpty()) {
            return null;
        }
        Span all = new Span(
                back.get(0).from(),
                Math.min(whole.to(), back.get(back.size() - 1).to()));
        List<Span> holes = new ArrayList<>(marks);
        for (int i = 1; i < back.size(); i++) {
            holes.add(new Span(back.get(i - 1).to(), back.get(i).from()));
        }
        return new Region.Part(file.line(all.from()), file.without(all, holes));
    }

    private static String unquoted(String text) {
        return text.replace("\"", "").strip();
    }
}
