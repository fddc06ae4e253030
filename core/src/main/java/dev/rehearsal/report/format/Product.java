package dev.rehearsal.report.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** Which Rehearsal this is, and where its pages are published. */
public final class Product {
    private static final Properties FACTS = read();

    private Product() {}

    /** {@return its version} */
    public static String version() {
        return FACTS.getProperty("version", "");
    }

    /**
     * {@return the absolute address of a page; empty as long as the pages are not published}
     *
     * @param page its path in the repository, or an address already
     */
    public static Optional<String> link(String page) {
        if (page.startsWith("https://")) {
            return Optional.of(page);
        }
        String docs = FACTS.getProperty("docs", "");
        return docs.startsWith("https://") ? Optional.of(docs + "/" + page) : Optional.empty();
    }

    private static Properties read() {
        try (InputStream file = Product.class.getResourceAsStream("product.properties")) {
            Properties facts = new Properties();
            if (file != null) {
                facts.load(file);
            }
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
