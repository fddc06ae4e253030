package dev.rehearsal.sql;

import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Traits.Booking;
import dev.rehearsal.sql.Version.Origin;
import dev.rehearsal.sql.Way.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that {@code meta/_journal.json} lists, as Drizzle reads them. */
final class DrizzleJournal implements Layout {
    static final RunnerWords WORDS = Words.of("Drizzle", "way back")
            .outside("by no means: Drizzle runs all that is pending in one transaction")
            .older("never runs the new one")
            .words();

    private static final String JOURNAL = "meta/_journal.json";
    private static final Pattern BREAK = Pattern.compile("--> statement-breakpoint");

    private static final Traits TRAITS = new Traits(
            "drizzle",
            "0000_users.sql, listed in " + JOURNAL + ",",
            WORDS,
            table(version -> version.origin().stamp()),
            Booking.TOGETHER,
            true,
            true);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    /** {@return its history; a version is found by the time that the journal gives it} */
    static HistoryTable table(Function<Version, String> stamp) {
        return RowTable.named(new QualifiedName("drizzle", "__drizzle_migrations"))
                .with(new QualifiedName("drizzle", "__drizzle_migrations_id_seq"))
                .made(
                        "CREATE SCHEMA IF NOT EXISTS drizzle",
                        "CREATE TABLE IF NOT EXISTS %s (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)")
                .written(
                        "INSERT INTO %s (hash, created_at) VALUES (?, CAST(? AS bigint))",
                        version -> List.of(
                                Checksums.hex("SHA-256", version.origin().text()),
                                stamp.apply(version).replaceAll("\\D.*", "")))
                .keyed("CAST(created_at AS text)", stamp.andThen(text -> text.replaceAll("\\D.*", "")));
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.has(JOURNAL);
    }

    @Override
    public void read(Folder folder, Reading reading) {
        List<String> listed = new ArrayList<>();
        for (JsonNode entry : entries(reading)) {
            String name = entry.path("tag").asString("") + ".sql";
            listed.add(name);
            reading.text(name)
                    .ifPresentOrElse(
                            file -> reading.version(version(
                                    entry.path("tag").asString(""),
                                    file,
                                    entry.path("when").asString(""))),
                            () -> reading.notUnderstood(
                                    JOURNAL,
                                    0,
                                    name + " is listed, and not there: Drizzle refuses to go on.",
                                    "Put it back, or take it out of the journal."));
        }
        folder.sql().stream().filter(name -> !listed.contains(name)).forEach(reading::unrecognised);
    }

    private static JsonNode entries(Reading reading) {
        String journal = reading.text(JOURNAL).map(FileText::text).orElse("{}");
        try {
            return JsonMapper.shared().readTree(journal).path("entries");
        } catch (JacksonException e) {
            reading.notUnderstood(
                    JOURNAL, e.getLocation().getLineNr(), "it is not JSON: " + e.getOriginalMessage(), "Correct it.");
            return JsonMapper.shared().createArrayNode();
        }
    }

    private static Version version(String tag, FileText file, String when) {
        String title = tag.replaceFirst("^\\d+_?", "").replace('_', ' ');
        return new Version(tag, title.isEmpty() ? tag : title, way(file), null, new Origin(file.text(), when));
    }

    /** {@return what is sent: the text between two breakpoints at once} */
    static Way way(FileText file) {
        List<Message> messages = new ArrayList<>();
        Matcher breaks = BREAK.matcher(file.text());
        int start = 0;
        while (breaks.find()) {
            messages.add(new Message(start, file.text().substring(start, breaks.start())));
            start = breaks.end();
        }
        messages.add(new Message(start, file.text().substring(start)));
        return new Way(file.whole(), messages, true);
    }
}
