package dev.rehearsal.junit;

import javax.sql.DataSource;
import org.assertj.db.type.AssertDbConnectionFactory;

/** Apart, so that AssertJ-DB need not be there where it is not used. */
final class AssertDb {
    private AssertDb() {}

    static Object connection(DataSource source) {
        return AssertDbConnectionFactory.of(source).create();
    }
}
