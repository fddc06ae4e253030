package dev.rehearsal.mariadb.data;

import static dev.rehearsal.mariadb.catalog.Names.quoted;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A column, and what of its values is hashed.
 *
 * @param name its name
 * @param form what is hashed
 */
record Column(String name, Form form) {
    /** {@return SQL for what is hashed; NULL for NULL} */
    String value() {
        return form.of("t." + quoted(name));
    }

    /** {@return SQL for the number of its values that are not NULL} */
    String count() {
        return "COUNT(t." + quoted(name) + ")";
    }

    /** {@return SQL for the number of its values of which there is a form} */
    String read() {
        return form.mayFail() ? "COUNT(" + value() + ")" : count();
    }

    /** {@return a number of the column's own, so that values that change places between columns are seen} */
    long salt() {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** {@return this column as it can be compared with the same one of another table} */
    Column against(Column other) {
        return new Column(name, form.against(other.form));
    }
}
