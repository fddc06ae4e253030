package dev.rehearsal.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change to a database is told exactly: what differs, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlterationsIT {
    private final DatabaseAddress sink = KitchenSink.build();
    private int version;
    private @Nullable Stage reverted;

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

    @AfterAll
    void end_the_last_session() throws SQLException {
        if (reverted != null) {
            reverted.reader().close();
        }
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void a_change_is_told_exactly_and_its_revert_leaves_nothing(Alteration alteration) throws SQLException {
        Stage stage = takeStage();

        TestPostgres.run(stage.database(), alteration.change());
        SchemaSnapshot after = KitchenSink.snapshot(stage.database());

        assertThat(SchemaComparison.differences(stage.before(), after))
                .extracting(Alteration::told)
                .containsExactlyInAnyOrderElementsOf(alteration.expected());
        assertThat(after.equals(stage.before()))
                .as("nothing is told exactly when nothing differs")
                .isEqualTo(alteration.expected().isEmpty());
        assertThat(stage.reader().read().definitions())
                .as("a session that was there before")
                .isEqualTo(after.definitions());
        if (alteration.revert().isEmpty()) {
            stage.reader().close();
            KitchenSink.drop(stage.database());
        } else {
            TestPostgres.run(stage.database(), alteration.revert());
            assertThat(KitchenSink.snapshot(stage.database()).definitions())
                    .isEqualTo(stage.before().definitions());
            reverted = stage;
        }
    }

    /** A copy is used again only after a change that was reverted to the last character. */
    private Stage takeStage() throws SQLException {
        Stage stage = reverted;
        reverted = null;
        if (stage == null) {
            DatabaseAddress copy = KitchenSink.copy(sink);
            SchemaReader reader = new PostgresCatalog().reader(TestPostgres.connect(copy), KitchenSink.IGNORED);
            stage = new Stage(copy, reader, reader.read());
        }
        return stage;
    }

    private record Stage(DatabaseAddress database, SchemaReader reader, SchemaSnapshot before) {}
}
