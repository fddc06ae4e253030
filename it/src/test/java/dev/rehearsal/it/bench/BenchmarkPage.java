package dev.rehearsal.it.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of all figures, made from their raw data; what else the page says stands in {@code notes.md} there. */
final class BenchmarkPage {
    private BenchmarkPage() {}

    static void write(Path folder) throws IOException {
        List<JsonNode> figures = figures(folder);
        List<String> lines = new ArrayList<>(List.of(
                "# Benchmarks",
                "",
                "Each figure compares two things that were measured in turn in one run: a ratio, because absolute times say",
                "more of the machine than of the code. The raw data of every pair is in [benchmarks/]("
                        + folder.getFileName() + "/).",
                "",
                "| figure | measured | against | pairs | median | min | max | aim |",
                "|---|---|---|---|---|---|---|---|"));
        figures.forEach(figure -> lines.add(row(figure)));
        Set<String> machines = new LinkedHashSet<>();
        figures.forEach(figure -> machines.add(machine(figure)));
        lines.addAll(List.of("", "## Measured on", ""));
        machines.forEach(machine -> lines.add("- " + machine));
        Path notes = folder.resolve("notes.md");
        if (Files.exists(notes)) {
            lines.add("");
            lines.addAll(Files.readAllLines(notes));
        }
        Files.write(folder.resolveSibling(folder.getFileName() + ".md"), lines, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> figures(Path folder) throws IOException {
        List<JsonNode> figures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                figures.add(new JsonMapper().readTree(Files.readString(file)));
            }
        }
        return figures;
    }

    private static String row(JsonNode figure) {
        String unit = figure.at("/unit").asString();
        return Stream.of(
                        figure.at("/figure").asString() + more(figure),
                        figure.at("/ours").asString(),
                        figure.at("/theirs").asString(),
                        Integer.toString(figure.at("/pairs").size()),
                        number(figure.at("/median"), unit),
                        number(figure.at("/min"), unit),
                        number(figure.at("/max"), unit),
                        "at most " + number(figure.at("/aim"), unit))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String more(JsonNode figure) {
        return figure.at("/more").properties().stream()
                .map(entry -> "<br>" + entry.getKey() + ": " + entry.getValue().asString())
                .collect(Collectors.joining());
    }

    private static String number(JsonNode value, String unit) {
        return String.format(Locale.ROOT, "%.2f %s", value.asDouble(), unit.equals("x") ? "×" : unit);
    }

    private static String machine(JsonNode figure) {
        return figure.at("/figure").asString() + ": "
                + figure.at("/machine").properties().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().asString())
                        .collect(Collectors.joining(", "));
    }
}
