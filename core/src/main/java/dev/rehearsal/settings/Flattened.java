package dev.rehearsal.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A tree of settings as dotted keys, a list as one value with commas. */
public final class Flattened {
    private Flattened() {}

    /**
     * {@return the values by their dotted keys, in their order; what is null is left out}
     *
     * @param tree any
     */
    public static Map<String, String> of(JsonNode tree) {
        Map<String, String> flat = new LinkedHashMap<>();
        collect("", tree, flat);
        return flat;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(child -> collect(
                            path.isEmpty() ? child.getKey() : path + "." + child.getKey(), child.getValue(), into));
        } else if (node.isArray()) {
            into.put(path, node.valueStream().map(JsonNode::asString).collect(Collectors.joining(",")));
        } else if (!node.isMissingNode() && !node.isNull()) {
            into.put(path, node.asString());
        }
    }
}
