package dev.rehearsal.mariadb;

import java.util.List;

/**
 * A change of one table, with its right undo and wrong ones. {@code {t}} stands for the table, of which {@code {t}_p} is
 * another beside it.
 *
 * @param prepare run before the change, on tables that are filled
 * @param up the change
 * @param right undoes all of it
 * @param always what differs after the right undo, too
 * @param wrong what undoes less, or otherwise
 */
record FuzzChange(List<String> prepare, List<String> up, List<String> right, List<String> always, List<Wrong> wrong) {
    /**
     * A wrong undo.
     *
     * @param sql the undo
     * @param told what differs after it
     */
    record Wrong(List<String> sql, List<String> told) {}

    /** The tables that a change is made of. */
    static final List<String> GROUND = List.of(
            "CREATE TABLE {t}_p (id int PRIMARY KEY, note varchar(20))",
            "CREATE TABLE {t} (id int AUTO_INCREMENT PRIMARY KEY, a int, b varchar(40), c decimal(8,2) NOT NULL, d date,"
                    + " e enum('x', 'y', 'z'), p int, j json, KEY {t}_b (b))");

    static final List<FuzzChange> ALL = List.of(
            change("ALTER TABLE {t} ADD n int", "ALTER TABLE {t} DROP n", "column shop.{t}.n"),
            change("ALTER TABLE {t} MODIFY b varchar(80)", "ALTER TABLE {t} MODIFY b varchar(40)", "column shop.{t}.b"),
            change("ALTER TABLE {t} ADD KEY {t}_x (a)", "ALTER TABLE {t} DROP KEY {t}_x", "index shop.{t}.{t}_x"),
            change("ALTER TABLE {t} DROP KEY {t}_b", "ALTER TABLE {t} ADD KEY {t}_b (b)", "index shop.{t}.{t}_b")
                    .or("ALTER TABLE {t} ADD KEY {t}_b (b, a)", "index shop.{t}.{t}_b"),
            change(
                    "ALTER TABLE {t} ADD CONSTRAINT {t}_ck CHECK (c < 10000000)",
                    "ALTER TABLE {t} DROP CONSTRAINT {t}_ck",
                    "constraint shop.{t}.{t}_ck"),
            change(
                    "CREATE TRIGGER {t}_tr BEFORE INSERT ON {t} FOR EACH ROW SET NEW.a = 1",
                    "DROP TRIGGER {t}_tr",
                    "trigger shop.{t}.{t}_tr"),
            change("CREATE VIEW {t}_v AS SELECT id, b FROM {t}", "DROP VIEW {t}_v", "view shop.{t}_v")
                    .or("CREATE OR REPLACE VIEW {t}_v AS SELECT id FROM {t}", "view shop.{t}_v"),
            change(
                    "CREATE FUNCTION {t}_f() RETURNS int DETERMINISTIC RETURN 1",
                    "DROP FUNCTION {t}_f",
                    "function shop.{t}_f"),
            change("ALTER TABLE {t} COMMENT = 'new'", "ALTER TABLE {t} COMMENT = ''", "table shop.{t}"),
            change(
                    "ALTER TABLE {t} MODIFY e enum('x', 'y', 'z', 'w')",
                    "ALTER TABLE {t} MODIFY e enum('x', 'y', 'z')",
                    "column shop.{t}.e"),
            change(
                            "ALTER TABLE {t} MODIFY c decimal(10,2) NOT NULL",
                            "ALTER TABLE {t} MODIFY c decimal(8,2) NOT NULL",
                            "column shop.{t}.c")
                    .or("ALTER TABLE {t} MODIFY c decimal(8,2)", "column shop.{t}.c"),
            change(
                    "ALTER TABLE {t} RENAME COLUMN b TO b2",
                    "ALTER TABLE {t} RENAME COLUMN b2 TO b",
                    "column shop.{t}.b",
                    "column shop.{t}.b2",
                    "index shop.{t}.{t}_b"),
            change(
                    "CREATE TABLE {t}_new (id int PRIMARY KEY)",
                    "DROP TABLE {t}_new",
                    "table shop.{t}_new",
                    "column shop.{t}_new.id",
                    "constraint shop.{t}_new.primary",
                    "table of rows shop.{t}_new"),
            change(
                            "ALTER TABLE {t} ADD CONSTRAINT {t}_fk FOREIGN KEY (p) REFERENCES {t}_p (id)",
                            "ALTER TABLE {t} DROP FOREIGN KEY {t}_fk, DROP KEY {t}_fk",
                            "constraint shop.{t}.{t}_fk",
                            "index shop.{t}.{t}_fk")
                    .or("ALTER TABLE {t} DROP FOREIGN KEY {t}_fk", "index shop.{t}.{t}_fk")
                    .prepared("UPDATE {t} SET p = (SELECT MIN(id) FROM {t}_p)"),
            new FuzzChange(
                    List.of("UPDATE {t} SET a = NULL WHERE id = 1"),
                    List.of("CREATE TABLE {t}_old AS SELECT id, a FROM {t}", "UPDATE {t} SET a = COALESCE(a, 0)"),
                    List.of("UPDATE {t} JOIN {t}_old o USING (id) SET {t}.a = o.a", "DROP TABLE {t}_old"),
                    List.of(),
                    List.of(new Wrong(List.of("DROP TABLE {t}_old"), List.of("values of shop.{t}.a")))),
            new FuzzChange(
                    List.of(),
                    List.of(
                            "CREATE TABLE {t}_gone AS SELECT * FROM {t} WHERE id <= 5",
                            "DELETE FROM {t} WHERE id <= 5"),
                    List.of("INSERT INTO {t} SELECT * FROM {t}_gone", "DROP TABLE {t}_gone"),
                    List.of(),
                    List.of(new Wrong(List.of("DROP TABLE {t}_gone"), List.of("rows of shop.{t}")))),
            new FuzzChange(
                    List.of("UPDATE {t} SET d = '2024-05-06' WHERE id = 2"),
                    List.of("ALTER TABLE {t} DROP d"),
                    List.of("ALTER TABLE {t} ADD d date AFTER c"),
                    List.of("values of shop.{t}.d"),
                    List.of(new Wrong(List.of("ALTER TABLE {t} ADD d date"), List.of("column order shop.{t}")))),
            new FuzzChange(
                    List.of("UPDATE {t} SET b = LEFT(b, 30)", "UPDATE {t} SET b = 'Mixed' WHERE id = 3"),
                    List.of("UPDATE {t} SET b = CONCAT('<', b)"),
                    List.of("UPDATE {t} SET b = SUBSTR(b, 2)"),
                    List.of(),
                    List.of(
                            new Wrong(
                                    List.of("UPDATE {t} SET b = LOWER(SUBSTR(b, 2))"), List.of("values of shop.{t}.b")),
                            new Wrong(
                                    List.of("UPDATE {t} SET b = SUBSTR(b, 2) WHERE id <> 3"),
                                    List.of("values of shop.{t}.b")))));

    /** Without an undo all that it made is left. */
    private static FuzzChange change(String up, String right, String... left) {
        return new FuzzChange(
                List.of(),
                List.of(up),
                List.of(right),
                List.of(),
                List.of(new Wrong(List.of("SELECT 1"), List.of(left))));
    }

    private FuzzChange or(String undo, String told) {
        return new FuzzChange(
                prepare, up, right, always, List.of(wrong.get(0), new Wrong(List.of(undo), List.of(told))));
    }

    private FuzzChange prepared(String sql) {
        return new FuzzChange(List.of(sql), up, right, always, wrong);
    }
}
