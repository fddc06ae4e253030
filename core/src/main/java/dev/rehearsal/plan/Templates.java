package dev.rehearsal.plan;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.rehearsal.plan.PlanContent.Code;
import dev.rehearsal.plan.PlanContent.Sql;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.markdown.Escape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the two documents: Markdown in Mustache, the project's own where it has one. Whatever a template
 * inserts is inert: text loses its markup, a name becomes code, a statement a block of code.
 */
final class Templates {
    static final String SUFFIX = ".mustache";

    private final @Nullable Path own;

    /** @param own the directory of the project's own templates; null for none */
    Templates(@Nullable Path own) {
        this.own = own;
        if (own != null && !Files.isDirectory(own)) {
            throw new PlanException("rehearsal.plan.templates=" + own + ": there is no such directory.");
        }
    }

    String render(String document, PlanContent plan) {
        Path file = own == null ? null : own.resolve(document + SUFFIX);
        boolean replaced = file != null && Files.exists(file);
        try {
            String template = replaced && file != null ? Files.readString(file) : builtIn(document + SUFFIX);
            return compiler().compile(template).execute(plan);
        } catch (IOException | MustacheException e) {
            throw new PlanException(
                    (replaced ? file : "the template of " + document) + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Mustache.Compiler compiler() {
        return Mustache.compiler()
                .escapeHTML(false)
                .emptyStringIsFalse(true)
                .strictSections(true)
                .withFormatter(Templates::inert);
    }

    static String inert(Object value) {
        if (value instanceof Code code) {
            return Escape.code(code.text());
        }
        return value instanceof Sql sql
                ? Escape.block("sql", Plain.lines(sql.text()))
                : Escape.text(String.valueOf(value));
    }

    static String builtIn(String name) throws IOException {
        try (InputStream resource = Templates.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("there is no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
