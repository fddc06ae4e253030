package dev.rehearsal.postgres.application;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.application.ApplicationStatement.Piece;
import dev.rehearsal.dialect.Application.Bound;
import dev.rehearsal.result.StatementCheck.Parameter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import org.postgresql.util.PGobject;

/**
 * A statement as it is sent, with its values.
 *
 * @param sql the text with a {@code ?} for each value
 * @param parameters the values
 */
record Call(String sql, List<Parameter> parameters) {
    /** Sent with their types, as drivers do; of all others the server finds the type out. */
    private static final Set<String> TYPED = Set.of(
            "bool",
            "int2",
            "int4",
            "int8",
            "numeric",
            "float4",
            "float8",
            "text",
            "varchar",
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "uuid");

    Call(Bound bound) {
        this(text(bound.statement()), bound.parameters());
    }

    /** {@return the text with a {@code ?} for each value; an operator that has one is told apart by another} */
    static String text(ApplicationStatement statement) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : statement.pieces()) {
            switch (piece.kind()) {
                case PARAMETER -> text.append('?');
                case SQL -> text.append(piece.text().replace("?", "??"));
                case QUOTED -> text.append(piece.text());
            }
        }
        return text.toString();
    }

    void fill(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.value() == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (TYPED.contains(parameter.type())) {
                PGobject typed = new PGobject();
                typed.setType(parameter.type());
                typed.setValue(parameter.value());
                statement.setObject(i + 1, typed);
            } else {
                statement.setObject(i + 1, parameter.value(), Types.OTHER);
            }
        }
    }
}
