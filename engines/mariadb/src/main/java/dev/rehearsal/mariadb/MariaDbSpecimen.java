package dev.rehearsal.mariadb;

import dev.rehearsal.dialect.Specimen;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What the catalogue must show, and the comparison of rows. A migration to be seen comes with what sees it. */
final class MariaDbSpecimen implements Specimen {
    private static final List<String> STATEMENTS = List.of(
            "CREATE DATABASE rehearsal_specimen CHARACTER SET latin1",
            "CREATE TABLE rehearsal_specimen.parent (id int PRIMARY KEY, name varchar(20) DEFAULT 'x', KEY by_name (name))",
            "CREATE TABLE rehearsal_specimen.child (parent int, amount int CHECK (amount > 0),"
                    + " twice int GENERATED ALWAYS AS (amount * 2) STORED,"
                    + " CONSTRAINT of_parent FOREIGN KEY (parent) REFERENCES rehearsal_specimen.parent (id),"
                    + " CONSTRAINT small CHECK (amount < 1000))",
            "CREATE VIEW rehearsal_specimen.seen AS SELECT id FROM rehearsal_specimen.parent",
            "CREATE TRIGGER rehearsal_specimen.fires BEFORE INSERT ON rehearsal_specimen.parent FOR EACH ROW SET @x = 1",
            "CREATE FUNCTION rehearsal_specimen.one() RETURNS int DETERMINISTIC RETURN 1",
            "CREATE PROCEDURE rehearsal_specimen.nothing() BEGIN END",
            "CREATE EVENT rehearsal_specimen.daily ON SCHEDULE EVERY 1 DAY DO SET @x = 1",
            "CREATE SEQUENCE rehearsal_specimen.numbers");

    private static final Set<String> OBJECTS = Set.of(
            "schema rehearsal_specimen",
            "table rehearsal_specimen.parent",
            "column rehearsal_specimen.parent.name",
            "constraint rehearsal_specimen.parent.primary",
            "index rehearsal_specimen.parent.by_name",
            "column rehearsal_specimen.child.twice",
            "constraint rehearsal_specimen.child.of_parent",
            "index rehearsal_specimen.child.of_parent",
            "constraint rehearsal_specimen.child.small",
            "view rehearsal_specimen.seen",
            "trigger rehearsal_specimen.parent.fires",
            "function rehearsal_specimen.one",
            "procedure rehearsal_specimen.nothing",
            "event rehearsal_specimen.daily",
            "sequence rehearsal_specimen.numbers");

    /** No transaction takes a definition back here: they last as long as the database, which is for this alone. */
    @Override
    public Definitions definitions(DataSource database) {
        return new Definitions() {
            @Override
            public DataSource source() {
                return database;
            }

            @Override
            public Set<String> make() throws SQLException {
                try (Connection connection = database.getConnection();
                        Statement statement = connection.createStatement()) {
                    for (String sql : STATEMENTS) {
                        statement.execute(sql);
                    }
                }
                return OBJECTS;
            }
        };
    }

    @Override
    public void fill(DataSource database) throws SQLException {
        SpecimenRows.fill(database);
    }

    @Override
    public long rows() {
        return SpecimenRows.ROWS;
    }

    @Override
    public List<Change> change(DataSource database) throws SQLException {
        return SpecimenRows.change(database);
    }

    @Override
    public Trial trial() {
        return SpecimenRows.trial();
    }
}
