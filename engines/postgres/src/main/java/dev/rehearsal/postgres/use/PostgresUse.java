package dev.rehearsal.postgres.use;

import dev.rehearsal.dialect.Usage.Use;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What was written.
 *
 * @param written for a reader
 * @param notWritten for a reader
 * @param rows each row that can be known again
 * @param counts how many rows each table held when all was written
 * @param older the tables before the up
 * @param objects the numbers of large objects that the rows refer to
 */
record PostgresUse(
        List<Written> written,
        List<String> notWritten,
        List<Tracked> rows,
        Map<UsedTable, Long> counts,
        Map<QualifiedName, UsedTable> older,
        Set<String> objects)
        implements Use {
    PostgresUse {
        written = List.copyOf(written);
        notWritten = List.copyOf(notWritten);
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
        older = Map.copyOf(older);
        objects = Set.copyOf(objects);
    }

    @Override
    public List<UseLoss> losses(DataSource afterDown) throws SQLException {
        try (UseSession session = UseSession.open(afterDown)) {
            return new Losses(this, session, TableCatalog.read(session, Set.of())).find();
        }
    }
}
