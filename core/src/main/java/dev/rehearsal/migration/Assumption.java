package dev.rehearsal.migration;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a script says of production's rows, before a constraint of the database does:
 * {@code -- rehearsal: assume UNIQUE (email) on users — checked in production on 3 May}. Rows of ours then meet it as well.
 *
 * @param kind what kind of constraint
 * @param subject the columns, listed with commas; of a CHECK its condition
 * @param more what else stands there: of a foreign key the table that is referred to, and its columns; else empty
 * @param table the table, as it was written
 * @param reason why
 * @param script the script's name
 * @param line the line, from 1
 */
public record Assumption(Kind kind, String subject, String more, String table, String reason, String script, int line) {
    /** A kind of constraint. */
    public enum Kind {
        /** No two rows are equal in the columns. */
        UNIQUE,
        /** Each row has a value in the columns. */
        NOT_NULL,
        /** No row fails a condition. */
        CHECK,
        /** The columns refer to a row that is there. */
        REFERENCES
    }

    /**
     * {@return all assumptions of a history that can be read and give a reason, in order}
     *
     * @param history any
     */
    public static List<Assumption> of(MigrationHistory history) {
        Stream<@Nullable Script> versions =
                history.migrations().stream().flatMap(migration -> Stream.of(migration.script(), migration.undo()));
        return Stream.concat(versions, history.repeatables().stream())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(script -> Directive.of(script).stream())
                .map(AssumptionReader::read)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * {@return whether the claim of a directive is one}
     *
     * @param directive that assumes something
     */
    public static boolean readable(Directive directive) {
        return AssumptionReader.read(directive.because("a reason")) != null;
    }

    /** {@return it for a reader: {@code UNIQUE (email) on users}} */
    public String words() {
        String columns = "(" + subject + ")";
        String constraint = switch (kind) {
            case UNIQUE -> "UNIQUE " + columns + (more.isEmpty() ? "" : " " + more);
            case NOT_NULL -> "NOT NULL " + columns;
            case CHECK -> "CHECK " + columns;
            case REFERENCES -> columns + " REFERENCES " + more;
        };
        return constraint + " on " + table;
    }
}
