package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alembic itself goes up, down and up again. Where the environment does not name it, this is not part of the build. */
@Tag("alembic")
class AlembicIT {
    private static final String ENV = """
            import os
            from alembic import context
            from sqlalchemy import create_engine

            engine = create_engine(os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+psycopg2:"))
            with engine.connect() as connection:
                context.configure(connection=connection)
                with context.begin_transaction():
                    context.run_migrations()
            """;

    private static final String REVISION = """
            from alembic import op
            import sqlalchemy as sa

            revision = "%s"
            down_revision = %s


            def upgrade():
                %s


            def downgrade():
                %s
            """;

    private ConfiguredProject project;

    @BeforeEach
    void twoRevisions(@TempDir Path root) {
        String alembic = Objects.requireNonNull(System.getenv("REHEARSAL_ALEMBIC"));
        project = new ConfiguredProject(root)
                .set("command.up", alembic + " upgrade {version}")
                .set("command.down", alembic + " downgrade {previous:base}")
                .set("command.list", alembic + " history -r base:heads")
                .set("command.files", "alembic/versions/*.py")
                .file("alembic.ini", "[alembic]\nscript_location = alembic\n")
                .file("alembic/env.py", ENV)
                .file(
                        "alembic/versions/f00d_users.py",
                        REVISION.formatted(
                                "f00d",
                                "None",
                                "op.create_table('users', sa.Column('id', sa.Integer, primary_key=True),"
                                        + " sa.Column('name', sa.Text))",
                                "op.drop_table('users')"));
        age("op.drop_column('users', 'age')");
    }

    private void age(String down) {
        // the second by its place in the chain, the first by its name
        project.file(
                "alembic/versions/ae10_age.py",
                REVISION.formatted("ae10", "\"f00d\"", "op.execute('ALTER TABLE users ADD COLUMN age int')", down));
    }

    @Test
    void right_ones_pass_in_the_order_of_their_chain() {
        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).noneMatch(finding -> finding.startsWith("ERROR"));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations())
                .extracting(one -> one.facts().migration().version())
                .containsExactly("f00d", "ae10");
        assertThat(statements(report.migrations().get(0), Phase.UP_AGAIN))
                .singleElement()
                .satisfies(statement -> assertThat(statement.sql()).startsWith("CREATE TABLE users"));
        assertThat(statements(report.migrations().get(1), Phase.UP_AGAIN))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.line()).isEqualTo(9);
                    assertThat(statement.effects()).isNotNull();
                });
    }

    @Test
    void a_wrong_down_is_found() {
        age("op.execute('ALTER TABLE users RENAME COLUMN age TO old_age')");

        RehearsalReport report = project.rehearse();

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(ConfiguredProject.findings(report)).contains("ERROR schema-not-restored ae10_age.py (down)");
    }

    private static List<StatementFacts> statements(MigrationResult result, Phase phase) {
        return result.facts().phases().stream()
                .filter(one -> one.phase() == phase)
                .map(PhaseResult::facts)
                .findFirst()
                .orElseThrow()
                .statements();
    }
}
