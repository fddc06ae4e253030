package dev.rehearsal.seeding;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time as a volume file has them: {@code 2024-01-31}, {@code 2024-01-31 10:00}, {@code 2024-01-31T10:00:00Z}. */
public final class VolumeInstant {
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d+)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private VolumeInstant() {}

    /** {@return the moment, in UTC if it says where; empty if it is none} */
    public static Optional<LocalDateTime> of(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String time = parts.group(2) == null ? "00:00" : parts.group(2);
        String seconds = parts.group(3) == null ? ":00" : parts.group(3);
        String zone = parts.group(5) == null ? "Z" : parts.group(5);
        String offset =
                zone.matches("[+-]\\d\\d") ? zone + ":00" : zone.replaceFirst("^([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            OffsetDateTime moment = OffsetDateTime.parse(parts.group(1) + "T" + time + seconds + offset);
            return Optional.of(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public static String sql(LocalDateTime moment) {
        return moment.format(SQL);
    }
}
