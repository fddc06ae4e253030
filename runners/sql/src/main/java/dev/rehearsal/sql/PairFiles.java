package dev.rehearsal.sql;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files of one folder, one for each direction of a version. */
final class PairFiles {
    private final Reading reading;
    private final Function<FileText, Way> way;
    private final Map<Long, Named> ups = new TreeMap<>();
    private final Map<Long, Named> downs = new TreeMap<>();

    PairFiles(Reading reading, Function<FileText, Way> way) {
        this.reading = reading;
        this.way = way;
    }

    void add(String name, Optional<Name> named) {
        if (named.isEmpty()) {
            reading.unrecognised(name);
            return;
        }
        reading.text(name).ifPresent(file -> {
            Named one = new Named(named.get(), file);
            Named other = (one.name.up ? ups : downs).putIfAbsent(one.name.number, one);
            if (other != null) {
                reading.twice(name, other.file.name(), one.name.up ? "up" : "down", Long.toString(one.name.number));
            }
        });
    }

    void tell() {
        downs.forEach((number, down) -> {
            if (!ups.containsKey(number)) {
                reading.alone(down.file.name(), Long.toString(number));
            }
        });
        ups.forEach((number, up) -> {
            Named down = downs.get(number);
            @Nullable Way back = down == null ? null : way.apply(down.file);
            String title = up.name.title.replace('_', ' ');
            reading.version(
                    new Version(Long.toString(number), title, way.apply(up.file), back, Version.Origin.of(up.file)));
        });
    }

    /**
     * What a file's name says.
     *
     * @param number the version's number
     * @param title the rest
     * @param up whether it is the way up
     */
    record Name(long number, String title, boolean up) {}

    private record Named(Name name, FileText file) {}
}
