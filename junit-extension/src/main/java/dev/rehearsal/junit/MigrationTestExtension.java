package dev.rehearsal.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each invocation its stage and parameters, and takes them away again. Stateless: all state is in the stores. */
final class MigrationTestExtension
        implements TestTemplateInvocationContextProvider,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                AfterEachCallback,
                ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(MigrationTestExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return !repeatedByOthers(context.getRequiredTestMethod());
    }

    /** {@return whether another annotation makes the invocations, as {@code @ParameterizedTest} does} */
    static boolean repeatedByOthers(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type ->
                        type != MigrationTest.class && !AnnotationSupport.isAnnotated(type, MigrationTest.class))
                .anyMatch(type -> AnnotationSupport.isAnnotated(type, TestTemplate.class));
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        TestPlan plan = plan(context);
        return plan.phases().isEmpty()
                ? Stream.of(new Invocation(plan.displayName(), List.of()))
                : plan.phases().stream().map(phase -> new Invocation(phase.name(), List.of(new Drive(phase))));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestPlan plan = plan(context);
        if (repeatedByOthers(context.getRequiredTestMethod()) && !plan.phases().isEmpty()) {
            throw plan.wrong("phases: another annotation makes the invocations already. Leave phases out and drive"
                    + " the migration in the test");
        }
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        invocation(context); // a test without parameters is run on a stage as well
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        TestInvocation invocation = store(context).remove(TestInvocation.class, TestInvocation.class);
        if (invocation != null) {
            invocation.end();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.supports(parameter, context.getRequiredTestMethod());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.resolve(parameter, invocation(context));
    }

    private static TestInvocation invocation(ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(
                        TestInvocation.class, key -> TestInvocation.begin(plan(context)), TestInvocation.class);
    }

    private static TestPlan plan(ExtensionContext context) {
        return store(context).getOrComputeIfAbsent(TestPlan.class, key -> TestPlan.of(context), TestPlan.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private record Invocation(String name, List<Extension> additional) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return name;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return additional;
        }
    }

    /** Brings the migration to a phase when {@code @BeforeEach} has written its rows. */
    private record Drive(Phase phase) implements BeforeTestExecutionCallback {
        @Override
        public void beforeTestExecution(ExtensionContext context) {
            MigrationUnderTest migration = invocation(context).migration();
            switch (phase) {
                case UP -> migration.up();
                case DOWN -> migration.up().down();
                case UP_AGAIN -> migration.up().down().up();
            }
        }
    }
}
