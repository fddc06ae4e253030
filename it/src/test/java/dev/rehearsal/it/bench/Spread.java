package dev.rehearsal.it.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Numbers of one kind, told by their median and how far they are apart. */
final class Spread {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    double sum() {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    double min() {
        return sorted().get(0);
    }

    double max() {
        return sorted().get(values.size() - 1);
    }

    double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    String row(String name, String unit) {
        if (values.isEmpty()) {
            return "%-58s not run".formatted(name);
        }
        List<Double> sorted = sorted();
        return String.format(
                Locale.ROOT,
                "%-58s %9.2f %9.2f %9.2f %-3s n=%d",
                name,
                median(),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                unit,
                sorted.size());
    }

    private List<Double> sorted() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted;
    }
}
