package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Below;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.migration.Assumption.Kind;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filling of tables on a real MariaDB. */
class MariaDbSeederIT {
    private static final VolumeProfile PROFILE = VolumeProfile.uniform(42, 500);
    private static final String ALL_TYPES = """
            CREATE TABLE every (
              id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
              of_tinyint tinyint, flag tinyint(1) NOT NULL, of_utinyint tinyint unsigned, of_smallint smallint,
              of_usmallint smallint unsigned, of_mediumint mediumint, of_umediumint mediumint unsigned,
              of_int int, of_uint int unsigned NOT NULL, of_bigint bigint, of_ubigint bigint unsigned,
              of_zerofill int(6) zerofill,
              of_decimal decimal(12,4) NOT NULL, of_udecimal decimal(5,2) unsigned, of_whole decimal(20),
              of_float float, of_double double, of_narrow double(6,2),
              of_bit bit(1), of_bits bit(12), of_all_bits bit(64),
              of_char char(3), of_varchar varchar(200) NOT NULL, of_latin1 varchar(60) CHARACTER SET latin1,
              first_name varchar(30) CHARACTER SET ascii, city varchar(40) CHARACTER SET utf8mb3,
              of_tinytext tinytext, of_text text, of_mediumtext mediumtext, of_longtext longtext,
              of_binary binary(16), of_varbinary varbinary(20), of_tinyblob tinyblob, of_blob blob,
              of_mediumblob mediumblob, of_longblob longblob,
              of_enum enum('small', 'it''s', 'large') NOT NULL, of_set set('a', 'b', 'c'),
              of_date date, of_datetime datetime NOT NULL, of_precise datetime(6), of_timestamp timestamp NULL,
              changed timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
              of_time time, of_fine_time time(3), of_year year,
              of_json json, of_uuid uuid NOT NULL, of_inet4 inet4, of_inet6 inet6,
              of_point point NOT NULL, of_line linestring, of_polygon polygon, of_geometry geometry,
              of_points multipoint, of_lines multilinestring, of_polygons multipolygon, of_many geometrycollection,
              twice bigint GENERATED ALWAYS AS (of_uint * 2) STORED, short varchar(9) AS (LEFT(of_varchar, 9)) VIRTUAL,
              hidden int INVISIBLE, SPATIAL KEY (of_point), UNIQUE KEY (of_uuid))""";

    private static SeededMariaDb maria;

    @BeforeAll
    static void start() {
        maria = new SeededMariaDb();
    }

    @AfterAll
    static void stop() {
        maria.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        maria.empty();
    }

    @Test
    void every_type_is_filled_with_many_values() throws SQLException {
        maria.with(ALL_TYPES).filled(PROFILE);
        assertThat(maria.number("SELECT COUNT(*) FROM every")).isEqualTo(500);
        for (String column : maria.list("SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_NAME = 'every'"
                + " AND TABLE_SCHEMA = 'shop'")) {
            assertThat(maria.number("SELECT COUNT(DISTINCT `" + column + "`) FROM every"))
                    .as(column)
                    .isGreaterThan(1);
        }
        assertThat(maria.number("SELECT COUNT(*) FROM every WHERE of_varchar = '' OR of_text = ''"))
                .isPositive();
        assertThat(maria.number("SELECT COUNT(*) FROM every WHERE of_bigint = -9223372036854775808"))
                .isPositive();
    }

    @Test
    void the_same_seed_gives_the_same_rows_and_another_one_others() throws SQLException {
        maria.with(ALL_TYPES).filled(PROFILE);
        String print = maria.print("every");
        maria.run("DELETE FROM every");
        maria.filled(PROFILE);
        assertThat(maria.print("every")).isEqualTo(print);
        maria.run("DELETE FROM every");
        maria.filled(PROFILE.seeded(43));
        assertThat(maria.print("every")).isNotEqualTo(print);
    }

    @Test
    void unique_keys_hold_under_their_collation_over_parts_and_over_what_is_computed() throws SQLException {
        maria.with(
                        """
                        CREATE TABLE uniques (a varchar(60) COLLATE utf8mb4_general_ci UNIQUE,
                          email varchar(100) NOT NULL, code char(6) NOT NULL UNIQUE, note text, blobs blob NOT NULL,
                          name varchar(80) NOT NULL, lowered varchar(80) AS (LOWER(name)) VIRTUAL, day date NOT NULL,
                          b tinyint NOT NULL, c smallint unsigned NOT NULL, d enum('x', 'y') NOT NULL,
                          PRIMARY KEY (b, c, d), UNIQUE KEY (email(12)), UNIQUE KEY (note(20)), UNIQUE KEY (blobs(4)),
                          UNIQUE KEY (lowered), UNIQUE KEY (day, d))""",
                        "CREATE TABLE patterned (code varchar(9) NOT NULL UNIQUE CHECK (code REGEXP '^[a-zA-Z]{2}[0-9]{2}$'))")
                .filled(PROFILE);
        assertThat(maria.number("SELECT COUNT(*) FROM uniques")).isEqualTo(500);
        assertThat(maria.number("SELECT COUNT(*) FROM patterned")).isEqualTo(500);
    }

    @Test
    void rows_point_at_others_at_themselves_and_around_in_circles() throws SQLException {
        maria.with(
                        "CREATE TABLE parent (id int AUTO_INCREMENT PRIMARY KEY, name varchar(20))",
                        """
                        CREATE TABLE tree (id bigint AUTO_INCREMENT PRIMARY KEY, up bigint, root bigint NOT NULL,
                          FOREIGN KEY (up) REFERENCES tree (id), FOREIGN KEY (root) REFERENCES tree (id))""",
                        """
                        CREATE TABLE child (parent int NOT NULL, no int NOT NULL, other int,
                          PRIMARY KEY (parent, no), FOREIGN KEY (parent) REFERENCES parent (id),
                          FOREIGN KEY (other) REFERENCES parent (id))""",
                        """
                        CREATE TABLE grandchild (id char(36) PRIMARY KEY, parent int NOT NULL, no int NOT NULL,
                          FOREIGN KEY (parent, no) REFERENCES child (parent, no))""",
                        "CREATE TABLE hen (id int PRIMARY KEY, egg int NOT NULL)",
                        "CREATE TABLE egg (id int PRIMARY KEY, hen int NOT NULL UNIQUE, FOREIGN KEY (hen) REFERENCES hen (id))",
                        "ALTER TABLE hen ADD FOREIGN KEY (egg) REFERENCES egg (id)")
                .filled(PROFILE);
        for (String table : new String[] {"parent", "tree", "child", "grandchild", "hen", "egg"}) {
            assertThat(maria.number("SELECT COUNT(*) FROM " + table)).as(table).isEqualTo(500);
        }
        assertThat(maria.number("SELECT COUNT(DISTINCT up) FROM tree")).isGreaterThan(20);
    }

    @Test
    void checks_hold_as_far_as_values_can_be_found() throws SQLException {
        Filling filling = maria.with(
                        """
                        CREATE TABLE checked (
                          age int CHECK (age BETWEEN 18 AND 30), kind varchar(9) NOT NULL CHECK (kind IN ('a', 'b')),
                          price decimal(8,2) CHECK (price > 0 AND price < 50), note varchar(50) CHECK (CHAR_LENGTH(note) >= 4),
                          flagged tinyint(1) NOT NULL, least int NOT NULL, most int NOT NULL,
                          doubled int AS (most * 2) VIRTUAL, path varchar(40) CHECK (path LIKE 'a%'),
                          CONSTRAINT ordered CHECK (least < most), CONSTRAINT even CHECK (doubled % 4 = 0),
                          CONSTRAINT either CHECK (age IS NULL OR kind = 'a'))""",
                        "CREATE TABLE impossible (a int NOT NULL, CHECK (a > 5 AND a * a = 7))",
                        "CREATE TABLE behind (a int PRIMARY KEY, b int NOT NULL)")
                .fill(PROFILE);
        assertThat(maria.number("SELECT COUNT(*) FROM checked")).isEqualTo(500);
        maria.isIntact();
        assertThat(filling.unfilled()).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo("shop.impossible");
            assertThat(one.reason()).contains("only 0 of 500 rows");
            assertThat(one.remedy()).contains("volume.yaml", "a: { sql: \"n\" }");
        });
        assertThat(filling.below()).extracting(Below::table).hasToString("[shop.impossible]");
    }

    @Test
    void partitions_get_rows_and_none_lies_outside() throws SQLException {
        maria.with("""
                        CREATE TABLE by_year (id int NOT NULL, day date NOT NULL, PRIMARY KEY (id, day))
                          PARTITION BY RANGE (YEAR(day)) (PARTITION p1 VALUES LESS THAN (2015),
                            PARTITION p2 VALUES LESS THAN (2022), PARTITION p3 VALUES LESS THAN (2024))""", """
                        CREATE TABLE by_list (id int NOT NULL, kind int NOT NULL, PRIMARY KEY (id, kind))
                          PARTITION BY LIST (kind) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (9))""", "CREATE TABLE by_hash (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 4", """
                        CREATE TABLE by_columns (at datetime NOT NULL, name varchar(9) NOT NULL)
                          PARTITION BY RANGE COLUMNS (at) (PARTITION p1 VALUES LESS THAN ('2020-01-01'),
                            PARTITION p2 VALUES LESS THAN ('2030-01-01'), PARTITION p3 VALUES LESS THAN (MAXVALUE))""", """
                        CREATE TABLE by_rest (id int NOT NULL)
                          PARTITION BY LIST (id % 7) (PARTITION a VALUES IN (1, 3), PARTITION b VALUES IN (4))""")
                .filled(PROFILE);
        for (String partition : new String[] {
            "by_year PARTITION (p1)",
            "by_year PARTITION (p3)",
            "by_list PARTITION (b)",
            "by_hash PARTITION (p2)",
            "by_columns PARTITION (p1)",
            "by_rest PARTITION (a)",
            "by_rest PARTITION (b)"
        }) {
            assertThat(maria.number("SELECT COUNT(*) FROM " + partition))
                    .as(partition)
                    .isPositive();
        }
    }

    @Test
    void a_volume_file_says_what_columns_hold() throws SQLException {
        maria.with(
                        """
                        CREATE TABLE users (id bigint AUTO_INCREMENT PRIMARY KEY, email varchar(100) NOT NULL, kind varchar(9),
                          n int, score decimal(8,2) NOT NULL, at datetime NOT NULL, body text NOT NULL, twice int NOT NULL,
                          code varchar(12))""",
                        "CREATE TABLE orders (id int PRIMARY KEY, user_id bigint NOT NULL,"
                                + " FOREIGN KEY (user_id) REFERENCES users (id))",
                        "CREATE TABLE `Kept` (id int PRIMARY KEY)")
                .filled(SeededMariaDb.volume("""
                        tables:
                          users:
                            rows: 1000
                            columns:
                              email: { distinct: 900 }
                              kind: { values: { a: 3, b: 1 }, nulls: 0.2 }
                              n: { nulls: 0.5, distinct: 7 }
                              score: { range: [10, 20] }
                              at: { range: ['2024-01-01', '2024-02-01'] }
                              body: { width: 3000 }
                              twice: { sql: 'n * 2' }
                              code: { pattern: '[A-Z]{2}-[0-9]{3}' }
                          orders: 2 per users
                          Kept: own
                        """));
        assertThat(maria.list("SELECT COUNT(*) FROM users UNION ALL SELECT COUNT(DISTINCT email) FROM users"
                        + " UNION ALL SELECT COUNT(*) FROM users WHERE kind = 'a'"
                        + " UNION ALL SELECT COUNT(*) FROM users WHERE kind IS NULL"
                        + " UNION ALL SELECT COUNT(*) FROM users WHERE n IS NULL"
                        + " UNION ALL SELECT COUNT(DISTINCT n) FROM users UNION ALL SELECT COUNT(*) FROM orders"
                        + " UNION ALL SELECT COUNT(*) FROM `Kept`"))
                .containsExactly("1000", "900", "600", "200", "500", "7", "2000", "0");
        assertThat(maria.number("SELECT COUNT(*) FROM users WHERE score BETWEEN 10 AND 20 AND twice % 2 = 0"
                        + " AND at BETWEEN '2024-01-01' AND '2024-02-01' AND LENGTH(body) BETWEEN 2900 AND 3100"
                        + " AND (code IS NULL OR code REGEXP '^[A-Z]{2}-[0-9]{3}$')"))
                .isEqualTo(1000);
    }

    @Test
    void tables_are_filled_up_beside_the_rows_that_are_there_and_so_are_new_columns() throws SQLException {
        maria.with(
                "CREATE TABLE roles (id int AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL UNIQUE,"
                        + " changed timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP)",
                "INSERT INTO roles (id, name, changed) VALUES (1, 'admin', '2020-01-01'), (2, 'user', '2020-01-01')");
        maria.filled(PROFILE);
        assertThat(maria.number("SELECT COUNT(*) FROM roles")).isEqualTo(500);
        assertThat(maria.number("SELECT MIN(id) FROM roles WHERE id > 2"))
                .as("a script may well insert the next numbers")
                .isGreaterThan(1000);
        maria.run("ALTER TABLE roles ADD note varchar(40), ADD up int, ADD rank int UNIQUE,"
                + " ADD FOREIGN KEY (up) REFERENCES roles (id)");
        maria.filled(PROFILE);
        assertThat(maria.number("SELECT COUNT(*) FROM roles WHERE changed = '2020-01-01'"))
                .isEqualTo(2);
        assertThat(maria.number("SELECT COUNT(DISTINCT note) FROM roles")).isGreaterThan(50);
        assertThat(maria.number("SELECT COUNT(up) FROM roles")).isGreaterThan(50);
    }

    @Test
    void keys_that_scripts_insert_stay_free() throws SQLException {
        maria.with(
                "CREATE TABLE roles (id int PRIMARY KEY, name varchar(20) NOT NULL UNIQUE, up int,"
                        + " FOREIGN KEY (up) REFERENCES roles (id))",
                "CREATE TABLE `of role` (role int, kind enum('a', 'b'), PRIMARY KEY (role, kind))");
        String[] scripts = {
            "INSERT IGNORE INTO shop.roles (name, id) VALUES ('it''s me', 3), ('x', 499)",
            "CREATE PROCEDURE p() BEGIN REPLACE INTO roles VALUES (7, 'seven', NULL); END",
            "INSERT INTO `of role` (role, kind) SELECT 1, 'b' UNION ALL SELECT 2, 'a'"
        };
        assertThat(maria.fillFor(PROFILE, scripts).unfilled()).isEmpty();
        maria.isIntact();
        assertThat(maria.list("SELECT COUNT(*) FROM roles UNION ALL SELECT COUNT(*) FROM roles WHERE id IN (3, 7, 499)"
                        + " UNION ALL SELECT COUNT(*) FROM `of role` WHERE (role, kind) IN ((1, 'b'), (2, 'a'))"))
                .containsExactly("500", "0", "0");
    }

    @Test
    void rows_meet_what_scripts_assume_and_what_they_cannot_meet_is_told() throws SQLException {
        maria.with(
                "CREATE TABLE city (id int PRIMARY KEY, name varchar(40))",
                "CREATE TABLE person (id int PRIMARY KEY, email varchar(60), age int, city int, nick varchar(20))",
                "CREATE TABLE kept (id int PRIMARY KEY, a int)",
                "INSERT INTO kept VALUES (1, 7), (2, 7)");
        Filling filling = maria.fillAssuming(
                PROFILE,
                assumed(Kind.UNIQUE, "email", "", "person"),
                assumed(Kind.NOT_NULL, "email, age", "", "shop.person"),
                assumed(Kind.CHECK, "age BETWEEN 18 AND 30 AND age % 2 = 0", "", "`person`"),
                assumed(Kind.REFERENCES, "city", "city (id)", "person"),
                assumed(Kind.UNIQUE, "a", "", "kept"),
                assumed(Kind.UNIQUE, "a", "", "nobody"));
        assertThat(filling.unfilled()).isEmpty();
        assertThat(filling.assumed()).extracting(Assumed::met).containsExactly(true, true, true, true, false, false);
        assertThat(filling.assumed().get(5).problem()).isEqualTo("there is no table nobody");
        assertThat(
                        maria.list(
                                "SELECT COUNT(*) FROM person UNION ALL SELECT COUNT(DISTINCT email) FROM person"
                                        + " UNION ALL SELECT COUNT(*) FROM person WHERE age BETWEEN 18 AND 30 AND age % 2 = 0"
                                        + " UNION ALL SELECT COUNT(*) FROM person p JOIN city c ON c.id = p.city OR p.city IS NULL AND c.id = 1"))
                .containsExactly("500", "500", "500", "500");
        assertThat(maria.list("SELECT COUNT(*) FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = 'shop'"))
                .as("nothing is defined for it")
                .containsExactly("3");
    }

    private static Assumption assumed(Kind kind, String subject, String more, String table) {
        return new Assumption(kind, subject, more, table, "because", "V1__x.sql", 1);
    }

    @Test
    void a_small_key_beside_rows_goes_through_all_of_its_numbers() throws SQLException {
        maria.with(
                "CREATE TABLE small (id tinyint unsigned AUTO_INCREMENT PRIMARY KEY, v int NOT NULL)",
                "INSERT INTO small (v) VALUES (1), (2), (3)",
                "CREATE TABLE plain (a int, b varchar(9)) ENGINE=Aria");
        assertThat(maria.fill(VolumeProfile.uniform(42, 200)).unfilled()).isEmpty();
        maria.isIntact();
        assertThat(maria.list("SELECT COUNT(*) FROM small UNION ALL SELECT COUNT(*) FROM plain"))
                .containsExactly("200", "200");
    }

    @Test
    void a_table_that_cannot_be_filled_is_told_once_with_those_behind_it() throws SQLException {
        Filling filling = maria.with(
                        "CREATE TABLE root (id int PRIMARY KEY, a int NOT NULL, CHECK (a * a = 7))",
                        "CREATE TABLE twig (id int PRIMARY KEY, root int NOT NULL, FOREIGN KEY (root) REFERENCES root (id))",
                        "CREATE TABLE leaf (id int PRIMARY KEY, twig int NOT NULL, FOREIGN KEY (twig) REFERENCES twig (id))",
                        "CREATE TABLE refused (id int PRIMARY KEY)",
                        "CREATE TRIGGER refuses BEFORE INSERT ON refused FOR EACH ROW"
                                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not by hand'")
                .fill(PROFILE);
        assertThat(filling.unfilled()).hasSize(2);
        assertThat(filling.unfilled().get(0).what()).isEqualTo("shop.refused");
        assertThat(filling.unfilled().get(0).reason()).contains("not by hand");
        assertThat(filling.unfilled().get(1).what()).isEqualTo("shop.root");
        assertThat(filling.unfilled().get(1).reason()).contains("shop.twig, shop.leaf have too few rows");
        assertThat(filling.below()).hasSize(4);
    }

    @Test
    void sequences_and_versioned_tables_work_on_and_a_key_can_be_full() throws SQLException {
        Filling filling = maria.with(
                        "CREATE SEQUENCE numbers",
                        "CREATE TABLE counted (id bigint PRIMARY KEY DEFAULT NEXTVAL(numbers), v int)",
                        "CREATE TABLE versioned (id int PRIMARY KEY, v int) WITH SYSTEM VERSIONING",
                        "CREATE TABLE small (id tinyint unsigned AUTO_INCREMENT PRIMARY KEY)",
                        "CREATE TABLE flags (flag enum('a', 'b') PRIMARY KEY)")
                .fill(PROFILE);
        assertThat(filling.unfilled()).isEmpty();
        assertThat(filling.below())
                .extracting(one -> one.table() + " " + one.full())
                .containsExactlyInAnyOrder("shop.flags true", "shop.small true");
        maria.run("INSERT INTO counted (v) VALUES (1)", "UPDATE versioned SET v = 3 WHERE id = 7");
        assertThat(maria.number("SELECT COUNT(*) FROM counted")).isEqualTo(501);
    }
}
