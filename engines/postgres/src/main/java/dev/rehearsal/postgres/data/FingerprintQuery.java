package dev.rehearsal.postgres.data;

import dev.rehearsal.data.ColumnFingerprint;
import dev.rehearsal.data.TableFingerprint;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fingerprint of one relation, by one scan. */
final class FingerprintQuery {
    private final DataRelation relation;
    private final RowSource rows;

    FingerprintQuery(DataRelation relation) {
        this.relation = relation;
        this.rows = RowSource.of(relation, relation.keyColumns());
    }

    /** {@return what the relation holds} */
    TableFingerprint run(DataSession session) throws SQLException {
        return session.list(sql(), this::read).get(0);
    }

    private String sql() {
        List<String> counts = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (DataColumn column : relation.columns()) {
            counts.add(column.count());
            hashes.add(column.hash(keyed() ? rows.key() : column.salt()));
        }
        if (!keyed()) {
            counts.add("count(*)");
            hashes.add(rows.digest(relation.columns()));
        }
        String sums =
                hashes.stream().map(hash -> "coalesce(sum(" + hash + "), 0)").collect(Collectors.joining(", "));
        return "SELECT count(*), ARRAY[" + String.join(", ", counts) + "]::bigint[], ARRAY[" + sums + "]::numeric[] "
                + rows.from();
    }

    private TableFingerprint read(ResultSet row) throws SQLException {
        Long[] counts = (Long[]) row.getArray(2).getArray();
        BigDecimal[] sums = (BigDecimal[]) row.getArray(3).getArray();
        Map<String, ColumnFingerprint> columns = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            columns.put(name(i), new ColumnFingerprint(counts[i], sums[i].toPlainString()));
        }
        return new TableFingerprint(keyed(), row.getLong(1), columns);
    }

    private String name(int index) {
        List<DataColumn> columns = relation.columns();
        return index < columns.size() ? columns.get(index).name() : TableFingerprint.WHOLE_ROW;
    }

    private boolean keyed() {
        return !relation.key().isEmpty();
    }
}
