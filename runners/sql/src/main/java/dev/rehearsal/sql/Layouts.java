package dev.rehearsal.sql;

import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.text.NearestName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All layouts that there are. */
final class Layouts {
    private static final List<Layout> ALL = List.of(
            new UpDownPairs(),
            new Sqlx(),
            new Dbmate(),
            new Goose(),
            new NodePgMigrate(),
            new Tern(),
            new MyBatis(),
            new Diesel(),
            new Hasura(),
            new Prisma(),
            new DrizzleJournal(),
            new DrizzleFolders(),
            new Atlas(),
            new GraphileMigrate(),
            new Refinery());

    private Layouts() {}

    /**
     * {@return those that are looked for}
     *
     * @param asked the id of one; null for all
     */
    static List<Layout> of(@Nullable String asked) {
        if (asked == null) {
            return ALL;
        }
        List<String> ids = ALL.stream().map(layout -> layout.traits().id()).toList();
        if (!ids.contains(asked)) {
            throw new InvalidSettingException(
                    "rehearsal.layout=" + asked + ": there is no such layout. " + NearestName.hint(asked, ids));
        }
        return ALL.stream().filter(layout -> layout.traits().id().equals(asked)).toList();
    }
}
