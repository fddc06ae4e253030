package dev.rehearsal.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change to a database is told exactly: what differs, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlterationsTest {
    private final DatabaseAddress sink = KitchenSink.build();
    private int version;

    @BeforeAll
    void ask_the_version() throws SQLException {
        try (Connection connection = TestPostgres.connect(sink).getConnection()) {
            version = connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    Stream<Alteration> alterations() {
        return Stream.of(
                        TableAlterations.all(version),
                        ConstraintAlterations.all(version),
                        CodeAlterations.all(version),
                        SecurityAlterations.all(version))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void a_change_is_told_exactly_and_its_revert_leaves_nothing(Alteration alteration) {
        DatabaseAddress copy = KitchenSink.copy(sink);
        SchemaSnapshot before = KitchenSink.snapshot(copy);

        TestPostgres.run(copy, alteration.change());
        SchemaSnapshot after = KitchenSink.snapshot(copy);

        assertThat(SchemaComparison.differences(before, after))
                .extracting(Alteration::told)
                .containsExactlyInAnyOrderElementsOf(alteration.expected());
        if (!alteration.revert().isEmpty()) {
            TestPostgres.run(copy, alteration.revert());
            assertThat(KitchenSink.snapshot(copy).definitions()).isEqualTo(before.definitions());
        }
        KitchenSink.drop(copy);
    }
}
