package dev.rehearsal.maven;

import dev.rehearsal.report.format.Plain;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What a goal says when it fails. It may quote names, SQL and error messages of scripts that nobody has reviewed, and
 * Maven prints the messages of all causes as they are: where one of them could colour a terminal or command a build
 * server, it is told once more without that, and without its causes.
 */
final class GoalFailure {
    private GoalFailure() {}

    static MojoExecutionException of(MojoExecutionException said) {
        return inert(said) ? said : again(said, MojoExecutionException::new);
    }

    static MojoFailureException of(MojoFailureException said) {
        return inert(said) ? said : again(said, MojoFailureException::new);
    }

    private static <T extends Exception> T again(T said, Function<String, T> telling) {
        T told = telling.apply(inert(String.valueOf(said.getMessage())));
        told.setStackTrace(said.getStackTrace());
        return told;
    }

    private static boolean inert(Throwable said) {
        String message = String.valueOf(said.getMessage());
        Throwable cause = said.getCause();
        return message.equals(inert(message)) && (cause == null || inert(cause));
    }

    private static String inert(String message) {
        return Plain.withoutCommands(Plain.lines(message).stream().collect(Collectors.joining("\n")));
    }
}
