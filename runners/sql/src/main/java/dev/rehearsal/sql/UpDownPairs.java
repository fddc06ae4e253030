package dev.rehearsal.sql;

import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.PairFiles.Name;
import dev.rehearsal.sql.Traits.Booking;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 1_users.up.sql} and {@code 1_users.down.sql}, as golang-migrate reads them. */
final class UpDownPairs implements Layout {
    /** golang-migrate's own. */
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*)\\.(up|down)\\.(.*)");

    private static final RunnerWords WORDS = new RunnerWords(
            "golang-migrate",
            "down file",
            "alone in its file",
            "does not notice, and runs nothing again",
            "never runs the new one",
            "Let the file hold this statement alone.",
            "See whether the migration was applied before you force a version: golang-migrate commits its history apart.");

    private static final Traits TRAITS = new Traits(
            "golang-migrate",
            "1_users.up.sql and 1_users.down.sql",
            WORDS,
            new DirtyFlagTable(new QualifiedName("public", "schema_migrations")),
            Booking.AFTER,
            false,
            true);

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public boolean fits(Folder folder) {
        boolean others = folder.project("Cargo.toml", "sqlx") && !folder.project("go.mod", "golang-migrate");
        return folder.named(NAME) && !others;
    }

    @Override
    public void read(Folder folder, Reading reading) {
        PairFiles pairs = new PairFiles(reading, file -> Way.whole(file.whole(), false));
        folder.files().stream()
                .filter(file -> file.endsWith(".sql") || NAME.matcher(file).matches())
                .forEach(file -> pairs.add(file, named(file)));
        pairs.tell();
    }

    private static Optional<Name> named(String file) {
        Matcher matcher = NAME.matcher(file);
        try {
            return matcher.matches()
                    ? Optional.of(new Name(
                            Long.parseLong(matcher.group(1)),
                            matcher.group(2),
                            matcher.group(3).equals("up")))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // the history's column is too small for it
        }
    }
}
