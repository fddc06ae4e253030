package dev.rehearsal.text;

import java.util.List;

/** Takes texts in the SQL of one engine apart, as its server does. Stateless; safe for use by several threads. */
@FunctionalInterface
public interface Lexer {
    /**
     * {@return the pieces of a text in their order; put together again they are the text}
     *
     * @param text any
     */
    List<Token> tokens(String text);
}
