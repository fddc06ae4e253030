package dev.rehearsal.volume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A node of a YAML document that knows its line.
 *
 * @param line from 1
 * @param text a scalar's text; null for a mapping, a sequence or a null
 * @param entries a mapping's entries; null if it is none
 * @param items a sequence's items; null if it is none
 */
record YamlNode(
        int line,
        @Nullable String text,
        @Nullable Map<String, YamlNode> entries,
        @Nullable List<YamlNode> items) {

    boolean isNull() {
        return text == null && entries == null && items == null;
    }

    /** Reads the node that begins at the parser's current token. */
    static YamlNode read(JsonParser parser) {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new YamlNode(line, null, readEntries(parser), null);
            case START_ARRAY -> new YamlNode(line, null, null, readItems(parser));
            case VALUE_NULL -> new YamlNode(line, null, null, null);
            default -> new YamlNode(line, parser.getString(), null, null);
        };
    }

    private static Map<String, YamlNode> readEntries(JsonParser parser) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            YamlNode value = read(parser);
            if (entries.put(key, new YamlNode(line, value.text, value.entries, value.items)) != null) {
                throw new VolumeException("line " + line + ": `" + key + "` stands there twice. Remove one.");
            }
        }
        return entries;
    }

    private static List<YamlNode> readItems(JsonParser parser) {
        List<YamlNode> items = new java.util.ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return items;
    }
}
