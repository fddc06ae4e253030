package dev.rehearsal.volume;

import dev.rehearsal.text.NearestName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads typed values from nodes; what does not fit is an error with file and line.
 *
 * @param file for the message
 */
record YamlValues(Path file) {
    Map<String, YamlNode> mapping(YamlNode node) {
        Map<String, YamlNode> entries = node.entries();
        if (entries == null) {
            throw wrong(node, "a mapping (`key: value` lines) is expected");
        }
        return entries;
    }

    Map<String, YamlNode> mapping(YamlNode node, List<String> known, String kind) {
        Map<String, YamlNode> entries = mapping(node);
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw wrong(
                        value,
                        "`" + key + "` is no " + kind + "; the nearest is `"
                                + NearestName.of(key, known).orElse("") + "`. Known: " + String.join(", ", known));
            }
        });
        return entries;
    }

    String text(YamlNode node) {
        String text = node.text();
        if (text == null) {
            throw wrong(node, "a single value is expected");
        }
        return text;
    }

    List<YamlNode> items(YamlNode node) {
        List<YamlNode> items = node.items();
        if (items == null) {
            throw wrong(node, "a list is expected");
        }
        return items;
    }

    long whole(YamlNode node) {
        try {
            return Long.parseLong(text(node).replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong(node, "`" + text(node) + "` is no whole number");
        }
    }

    long count(YamlNode node) {
        long count = whole(node);
        if (count < 0) {
            throw wrong(node, "`" + text(node) + "` is no count: write a whole number from 0");
        }
        return count;
    }

    double share(YamlNode node) {
        double share = number(node);
        if (share < 0 || share > 1) {
            throw wrong(node, "a share lies between 0 and 1");
        }
        return share;
    }

    double number(YamlNode node) {
        try {
            double number = Double.parseDouble(text(node).replace("_", ""));
            if (number >= 0 && !Double.isInfinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new VolumeException(at(node) + "`" + text(node) + "` is no number", e);
        }
        throw wrong(node, "`" + text(node) + "` is no number from 0");
    }

    /** A number of either sign, no further from 0 than 1. */
    double part(YamlNode node) {
        String text = text(node);
        if (!text.matches("-?(0(\\.[0-9]*)?|1(\\.0*)?|\\.[0-9]+)")) {
            throw wrong(node, "`" + text + "` is no number from -1 to 1");
        }
        return Double.parseDouble(text);
    }

    boolean flag(YamlNode node) {
        return switch (text(node)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(node, "`" + text(node) + "` is neither true nor false");
        };
    }

    VolumeException wrong(YamlNode node, String what) {
        return new VolumeException(at(node) + what);
    }

    private String at(YamlNode node) {
        return file + ":" + node.line() + ": ";
    }
}
