package dev.rehearsal.flyway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;

/**
 * The parsing of scripts by Flyway's own parser, without a database.
 *
 * @param engine whose parser
 * @param configuration for parsing alone: no placeholder's value breaks a line, so lines are the script's
 */
record OfflineParsing(EngineSupport engine, Configuration configuration) {
    private static final List<String> KNOWN_TO_A_DATABASE =
            List.of("defaultSchema", "user", "database", "timestamp", "workingDirectory", "table", "environment");

    /** {@return parsing as a configuration has it} */
    static OfflineParsing of(EngineSupport engine, Configuration running) {
        Map<String, String> inOneLine = new LinkedHashMap<>();
        running.getPlaceholders().forEach((name, value) -> inOneLine.put(name, value.replace('\n', ' ')));
        return new OfflineParsing(
                engine,
                Flyway.configure(running.getClassLoader())
                        .configuration(running)
                        .placeholders(inOneLine));
    }

    /** {@return a parser of one script, which tells the log; placeholders that only a database knows are made up} */
    Parser parser(StatementLog log) {
        ParsingContext context = new ParsingContext();
        for (String name : KNOWN_TO_A_DATABASE) {
            context.getPlaceholders().put("flyway" + configuration.getPlaceholderSeparator() + name, name);
        }
        return engine.parser(configuration, context, log);
    }
}
