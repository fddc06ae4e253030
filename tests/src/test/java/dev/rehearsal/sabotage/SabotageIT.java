package dev.rehearsal.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes;
import dev.rehearsal.dialect.DataComparison;
import dev.rehearsal.dialect.DataReader;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.Observatory;
import dev.rehearsal.dialect.Readers;
import dev.rehearsal.dialect.Seeder;
import dev.rehearsal.dialect.Usage;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.report.Reports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.result.Written;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.schema.QualifiedName;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole rehearsals with one part broken, each of a fault that only this part can see. */
class SabotageIT {
    private static final String ADD = "ALTER TABLE users ADD COLUMN age int;";
    private static final String TAKE = "ALTER TABLE users DROP COLUMN age;";
    private static final String KILL =
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '%s'"
                    + " AND datname = current_database();";

    @TempDir
    private Path root;

    @Test
    void whole_nothing_is_missing() {
        RehearsalReport report = project(ADD, TAKE)
                .file("application/users.sql", "SELECT name FROM users WHERE id = :id;")
                .behind(Duration.ofMillis(300))
                .killed()
                .rehearse();
        assertThat(said(report)).isEmpty();
        assertThat(report.verdict()).isNotEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_comparison_that_finds_nothing() throws IOException {
        String gone = "ALTER TABLE users DROP COLUMN name;";
        String back = "ALTER TABLE users ADD COLUMN name text;";
        assertThat(project(gone, back).rehearse().verdict()).isEqualTo(Verdict.FAILED);

        incomplete(
                project(gone, back)
                        .by(new BrokenDialect() {
                            @Override
                            public DataComparison data() {
                                return new Content(super.data());
                            }
                        })
                        .rehearse(),
                "the comparison of data does not tell what was just changed");
    }

    @Test
    void a_seeder_that_fills_nothing() throws IOException {
        String base = "CREATE TABLE users (id int PRIMARY KEY, name text);";
        String required = "ALTER TABLE users ADD COLUMN age int NOT NULL;";
        assertThat(project(required, TAKE)
                        .file("db/V1__base.sql", base)
                        .rehearse()
                        .verdict())
                .isEqualTo(Verdict.FAILED);

        incomplete(
                project(required, TAKE)
                        .file("db/V1__base.sql", base)
                        .by(new BrokenDialect() {
                            @Override
                            public Seeder seeder() {
                                return (database, profile, ignored, progress) ->
                                        new Seeder.Filling(List.of(), List.of(), List.of());
                            }
                        })
                        .rehearse(),
                "public.users holds 0 of the 10 rows that were asked for, and this migration touches it: nothing has filled");
    }

    @Test
    void a_reader_that_reads_no_row_and_one_that_reads_no_table() throws IOException {
        for (Map.Entry<String, Reading> broken : Map.<String, Reading>of(
                        "the data of public.users: 0 of its 500 rows were read", Reading.NO_ROWS,
                        "the data of public.users: it was not read", Reading.NO_TABLES)
                .entrySet()) {
            incomplete(
                    project(ADD, TAKE)
                            .by(new BrokenDialect() {
                                @Override
                                public DataComparison data() {
                                    return new Content(super.data(), broken.getValue());
                                }
                            })
                            .rehearse(),
                    broken.getKey());
        }
    }

    @Test
    void a_question_to_the_catalogue_that_gives_no_row() throws IOException {
        String index = "CREATE INDEX IF NOT EXISTS by_name ON users (name);";
        assertThat(project(index, "SELECT 1;").rehearse().verdict()).isEqualTo(Verdict.FAILED);

        incomplete(
                project(index, "SELECT 1;")
                        .by(new BrokenDialect() {
                            @Override
                            public DataSource connect(DatabaseAddress address, String name) {
                                return Wire.tapped(
                                        super.connect(address, name),
                                        sql -> sql.replace("WHERE x.relkind IN ('i', 'I') AND", "WHERE false AND"));
                            }
                        })
                        .rehearse(),
                "index rehearsal_specimen.by_name");
    }

    @Test
    void the_observers_session_dies() throws IOException {
        incomplete(project(ADD + KILL.formatted("rehearsal-observer"), TAKE).rehearse(), "up: locks: the observer's");
    }

    @Test
    void a_canarys_session_dies() throws IOException {
        incomplete(
                project(ADD + KILL.formatted("rehearsal-canary"), TAKE).rehearse(),
                "up: stalls on public.users ([SELECT]): the canary failed");
    }

    @Test
    void an_observer_that_sees_no_lock_no_stall_and_no_effect() throws IOException {
        incomplete(
                project(ADD, TAKE).by(seeing(SabotageIT::withoutLocks)).rehearse(),
                "the observer did not see a lock on public.named");
        incomplete(
                project(ADD, TAKE)
                        .by(seeing(facts -> new PhaseFacts(
                                facts.durationMs(),
                                facts.statements(),
                                facts.locks(),
                                List.of(),
                                false,
                                facts.notMeasured())))
                        .rehearse(),
                "stalls on public.users: not reported, and no reason was given");
        incomplete(
                project(ADD, TAKE).by(seeing(SabotageIT::withoutEffects)).rehearse(),
                "the effects of 1 of 1 statements: nobody looked them up");
    }

    @Test
    void a_runner_that_does_not_tell_its_statements() throws IOException {
        incomplete(
                project(ADD, TAKE).by(SabotageIT::silent).rehearse(),
                "the statements of the up: it has changed the schema, and none was told of");
    }

    @Test
    void a_long_transaction_that_holds_nothing() throws IOException {
        incomplete(
                project(ADD, TAKE)
                        .behind(Duration.ofSeconds(4))
                        .by(new BrokenDialect() {
                            @Override
                            public Readers readers() {
                                return (database, tables) -> () -> {};
                            }
                        })
                        .rehearse(),
                "lock queue, up: nothing stood in its way");
    }

    @Test
    void a_crash_that_does_not_happen() throws IOException {
        incomplete(
                project(ADD, TAKE)
                        .killed()
                        .by(new BrokenDialect() {
                            @Override
                            public Crashes crashes() {
                                return new Undisturbed(super.crashes());
                            }
                        })
                        .rehearse(),
                "crash: the up was killed at none of 3 moments");
    }

    @Test
    void an_application_that_writes_nothing() throws IOException {
        incomplete(
                project(ADD, TAKE)
                        .by(new BrokenDialect() {
                            @Override
                            public Usage usage() {
                                return target -> new Nothing();
                            }
                        })
                        .rehearse(),
                "the rollback after use: nothing was written, though the up touches [public.users]");
    }

    @Test
    void an_application_folder_of_which_nothing_works() throws IOException {
        incomplete(
                project(ADD, TAKE)
                        .file("application/users.sql", "SELECT nonsense FROM users; SELECT * FROM nowhere;")
                        .rehearse(),
                "none of its 2 statements worked at any version that was rehearsed");
    }

    @Test
    void canaries_that_stand_on_other_tables_than_the_locked_one() throws IOException {
        String larger = IntStream.range(0, 8)
                .mapToObj(i ->
                        "CREATE TABLE large_" + i + " AS SELECT i, repeat('x', 100) t FROM generate_series(1, 900) i;"
                                + "ALTER TABLE large_" + i + " ADD PRIMARY KEY (i);")
                .reduce("", String::concat);
        String hidden =
                "DO $$BEGIN EXECUTE 'LOCK TABLE us' || 'ers IN ACCESS EXCLUSIVE MODE'; PERFORM pg_sleep(0.7); END$$;";
        incomplete(
                project(hidden, "")
                        .without("db/U2__change.sql")
                        .file("db/V1__base.sql", Sabotaged.BASE + larger)
                        .file("db/V2__change.sql", "-- rehearsal: irreversible — nothing to take back\n" + hidden)
                        .within(new Budgets(Duration.ofHours(1), Duration.ofMillis(500), Duration.ofHours(1)))
                        .rehearse(),
                "up: stalls on public.users: it was locked for");
    }

    /** Incomplete, and each report says what was not measured. */
    private void incomplete(RehearsalReport report, String words) throws IOException {
        assertThat(said(report))
                .as("%s", words)
                .anySatisfy(message -> assertThat(message).contains(words));
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        Path target = root.resolve("target");
        new Reports(Map.of(), root, null).writeAll(target, report);
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.filter(file -> !file.getFileName().toString().contains("schema")))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(
                            file -> assertThat(plain(Files.readString(file))).contains(plain(words)));
        }
        assertThat(plain(Reports.summary(report))).contains(plain(words));
    }

    /** Each format escapes in its own way, and breaks lines where it likes. */
    private static String plain(String text) {
        return text.replaceAll("<wbr/>|&#39;|&apos;|\\\\u0027|'", "").replaceAll("[^A-Za-z0-9]+", "");
    }

    private static List<String> said(RehearsalReport report) {
        return Stream.concat(
                        report.findings().stream(),
                        report.migrations().stream()
                                .map(MigrationResult::findings)
                                .flatMap(List::stream))
                .filter(finding -> finding.rule().equals("not-measured"))
                .map(Finding::message)
                .toList();
    }

    private Sabotaged project(String up, String down) {
        return Sabotaged.project(root, up, down);
    }

    private static BrokenDialect seeing(UnaryOperator<PhaseFacts> less) {
        return new BrokenDialect() {
            @Override
            public Observatory observatory() {
                return (database, options) -> new Blind(super.observatory().begin(database, options), less);
            }
        };
    }

    private static PhaseFacts withoutLocks(PhaseFacts facts) {
        return new PhaseFacts(
                facts.durationMs(), facts.statements(), List.of(), facts.stalls(), false, facts.notMeasured());
    }

    private static PhaseFacts withoutEffects(PhaseFacts facts) {
        List<StatementFacts> bare = facts.statements().stream()
                .map(one -> new StatementFacts(
                        one.script(),
                        one.line(),
                        one.sql(),
                        one.startMs(),
                        one.durationMs(),
                        one.walBytes(),
                        one.rewrites(),
                        one.failed()))
                .toList();
        return new PhaseFacts(facts.durationMs(), bare, facts.locks(), facts.stalls(), false, facts.notMeasured());
    }

    private static MigrationRunner silent(MigrationRunner real) {
        return (MigrationRunner) Proxy.newProxyInstance(
                SabotageIT.class.getClassLoader(), new Class<?>[] {MigrationRunner.class}, (proxy, method, args) -> {
                    if (args != null && args.length == 3) {
                        args[2] = RunEvents.NONE;
                    }
                    try {
                        Object result = method.invoke(real, args);
                        return result instanceof MigrationRunner fresh ? silent(fresh) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private record Blind(Observation real, UnaryOperator<PhaseFacts> less) implements Observation {
        @Override
        public DataSource migrating() {
            return real.migrating();
        }

        @Override
        public RunEvents events() {
            return real.events();
        }

        @Override
        public PhaseFacts finish() {
            return less.apply(real.finish());
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private record Undisturbed(Crashes real) implements Crashes {
        @Override
        public Run undisturbed(DatabaseAddress database, String script) {
            return real.undisturbed(database, script);
        }

        @Override
        public Run ended(
                DatabaseAddress database,
                dev.rehearsal.result.CrashPoint point,
                java.util.Collection<QualifiedName> tables) {
            return real.undisturbed(database, point.script());
        }
    }

    private static final class Nothing implements Usage.Use {
        @Override
        public List<Written> written() {
            return List.of();
        }

        @Override
        public List<String> notWritten() {
            return List.of();
        }

        @Override
        public List<UseLoss> losses(DataSource afterDown) {
            return List.of();
        }
    }

    private enum Reading {
        NO_ROWS,
        NO_TABLES,
        ALL
    }

    /** Finds all as it was. */
    private record Content(DataComparison real, Reading reading) implements DataComparison {
        Content(DataComparison real) {
            this(real, Reading.ALL);
        }

        @Override
        public DataFingerprint fingerprint(DataSource database, Set<QualifiedName> ignored) throws SQLException {
            return real.fingerprint(database, ignored);
        }

        @Override
        public DataReader reader(DataSource database, DataSource maintenance, Set<QualifiedName> ignored) {
            DataReader all = real.reader(database, maintenance, ignored);
            return reading == Reading.ALL ? all : new Less(all, reading);
        }

        @Override
        public List<Loss> losses(
                DataSource before, DataFingerprint beforePrint, DataSource after, DataFingerprint afterPrint)
                throws SQLException {
            return reading == Reading.ALL ? List.of() : real.losses(before, beforePrint, after, afterPrint);
        }
    }

    private record Less(DataReader real, Reading reading) implements DataReader {
        @Override
        public DataFingerprint read() throws SQLException {
            DataFingerprint all = real.read();
            Function<QualifiedName, dev.rehearsal.data.TableFingerprint> empty =
                    table -> new dev.rehearsal.data.TableFingerprint(true, 0, Map.of());
            return DataFingerprint.of(
                    reading == Reading.NO_TABLES
                            ? Map.of()
                            : all.tables().keySet().stream()
                                    .collect(java.util.stream.Collectors.toMap(table -> table, empty)),
                    all.sequences(),
                    all.largeObjects());
        }

        @Override
        public Map<QualifiedName, Long> rowsLeftAlone() throws SQLException {
            return real.rowsLeftAlone();
        }
    }
}
