package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.TextKind;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;

/** Which characters MariaDB's character sets have. */
final class Charsets {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("greek", "ISO-8859-7"),
            Map.entry("hebrew", "ISO-8859-8"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"),
            Map.entry("cp850", "IBM850"),
            Map.entry("cp852", "IBM852"),
            Map.entry("cp866", "IBM866"));

    private Charsets() {}

    /** {@return which texts a column of the type holds} */
    static TextKind kind(MariaDbType type) {
        int limit = (int) Math.min(type.length() == 0 ? Integer.MAX_VALUE : type.length(), Integer.MAX_VALUE);
        return new TextKind(limit, type.folding(), writable(type.charset()));
    }

    private static Predicate<String> writable(String charset) {
        return switch (charset) {
            case "", "utf8mb4", "utf16", "utf16le", "utf32" -> text -> true;
            case "utf8mb3", "utf8", "ucs2" -> text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c));
            default -> text -> encoder(charset).canEncode(text);
        };
    }

    /** Of a set that Java does not know only what all have in common is sure. */
    private static CharsetEncoder encoder(String charset) {
        String name = NAMES.getOrDefault(charset, "");
        boolean known = !name.isEmpty() && Charset.isSupported(name);
        return (known ? Charset.forName(name) : StandardCharsets.US_ASCII).newEncoder();
    }
}
