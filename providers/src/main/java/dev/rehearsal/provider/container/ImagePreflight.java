package dev.rehearsal.provider.container;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells within seconds whether an image is there or can be pulled.
 *
 * @param engine the engine that would run it
 */
record ImagePreflight(ContainerEngine engine) {
    private static final Duration LOCAL = Duration.ofSeconds(3);
    private static final Duration REGISTRY = Duration.ofSeconds(6);
    private static final Pattern ERROR = Pattern.compile("\"(?:message|error)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** The registry answers, and Testcontainers has the credentials that this question has not. */
    private static final Pattern NEEDS_LOGIN =
            Pattern.compile("(?i)denied|unauthorized|authentication required|forbidden|no basic auth");

    /** {@return whether the image is there; taken for granted of an engine that cannot be asked} */
    boolean isPresent(String image) {
        if (!engine.askable()) {
            return true;
        }
        try {
            return engine.get("/images/" + encode(image) + "/json", LOCAL).status() == 200;
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The container engine at " + engine.host() + " stopped answering: " + e.getMessage(), e);
        }
    }

    /** {@return whether some image has a name with this in it} */
    boolean isAnyPresent(String part) {
        if (!engine.askable()) {
            return true;
        }
        try {
            return engine.get("/images/json", LOCAL).body().contains(part);
        } catch (IOException e) {
            return false; // then the pull will tell
        }
    }

    /** {@return why the image cannot be pulled, or empty if its registry begins to deliver it} */
    String obstacle(String image) {
        try {
            ContainerEngine.Answer answer =
                    engine.begin("/images/create?fromImage=" + encode(withTag(image)), REGISTRY);
            Matcher error = ERROR.matcher(answer.body());
            String message = error.find() ? error.group(1).replace("\\\"", "\"") : "";
            if (answer.status() != 200 && message.isEmpty()) {
                message = "HTTP status " + answer.status();
            }
            return NEEDS_LOGIN.matcher(message).find() ? "" : message;
        } catch (IOException e) {
            return "its registry gives " + e.getMessage();
        }
    }

    /** Without a tag, the engine would pull all of them. */
    private static String withTag(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.contains(":") || last.contains("@") ? image : image + ":latest";
    }

    private static String encode(String image) {
        return URLEncoder.encode(image, StandardCharsets.UTF_8);
    }
}
