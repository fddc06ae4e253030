package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.report.Reports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.scenario.TestServer;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a rehearsal ends, its reports hold what it brought, and why it ended. */
class BrokenOffTest {
    private static final DatabaseProvider SERVER = progress -> new TestServer();

    @TempDir
    private Path base;

    @Test
    void a_version_twice_is_in_all_reports_although_no_database_was_started() throws Exception {
        script("V1__a.sql", "CREATE TABLE a ();");
        script("V1__b.sql", "CREATE TABLE b ();");

        RehearsalReport report = rehearse(SERVER, method -> {});

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.database().isNone()).isTrue();
        assertTold(report, "version-duplicate", "V1__b.sql");
    }

    @Test
    void a_database_that_is_not_there_is_in_all_reports() throws Exception {
        script("V1__a.sql", "CREATE TABLE a ();");

        RehearsalReport report = rehearse(
                progress -> {
                    throw new DatabaseUnavailableException("There is no server at example:5432.");
                },
                method -> {});

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertTold(report, "not-measured", "example:5432");
    }

    @Test
    void settings_that_cannot_be_used_are_in_all_reports() throws Exception {
        RehearsalReport report = Rehearsal.notBegun(
                new InvalidSettingException("rehearsal.rows=many: write a number."), Clock.systemUTC());

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertTold(report, "not-measured", "rehearsal.rows=many");
    }

    @Test
    void an_error_of_ours_is_told_as_ours_and_what_was_measured_before_it_stays() throws Exception {
        script("V1__a.sql", "CREATE TABLE a (i int PRIMARY KEY);");
        script("U1__a.sql", "DROP TABLE a;");
        script("V2__b.sql", "CREATE TABLE b (i int PRIMARY KEY);");
        script("U2__b.sql", "DROP TABLE b;");

        RehearsalReport report = rehearse(SERVER, new FailingAt("down", 3));

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.migrations())
                .extracting(result -> result.facts().migration().version(), result -> result.verdict())
                .containsExactly(tuple("1", Verdict.PASSED), tuple("2", Verdict.INCOMPLETE));
        assertThat(report.migrations().get(1).facts().phases())
                .extracting(result -> result.phase())
                .containsExactly(Phase.UP);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("not-measured");
            assertThat(finding.message())
                    .contains("Rehearsal itself failed", "StackOverflowError: one step too far", "FailingAt.accept");
            assertThat(finding.remedy()).contains("report it");
        });
        assertTold(report, "not-measured", "one step too far");
    }

    @Test
    void names_that_limit_nothing_fail_the_rehearsal() throws Exception {
        script("V1__a.sql", "CREATE TABLE users (i int PRIMARY KEY);");
        script("U1__a.sql", "DROP TABLE users;");

        RehearsalReport report = rehearse(
                SERVER,
                method -> {},
                Map.of(
                        "budgets.tables.usres.lock", "1h",
                        "budgets.tables.users.lock", "1h",
                        "rules.tables.orders.lock-too-long", "note",
                        "budgets.migrations.99.lock", "1h",
                        "budgets.migrations.1.lock", "1h"));

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.findings()).extracting(Finding::rule).containsOnly("setting-unknown-name");
        assertThat(report.findings())
                .extracting(finding -> finding.message().replaceAll(" names .*", ""))
                .containsExactlyInAnyOrder("budgets.tables.usres", "rules.tables.orders", "budgets.migrations.99");
    }

    @Test
    void a_migration_at_fault_fails_the_rehearsal_although_an_error_of_ours_ends_it() throws Exception {
        script("V1__a.sql", "CREATE TABLE a (i int PRIMARY KEY);");
        script("U1__a.sql", "SELECT 1;");
        script("V2__b.sql", "CREATE TABLE b (i int PRIMARY KEY);");
        script("U2__b.sql", "DROP TABLE b;");

        RehearsalReport report = rehearse(SERVER, new FailingAt("hangs", 2));

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.findings()).extracting(Finding::rule).containsExactly("not-measured");
    }

    @Test
    void a_server_that_fails_to_end_or_never_ends_costs_no_result() throws Exception {
        script("V1__a.sql", "CREATE TABLE a (i int PRIMARY KEY);");
        script("U1__a.sql", "DROP TABLE a;");
        RehearsalReport report = rehearse(
                progress -> ending(() -> {
                    throw new IllegalStateException("it does not end");
                }),
                method -> {});
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations()).hasSize(1);

        CountDownLatch never = new CountDownLatch(1);
        Ending.of(ending(() -> await(never)), Duration.ofMillis(50));
        never.countDown();
    }

    private void assertTold(RehearsalReport report, String rule, String words) throws IOException {
        Path target = base.resolve("target");
        new Reports(TestRules.POSTGRES.help(), base, null).writeAll(target, report);
        for (String file : List.of("report.json", "report.html", "report.md", "report.sarif", "TEST-rehearsal.xml")) {
            // a long name may be broken in the page
            String text = Files.readString(target.resolve(file)).replace("<wbr/>", "");
            assertThat(text).as(file).contains(rule).contains(words);
        }
        assertThat(Reports.summary(report)).contains(rule).contains(words);
        assertThat(report.verdict()).isNotEqualTo(Verdict.PASSED);
    }

    private RehearsalReport rehearse(DatabaseProvider provider, Consumer<String> before) {
        return rehearse(provider, before, Map.of());
    }

    private RehearsalReport rehearse(DatabaseProvider provider, Consumer<String> before, Map<String, String> more) {
        ClassLoader classes = getClass().getClassLoader();
        Map<String, String> texts = new HashMap<>(more);
        texts.putAll(Map.of("rows", "10", "lockQueue.hold", "0s", "budgets.lock", "1h", "budgets.stall", "1h"));
        Settings settings = Settings.of(texts, "test");
        RehearsalOptions o =
                new RehearsalProject(base, settings, Map.of(), classes, ServerPrograms.of(classes)).options();
        RehearsalOptions options = new RehearsalOptions(
                told(o.runner(), before),
                provider,
                o.dialect(),
                o.selector(),
                o.volume(),
                o.judge(),
                o.statementTimeout(),
                o.lockQueueHold(),
                o.application(),
                o.applicationTimeout(),
                o.crash(),
                TestSearch.NONE);
        return new Rehearsal(options, Progress.SILENT, Clock.systemUTC()).run();
    }

    /** The real runner; before each call, somebody is told of it, and may throw. */
    private static MigrationRunner told(MigrationRunner runner, Consumer<String> before) {
        InvocationHandler handler = (proxy, method, args) -> {
            before.accept(method.getName());
            @Nullable Object result = null;
            try {
                result = method.invoke(runner, args);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
            return result instanceof MigrationRunner fresh ? told(fresh, name -> {}) : result;
        };
        return (MigrationRunner) Proxy.newProxyInstance(
                BrokenOffTest.class.getClassLoader(), new Class<?>[] {MigrationRunner.class}, handler);
    }

    private static DatabaseServer ending(Runnable close) {
        TestServer server = new TestServer();
        return (DatabaseServer) Proxy.newProxyInstance(
                BrokenOffTest.class.getClassLoader(), new Class<?>[] {DatabaseServer.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        close.run();
                        return null;
                    }
                    return method.invoke(server, args);
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void script(String name, String sql) throws IOException {
        Path folder = Files.createDirectories(base.resolve("src/main/resources/db/migration"));
        Files.writeString(folder.resolve(name), sql);
    }

    /** Throws at the nth call of a method. */
    private static final class FailingAt implements Consumer<String> {
        private final String method;
        private int left;

        FailingAt(String method, int nth) {
            this.method = method;
            this.left = nth;
        }

        @Override
        public void accept(String called) {
            if (called.equals(method) && --left == 0) {
                throw new StackOverflowError("one step too far");
            }
        }
    }
}
