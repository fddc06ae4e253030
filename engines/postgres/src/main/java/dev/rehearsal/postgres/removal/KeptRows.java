package dev.rehearsal.postgres.removal;

import dev.rehearsal.postgres.removal.RowTrials.Range;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The rows of a table as texts, outside the database: no object there may depend on the table or its types while statements
 * change them.
 *
 * @param table the table, as SQL writes it
 * @param columns those that can be written, as SQL lists them
 * @param places where each row was: its table's number, and its place
 * @param lines the rows, as COPY writes them
 */
record KeptRows(String table, String columns, List<Place> places, List<String> lines) {
    /** More would be no small matter to hold. */
    private static final int MOST = 200_000;

    /**
     * Where a row is.
     *
     * @param part the number of its table
     * @param tuple its place there
     */
    record Place(String part, String tuple) {}

    /** {@return all rows of a table; none if there are too many} */
    static KeptRows of(Connection connection, String table, String columns) throws SQLException {
        StringWriter text = new StringWriter();
        String query =
                "SELECT child.tableoid, child.ctid, " + columns + " FROM " + table + " AS child LIMIT " + (MOST + 1);
        try {
            copy(connection).copyOut("COPY (" + query + ") TO STDOUT", text);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        List<String[]> rows =
                text.toString().lines().map(line -> line.split("\t", 3)).toList();
        List<String[]> kept = rows.size() > MOST ? List.of() : rows;
        return new KeptRows(
                table,
                columns,
                kept.stream().map(row -> new Place(row[0], row[1])).toList(),
                kept.stream().map(row -> row[2]).toList());
    }

    /** Puts some of them back. */
    void put(Connection connection, Range rows) throws SQLException {
        if (rows.size() == 0) {
            return;
        }
        String text = lines.subList(rows.from(), rows.to()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        try {
            copy(connection).copyIn("COPY " + table + " (" + columns + ") FROM STDIN", new StringReader(text));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** {@return the condition that finds some of them} */
    Rejection rejection(List<Range> ranges) {
        List<Place> found = ranges.stream()
                .flatMap(range -> places.subList(range.from(), range.to()).stream())
                .toList();
        String parts = found.stream().map(Place::part).collect(Collectors.joining(","));
        String tuples = found.stream().map(place -> '"' + place.tuple() + '"').collect(Collectors.joining(","));
        return new Rejection(
                table,
                "(child.tableoid, child.ctid) IN (SELECT * FROM unnest('{" + parts + "}'::oid[], '{" + tuples
                        + "}'::tid[]))");
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return new CopyManager(connection.unwrap(BaseConnection.class));
    }
}
