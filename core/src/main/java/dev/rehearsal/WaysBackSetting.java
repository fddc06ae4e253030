package dev.rehearsal;

import dev.rehearsal.rule.WaysBack;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the settings ask of ways back.
 *
 * @param settings what the project asks for
 */
record WaysBackSetting(Settings settings) {
    private static final Pattern NONE = Pattern.compile("none(?:\\s+[-–—:]+\\s*(.*))?", Pattern.DOTALL);

    WaysBack waysBack() {
        String text = settings.text(Key.UNDO).orElse("auto");
        Matcher none = NONE.matcher(text);
        if (none.matches()) {
            String reason = none.group(1);
            if (reason == null || reason.isBlank()) {
                throw wrong(text, "say why the project only goes forward: none — <reason>");
            }
            return WaysBack.none(reason.strip());
        }
        return switch (text) {
            case "auto" -> WaysBack.AUTO;
            case "required" -> WaysBack.REQUIRED;
            default -> throw wrong(text, "write auto, required, or none — <reason>");
        };
    }

    private static InvalidSettingException wrong(String text, String what) {
        return new InvalidSettingException("rehearsal." + Key.UNDO.id() + "=" + text + ": " + what + ".");
    }
}
