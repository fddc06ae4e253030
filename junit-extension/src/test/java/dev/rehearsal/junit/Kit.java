package dev.rehearsal.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs classes of tests as a build would, and tells what came of each. */
final class Kit {
    private final EngineExecutionResults results;

    private Kit(EngineExecutionResults results) {
        this.results = results;
    }

    static Kit run(Class<?>... classes) {
        return run(Map.of(), classes);
    }

    static Kit run(Map<String, String> parameters, Class<?>... classes) {
        return new Kit(EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Stream.of(classes)
                        .map(one -> selectClass(one))
                        .toArray(org.junit.platform.engine.DiscoverySelector[]::new))
                .execute());
    }

    /** {@return the display names of the invocations that passed} */
    List<String> passed() {
        return results.testEvents().succeeded().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** {@return the messages of everything that failed} */
    List<String> failures() {
        return failed().map(Kit::message).toList();
    }

    /** {@return the message of the one failure of a test method} */
    String failureOf(String method) {
        return failed().filter(event ->
                        event.getTestDescriptor().getUniqueId().toString().contains(":" + method + "("))
                .map(Kit::message)
                .findFirst()
                .orElse("it did not fail");
    }

    private Stream<Event> failed() {
        return results.allEvents().failed().stream();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
