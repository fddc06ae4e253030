package dev.rehearsal.schema;

import dev.rehearsal.schema.SchemaDifference.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which object another one hangs on, so that it comes and goes with it. */
final class Belonging {
    private static final Set<String> RELATIONS =
            Set.of("table", "foreign table", "view", "materialized view", "domain", "type");
    private static final Pattern PROPERTY = Pattern.compile("(?:comment on|grants on|owner of|security label on) (.+)");
    /** A name may hold anything in its quotes, new lines and the words around it too. */
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*+\"|[^\"\\s.]++)";

    private static final Pattern INDEXED = Pattern.compile("INDEX ON (?:ONLY )?(" + NAME + "\\." + NAME + ") USING ");
    private static final Pattern OWNING =
            Pattern.compile("(?m)^(?:OWNED BY|IDENTITY OF) (" + NAME + "(?:\\." + NAME + "){2})$");

    private Belonging() {}

    /** {@return the differences without those of objects that vanished, or were left over, with another one} */
    static List<SchemaDifference> withoutDependents(Map<SchemaObject, SchemaDifference> differences) {
        return differences.values().stream()
                .filter(difference -> difference.change() == Change.ALTERED
                        || owners(difference).noneMatch(owner -> sameChange(differences.get(owner), difference)))
                .toList();
    }

    /**
     * {@return the name without its last part: {@code public.users} of {@code public.users.email}}
     *
     * @param name a full name; parts that are not plain stand in double quotes
     */
    static String parent(String name) {
        boolean quoted = false;
        int last = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '"') {
                quoted = !quoted;
            } else if (name.charAt(i) == '.' && !quoted) {
                last = i;
            }
        }
        return name.substring(0, last);
    }

    private static boolean sameChange(@Nullable SchemaDifference owner, SchemaDifference difference) {
        return owner != null && owner.change() == difference.change();
    }

    private static Stream<SchemaObject> owners(SchemaDifference difference) {
        SchemaObject object = difference.object();
        Matcher property = PROPERTY.matcher(object.type());
        if (property.matches()) {
            SchemaObject described = new SchemaObject(property.group(1), object.name());
            return Stream.concat(Stream.of(described), owners(described, ""));
        }
        String definition = difference.before() == null ? difference.after() : difference.before();
        return owners(object, definition == null ? "" : definition);
    }

    private static Stream<SchemaObject> owners(SchemaObject object, String definition) {
        return switch (object.type()) {
            case "column", "constraint", "trigger", "policy", "rule" -> relations(parent(object.name()));
            // an index is named within its schema or within its table, as the engine has it
            case "index" ->
                Stream.concat(
                        first(INDEXED, definition).flatMap(Belonging::relations), relations(parent(object.name())));
            case "sequence" ->
                first(OWNING, definition)
                        .flatMap(column -> Stream.concat(
                                Stream.of(new SchemaObject("column", column)), relations(parent(column))));
            default -> Stream.empty();
        };
    }

    private static Stream<SchemaObject> relations(String name) {
        return RELATIONS.stream().map(type -> new SchemaObject(type, name));
    }

    private static Stream<String> first(Pattern pattern, String definition) {
        Matcher matcher = pattern.matcher(definition);
        return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
    }
}
