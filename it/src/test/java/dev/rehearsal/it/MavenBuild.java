package dev.rehearsal.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A real Maven build of a copy of a project, as a user would run it. */
public final class MavenBuild {
    private static final int DEADLINE_SECONDS = 600;

    private static final int PATIENCE_SECONDS = 7200;

    private final Path project;
    private final List<String> arguments = new ArrayList<>();
    private int deadlineSeconds = DEADLINE_SECONDS;
    private Path maven = Path.of(property("it.maven.running"));
    /** Such builds end before the second compiler has earned back what it takes from them: half of all processor time. */
    private String jvm = "-XX:TieredStopAtLevel=1";

    private Path java = Path.of(System.getProperty("java.home"));

    private MavenBuild(Path project) {
        this.project = project;
    }

    /** {@return a build of a fresh copy of a sample} */
    public static MavenBuild ofSample(String sample, String name) {
        return ofCopy(Path.of(property("it.samples"), sample), name);
    }

    /** {@return a build of a fresh copy of a project} */
    public static MavenBuild ofCopy(Path source, String name) {
        Path copy = Path.of(property("it.work"), name);
        try {
            deleteTree(copy);
            copyTree(source, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MavenBuild(copy);
    }

    /** {@return a further build of a copy that is there already} */
    public static MavenBuild of(Path project) {
        return new MavenBuild(project);
    }

    /** {@return this build, which may take two hours} */
    public MavenBuild patiently() {
        deadlineSeconds = PATIENCE_SECONDS;
        return this;
    }

    /**
     * {@return this, whose JVM gets options}
     *
     * @param options as on the command line
     */
    public MavenBuild inJvm(String options) {
        jvm = options;
        return this;
    }

    MavenBuild onNewestMaven() {
        maven = Path.of(property("it.maven.newest"));
        return this;
    }

    MavenBuild onJava(Path home) {
        java = home;
        return this;
    }

    public MavenBuild with(String... more) {
        arguments.addAll(Arrays.asList(more));
        return this;
    }

    public Path project() {
        return project;
    }

    /** Runs goals and waits for the end, at most ten minutes. */
    public BuildResult run(String... goals) {
        List<String> args = new ArrayList<>(List.of(goals));
        args.addAll(arguments);
        StringBuilder output = new StringBuilder();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(project.toFile())
                .setMavenHome(maven.toFile())
                .setJavaHome(java.toFile())
                .setLocalRepositoryDirectory(Path.of(property("it.repository")).toFile())
                .setUserSettingsFile(settings().toFile())
                .setBatchMode(true)
                .setNoTransferProgress(true)
                .setShowErrors(false);
        request.setTimeoutInSeconds(deadlineSeconds);
        request.setOutputHandler(line -> output.append(line).append('\n'));
        request.addArgs(args);
        // What this build's own JVM needs must not leak into the build under test.
        request.addShellEnvironment("MAVEN_OPTS", jvm);
        try {
            int exit = new DefaultInvoker().execute(request).getExitCode();
            return new BuildResult(exit, output.toString(), project);
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes what the running build has downloaded already from its local repository, as a remote one. */
    private static Path settings() {
        Path file = Path.of(property("it.work"), "settings.xml");
        String repository =
                "<id>cache</id><url>" + Path.of(property("it.cache")).toUri() + "</url>"
                        + "<releases><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></releases>"
                        + "<snapshots><enabled>false</enabled></snapshots>";
        String text = "<settings><profiles><profile><id>it</id><repositories><repository>" + repository
                + "</repository></repositories><pluginRepositories><pluginRepository>" + repository
                + "</pluginRepository></pluginRepositories></profile></profiles>"
                + "<activeProfiles><activeProfile>it</activeProfile></activeProfiles></settings>";
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "settings", ".xml");
            Files.writeString(whole, text, StandardCharsets.UTF_8);
            // another build may be reading it
            return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path relative = from.relativize(file);
                if (!relative.startsWith("target")) {
                    Path copy = to.resolve(relative);
                    Files.createDirectories(copy.getParent());
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, copy);
                    }
                }
            }
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    public static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "-D" + name + " is not set: run these tests by Maven, mvn verify -pl it -am");
        }
        return value;
    }
}
