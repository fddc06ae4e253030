package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.it.BuildResult;
import dev.rehearsal.it.MavenBuild;
import dev.rehearsal.it.bench.Figure.How;
import dev.rehearsal.it.bench.Figure.Subject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole Maven processes: what the rehearsal adds to the shop's build, and how much memory many rows take. */
@Tag("bench")
class BuildBenchmark {
    private static final int ROWS_OF_THE_PROJECT = 200;
    private static final String LIMIT = "128m";

    private String database = "";

    @Test
    void the_shop_against_itself_without_a_rehearsal() throws Exception {
        Bench.assumeSelected("build");
        Figure figure = new Figure(new Subject(
                "build",
                "mvn verify of the shop, default volume",
                "the same with rehearsal.skip",
                20,
                How.SECONDS_MORE));
        Path shop = MavenBuild.ofSample("shop", "bench-shop").project();
        succeed(shop, "-DskipTests"); // warms the repository and the file cache
        for (int pair = 0; pair < Bench.pairs(); pair++) {
            double with = Bench.seconds(() -> succeed(shop, "-DskipTests"));
            double without = Bench.seconds(() -> succeed(shop, "-DskipTests", "-Drehearsal.skip"));
            figure.add(Integer.toString(pair), with, without);
        }
        figure.finish(database, Map.of());
    }

    /** A heap that nobody has limited grows as long as its collector has no reason to work: so it is measured both ways. */
    @Test
    void the_memory_of_many_rows_against_that_of_few() throws Exception {
        Bench.assumeSelected("memory");
        measure("memory", "", "");
        measure("memory-limited", " in a heap of " + LIMIT, "-Xmx" + LIMIT);
    }

    private void measure(String name, String heap, String options) throws Exception {
        int many = Bench.size("many", 100_000);
        Figure figure = new Figure(new Subject(
                name,
                "largest resident set of Maven at %,d rows a table%s".formatted(many, heap),
                "at 10,000 rows",
                1.2,
                How.RATIO_OF_MEGABYTES));
        Path project = MavenBuild.ofCopy(Path.of("src/it/path").toAbsolutePath(), "bench-" + name)
                .project();
        succeed(project); // warms the repository
        for (int pair = 0; pair < Bench.pairs(); pair++) {
            figure.add(Integer.toString(pair), megabytes(project, options, many), megabytes(project, options, 10_000));
        }
        figure.finish(database, Map.of());
    }

    private double megabytes(Path project, String options, int rows) throws Exception {
        try (ResidentSet watched = new ResidentSet()) {
            BuildResult build = MavenBuild.of(project)
                    .patiently()
                    .inJvm(options)
                    .with("-Drehearsal.scale=" + rows / (double) ROWS_OF_THE_PROJECT)
                    .run("verify");
            // on millions of rows some migration is at fault, which is no matter here
            assertThat(build.succeeded() || build.output().contains("The rehearsal FAILED"))
                    .as(build.output())
                    .isTrue();
            return watched.largestMegabytes();
        }
    }

    private void succeed(Path project, String... arguments) {
        BuildResult build = MavenBuild.of(project)
                .patiently()
                .inJvm("")
                .with(arguments)
                .run("verify");
        assertThat(build.succeeded()).as(build.output()).isTrue();
        database = "PostgreSQL " + build.report().at("/database/version").asString() + ", embedded";
    }
}
