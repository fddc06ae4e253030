package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.testing.TestPostgres;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh database with a schema, to fill and to look into. */
record SeededDatabase(DatabaseAddress address) {
    static SeededDatabase with(String schema) {
        SeededDatabase database = new SeededDatabase(TestPostgres.freshDatabase());
        TestPostgres.run(database.address, schema);
        return database;
    }

    Filling fill(VolumeProfile profile) throws SQLException {
        return new PostgresSeeder().fill(source(), profile, Set.of(), Progress.SILENT);
    }

    /** Fills for a project that has these scripts. */
    Filling fill(VolumeProfile profile, String... statements) throws SQLException {
        return new PostgresSeeder().keepingFree(List.of(statements)).fill(source(), profile, Set.of(), Progress.SILENT);
    }

    /** Fills as a user that owns all, and may do no more than that. */
    Filling fillAsOther(VolumeProfile profile) throws SQLException {
        run("DO $$ BEGIN CREATE ROLE another; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;"
                + "GRANT CREATE ON SCHEMA public TO another; GRANT another TO postgres");
        for (String sql : list("SELECT format('ALTER TABLE %s OWNER TO another', c.oid::regclass) FROM pg_class c"
                + " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")) {
            run(sql);
        }
        PGSimpleDataSource other = (PGSimpleDataSource) source();
        other.setOptions("-c role=another");
        return new PostgresSeeder().fill(other, profile, Set.of(), Progress.SILENT);
    }

    /** No sequence gives a key that is taken. */
    void sequencesAreAhead() throws SQLException {
        for (String sql : list("""
                SELECT format('SELECT coalesce(max(%I), 0) <= coalesce(pg_sequence_last_value(%L::regclass), 0) FROM %s',
                  a.attname, d.objid::regclass, a.attrelid::regclass)
                FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                WHERE d.deptype IN ('a', 'i') AND d.classid = 'pg_class'::regclass
                  AND d.objid IN (SELECT seqrelid FROM pg_sequence)""")) {
            assertThat(list(sql)).as(sql).containsExactly("t");
        }
    }

    /** Fills and demands that all was filled and nothing is violated. */
    SeededDatabase filled(VolumeProfile profile) throws SQLException {
        assertThat(fill(profile).unfilled()).isEmpty();
        isIntact();
        return this;
    }

    /** Every constraint is checked anew by the server itself, every index is built anew and valid. */
    void isIntact() throws SQLException {
        for (String sql : list("""
                SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, 'again_' || oid,
                  pg_get_constraintdef(oid)) FROM pg_constraint
                WHERE contype IN ('c', 'f') AND conparentid = 0 AND conrelid <> 0
                  AND connamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_|^information')""")) {
            run("BEGIN; " + sql + "; ROLLBACK");
        }
        run("REINDEX SCHEMA public");
        assertThat(
                        list(
                                "SELECT indexrelid::regclass FROM pg_index WHERE NOT (indisvalid AND indisready AND indislive)"))
                .isEmpty();
    }

    void run(String sql) {
        TestPostgres.run(address, sql);
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(list(sql).get(0));
    }

    List<String> list(String sql) throws SQLException {
        List<String> list = new ArrayList<>();
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                list.add(row.getString(1));
            }
        }
        return list;
    }

    DataSource source() {
        return TestPostgres.connect(address);
    }
}
