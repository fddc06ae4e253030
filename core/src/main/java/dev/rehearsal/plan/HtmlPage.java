package dev.rehearsal.plan;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Both documents on one page that needs nothing else: raw HTML in them is shown, not obeyed, and no URL can run. */
final class HtmlPage {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), TaskListItemsExtension.create());

    private HtmlPage() {}

    static String of(String title, String plan, String rollback) {
        try {
            return Mustache.compiler()
                    .compile(Templates.builtIn("plan.html" + Templates.SUFFIX))
                    .execute(Map.of("title", title, "plan", html(plan), "rollback", html(rollback)));
        } catch (IOException e) {
            throw new PlanException("plan.html cannot be written: " + e.getMessage(), e);
        }
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .extensions(EXTENSIONS)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown));
    }
}
