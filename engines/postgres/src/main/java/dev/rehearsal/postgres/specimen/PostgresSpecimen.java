package dev.rehearsal.postgres.specimen;

import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.Specimen;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.result.Effect;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One of everything that is asked of a PostgreSQL. Stateless; safe for use by several threads. */
public final class PostgresSpecimen implements Specimen {
    private static final String HERE = "SET search_path = public";
    private static final int ANY_VERSION = Integer.MAX_VALUE;

    /** Makes one. */
    public PostgresSpecimen() {}

    @Override
    public Definitions definitions(DataSource database) {
        return new TakenBack(database);
    }

    @Override
    public void fill(DataSource database) throws SQLException {
        run(database, Steps.of("rows.sql", ANY_VERSION));
    }

    @Override
    public long rows() {
        return 3;
    }

    @Override
    public List<Change> change(DataSource database) throws SQLException {
        Steps changes = Steps.of("changes.sql", ANY_VERSION);
        run(database, changes);
        return changes.claims().stream().map(PostgresSpecimen::change).toList();
    }

    private static Change change(String claim) {
        String[] words = claim.split(" ", 3);
        @Nullable String column = words[1].equals("*") ? null : words[1];
        return new Change(table(words[0].substring(words[0].indexOf('.') + 1)), column, Loss.Kind.valueOf(words[2]));
    }

    @Override
    public Trial trial() {
        return new Trial(
                Steps.of("migration.sql", ANY_VERSION).all().stream()
                        .map(step -> new TrialStatement(
                                step.sql(),
                                step.claims().stream().map(Effect.Kind::valueOf).collect(Collectors.toSet())))
                        .toList(),
                table("named"));
    }

    private static QualifiedName table(String name) {
        return SqlNames.relation("public", name);
    }

    private static void run(DataSource database, Steps steps) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(HERE);
            }
            steps.run(connection);
        }
    }
}
