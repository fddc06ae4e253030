package dev.rehearsal.postgres.specimen;

import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script of ours, statement by statement, each with what its comments say must be seen of it.
 *
 * @param all its statements
 */
record Steps(List<Step> all) {
    private static final Pattern CLAIM = Pattern.compile("-- (?:sees|loses|does)(?: since (\\d+))?: (.*)");

    /**
     * A statement.
     *
     * @param sql its text
     * @param claims what must be seen of it
     */
    record Step(String sql, List<String> claims) {}

    Steps {
        all = List.copyOf(all);
    }

    /**
     * {@return a script}
     *
     * @param name of the resource
     * @param version of the server: what only later ones can show is not claimed
     */
    static Steps of(String name, int version) {
        List<Step> steps = new ArrayList<>();
        String script = text(name);
        StringBuilder sql = new StringBuilder();
        for (Token token : new PostgresLexer().tokens(script)) {
            Matcher claim = CLAIM.matcher(token.of(script));
            if (token.kind() == Kind.END) {
                steps.add(new Step(sql.toString().strip(), new ArrayList<>()));
                sql.setLength(0);
            } else if (token.kind() != Kind.COMMENT) {
                sql.append(token.of(script));
            } else if (claim.matches() && (claim.group(1) == null || version >= Integer.parseInt(claim.group(1)))) {
                // what is claimed of a statement stands behind it
                steps.get(steps.size() - 1).claims().add(claim.group(2));
            }
        }
        return new Steps(steps);
    }

    Steps with(String placeholder, String value) {
        return new Steps(all.stream()
                .map(step -> new Step(
                        step.sql().replace(placeholder, value),
                        step.claims().stream()
                                .map(claim -> claim.replace(placeholder, value))
                                .toList()))
                .toList());
    }

    List<String> claims() {
        return all.stream().flatMap(step -> step.claims().stream()).toList();
    }

    /** Runs all of it, in one message to the server. */
    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(all.stream().map(Step::sql).collect(Collectors.joining(";\n")));
        }
    }

    private static String text(String name) {
        try (InputStream in = Steps.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
