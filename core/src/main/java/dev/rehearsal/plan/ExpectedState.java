package dev.rehearsal.plan;

import dev.rehearsal.plan.Expectation.Kind;
import dev.rehearsal.recorded.RecordedPhase.RecordedEffect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left in the end when the effects of statements, some of which take back others, are added up. */
final class ExpectedState {
    /** What can be said of one object: of a column its presence, its requirement and its default are three aspects. */
    private enum Aspect {
        RELATION,
        COLUMN,
        REQUIREMENT,
        NULLS,
        DEFAULT,
        INDEX,
        CONSTRAINT,
        TRIGGER,
        LABEL,
        FUNCTION
    }

    private record Subject(Aspect aspect, String relation, String name) {
        Subject of(String otherRelation) {
            return new Subject(aspect, otherRelation, name);
        }

        Subject named(String otherName) {
            return new Subject(aspect, relation, otherName);
        }
    }

    private final Map<Subject, Expectation> expected = new LinkedHashMap<>();

    /** Adds what a migration did. */
    void add(String version, List<RecordedEffect> effects) {
        effects.stream().filter(e -> e.relation() != null).forEach(e -> add(version, e));
    }

    List<Expectation> all() {
        return List.copyOf(expected.values());
    }

    private void add(String version, RecordedEffect e) {
        String relation = Objects.requireNonNull(e.relation());
        switch (e.kind()) {
            case "table-created", "view-created" -> {
                forget(relation);
                put(Aspect.RELATION, Kind.RELATION, version, e, "");
            }
            case "table-dropped", "view-dropped" -> {
                forget(relation);
                put(Aspect.RELATION, Kind.NO_RELATION, version, e, "");
            }
            case "table-renamed", "view-renamed" -> move(version, e);
            case "column-added" -> added(version, e);
            case "column-dropped" -> {
                without(relation, text(e.name()));
                put(Aspect.COLUMN, Kind.NO_COLUMN, version, e, "");
            }
            case "column-renamed", "index-renamed" -> rename(version, e);
            case "column-type-changed" -> {
                put(Aspect.COLUMN, Kind.COLUMN, version, e, text(e.after()));
                blur(text(e.name()));
            }
            case "column-required" -> required(version, e);
            case "column-no-longer-required" -> {
                put(Aspect.REQUIREMENT, Kind.NOT_REQUIRED, version, e, "");
                expected.remove(subject(Aspect.NULLS, e));
            }
            case "default-set" -> put(Aspect.DEFAULT, Kind.DEFAULT, version, e, "");
            case "default-dropped" -> put(Aspect.DEFAULT, Kind.NO_DEFAULT, version, e, "");
            default -> others(version, e);
        }
    }

    private void others(String version, RecordedEffect e) {
        switch (e.kind()) {
            case "index-created" -> put(Aspect.INDEX, Kind.INDEX, version, e, text(e.after()));
            case "index-dropped" -> put(Aspect.INDEX, Kind.NO_INDEX, version, e, "");
            case "constraint-added" ->
                put(
                        Aspect.CONSTRAINT,
                        e.is("not-valid") ? Kind.CONSTRAINT_NOT_VALID : Kind.CONSTRAINT,
                        version,
                        e,
                        text(e.after()));
            case "constraint-validated" -> put(Aspect.CONSTRAINT, Kind.CONSTRAINT, version, e, text(e.after()));
            case "constraint-dropped" -> put(Aspect.CONSTRAINT, Kind.NO_CONSTRAINT, version, e, "");
            case "trigger-created" -> put(Aspect.TRIGGER, Kind.TRIGGER, version, e, "");
            case "trigger-dropped" -> put(Aspect.TRIGGER, Kind.NO_TRIGGER, version, e, "");
            case "enum-label-added" -> put(Aspect.LABEL, Kind.LABEL, version, e, "");
            case "enum-label-renamed" -> rename(version, e);
            case "function-created" -> put(Aspect.FUNCTION, Kind.FUNCTION, version, e, "");
            case "function-dropped" -> put(Aspect.FUNCTION, Kind.NO_FUNCTION, version, e, "");
            default -> {
                // rewritten, rebuilt, emptied, validated, changed: nothing that can be asked for by its name
            }
        }
    }

    private void added(String version, RecordedEffect e) {
        put(Aspect.COLUMN, Kind.COLUMN, version, e, text(e.after()));
        if (e.is("required")) {
            required(version, e);
        }
        if (e.is("defaulted") && !e.is("identity") && !e.is("generated")) {
            put(Aspect.DEFAULT, Kind.DEFAULT, version, e, "");
        }
    }

    private void required(String version, RecordedEffect e) {
        put(Aspect.REQUIREMENT, Kind.REQUIRED, version, e, "");
        put(Aspect.NULLS, Kind.NO_NULLS, version, e, "0");
    }

    private void put(Aspect aspect, Kind kind, String version, RecordedEffect e, String value) {
        Subject subject = subject(aspect, e);
        expected.remove(subject);
        expected.put(subject, new Expectation(kind, subject.relation(), subject.name(), value, version));
    }

    private static Subject subject(Aspect aspect, RecordedEffect e) {
        return new Subject(aspect, text(e.relation()), text(e.name()));
    }

    private void forget(String relation) {
        expected.keySet().removeIf(s -> s.relation().equals(relation));
    }

    private void without(String relation, String column) {
        expected.keySet()
                .removeIf(s -> s.relation().equals(relation)
                        && s.name().equals(column)
                        && (s.aspect() == Aspect.REQUIREMENT
                                || s.aspect() == Aspect.NULLS
                                || s.aspect() == Aspect.DEFAULT));
    }

    /** A table goes under another name, with all that is expected of it. */
    private void move(String version, RecordedEffect e) {
        String former = text(e.before());
        blur(former.substring(former.indexOf('.') + 1));
        String present = text(e.after());
        rekey(s -> s.relation().equals(former) ? s.of(present) : s);
        expected.put(
                new Subject(Aspect.RELATION, former, ""), new Expectation(Kind.NO_RELATION, former, "", "", version));
        expected.put(
                new Subject(Aspect.RELATION, present, ""), new Expectation(Kind.RELATION, present, "", "", version));
    }

    private void rename(String version, RecordedEffect e) {
        String relation = text(e.relation());
        String former = text(e.before());
        String present = text(e.after());
        blur(former);
        Aspect aspect = e.kind().startsWith("column")
                ? Aspect.COLUMN
                : e.kind().startsWith("index") ? Aspect.INDEX : Aspect.LABEL;
        boolean column = aspect == Aspect.COLUMN;
        rekey(s -> s.relation().equals(relation)
                        && s.name().equals(former)
                        && (s.aspect() == aspect || (column && ofColumn(s.aspect())))
                ? s.named(present)
                : s);
        Kind gone = column ? Kind.NO_COLUMN : Kind.NO_INDEX;
        if (aspect != Aspect.LABEL) {
            expected.put(new Subject(aspect, relation, former), new Expectation(gone, relation, former, "", version));
        }
        Kind here = column ? Kind.COLUMN : aspect == Aspect.INDEX ? Kind.INDEX : Kind.LABEL;
        expected.compute(
                new Subject(aspect, relation, present),
                (s, was) ->
                        new Expectation(here, relation, present, column && was != null ? was.value() : "", version));
    }

    /** A definition that mentions what has another name or type now reads otherwise: only its being there is expected. */
    private void blur(String name) {
        expected.replaceAll((s, x) -> (s.aspect() == Aspect.INDEX || s.aspect() == Aspect.CONSTRAINT)
                        && x.value().contains(name)
                ? new Expectation(x.kind(), x.relation(), x.name(), "", x.version())
                : x);
    }

    private static boolean ofColumn(Aspect aspect) {
        return aspect == Aspect.REQUIREMENT || aspect == Aspect.NULLS || aspect == Aspect.DEFAULT;
    }

    private void rekey(java.util.function.UnaryOperator<Subject> move) {
        List<Map.Entry<Subject, Expectation>> entries = new ArrayList<>(expected.entrySet());
        expected.clear();
        for (Map.Entry<Subject, Expectation> entry : entries) {
            Subject to = move.apply(entry.getKey());
            Expectation x = entry.getValue();
            expected.put(to, new Expectation(x.kind(), to.relation(), to.name(), x.value(), x.version()));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
