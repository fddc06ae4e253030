package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.SeedTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names rows by all that they follow from: the query that makes them, in which seed, volume and the table's definition
 * are; the keys that they point at; the project's functions; and the versions of server and Rehearsal. A changed script
 * gives another key if, and only if, it changes one of these.
 */
final class RowKey {
    private static final Pattern KEYS = Pattern.compile("pg_temp\\.rehearsal_keys_\\d+");
    private static final Pattern READS = Pattern.compile("\\bselect\\b");
    private static final int FORMAT = 1;

    private static final String SURROUNDINGS = """
            SELECT current_setting('server_version_num') || ' ' || current_setting('server_encoding')
              || coalesce((SELECT md5(string_agg(p.prosrc, ' ' ORDER BY p.proname, p.prosrc)) FROM pg_proc p
                 JOIN pg_language l ON l.oid = p.prolang WHERE l.lanname IN ('sql', 'plpgsql') AND p.oid >= 16384), '')""";

    private RowKey() {}

    /** {@return the key; empty if the rows follow from more, such as what an own expression reads} */
    static Optional<String> of(Connection connection, TablePlan plan, String query) throws SQLException {
        SeedTable table = plan.task().table();
        boolean reads = table.columns().stream()
                .map(column -> plan.task()
                        .profile()
                        .columnOf(table.name(), column.name())
                        .sql())
                .anyMatch(sql -> sql != null
                        && READS.matcher(sql.toLowerCase(Locale.ROOT)).find());
        if (reads || query.contains(LargeObjectUnits.MAKES)) {
            return Optional.empty();
        }
        String version = RowKey.class.getPackage().getImplementationVersion();
        StringBuilder text = new StringBuilder(FORMAT + " " + version + " " + query);
        text.append(SeedSql.value(connection, SURROUNDINGS));
        TreeSet<String> keys = new TreeSet<>();
        Matcher matcher = KEYS.matcher(query);
        while (matcher.find()) {
            keys.add(matcher.group());
        }
        for (String key : keys) {
            text.append(SeedSql.value(
                    connection,
                    "SELECT count(*) || ':' || coalesce(sum(hashtextextended(k::text, 0)), 0) FROM " + key + " AS k"));
        }
        return Optional.of(digest(text.toString()));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
