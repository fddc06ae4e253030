package dev.rehearsal.postgres.catalog;

import static dev.rehearsal.postgres.naming.SqlNames.parent;

import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.Definition.Trait;
import dev.rehearsal.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads in the texts of the catalogue what others ask of its objects. */
public final class Definitions {
    private static final List<String> RELATIONS =
            List.of("table", "foreign table", "view", "materialized view", "domain", "type");
    private static final Pattern PROPERTY = Pattern.compile("(?:comment on|grants on|owner of|security label on) (.+)");
    /** A name may hold anything in its quotes, new lines and the words around it too. */
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*+\"|[^\"\\s.]++)";

    private static final Pattern INDEXED = Pattern.compile("INDEX ON (?:ONLY )?(" + NAME + "\\." + NAME + ") USING ");
    private static final Pattern OWNING =
            Pattern.compile("(?m)^(?:OWNED BY|IDENTITY OF) (" + NAME + "(?:\\." + NAME + "){2})$");
    /** Types whose definitions are expressions; the text of a function or a comment means itself. */
    private static final Set<String> EXPRESSIONS =
            Set.of("column", "constraint", "index", "policy", "trigger", "rule", "view", "materialized view", "domain");

    private static final Set<String> NAMED_FREELY = Set.of("constraint", "index");
    private static final Pattern UNUSABLE = Pattern.compile("(?m)(?:^INVALID| NOT VALID)$");
    private static final Set<String> OF_THE_SERVER = Set.of(
            "role",
            "role membership",
            "tablespace",
            "database",
            "database setting",
            "role setting",
            "role setting in this database",
            "user mapping",
            "subscription",
            "parameter",
            "extension",
            "default privileges",
            "default acl");
    private static final Pattern OF_THE_OWNER = Pattern.compile("(?:owner of|grants on) .+");

    private Definitions() {}

    /**
     * {@return what a text of the catalogue says}
     *
     * @param object whose definition it is
     * @param text as the catalogue's questions give it
     */
    public static Definition of(SchemaObject object, String text) {
        Matcher property = PROPERTY.matcher(object.type());
        SchemaObject described = property.matches() ? new SchemaObject(property.group(1), object.name()) : null;
        List<SchemaObject> owners = new ArrayList<>();
        if (described == null) {
            owners.addAll(owners(object, text));
        } else {
            owners.add(described);
            owners.addAll(owners(described, ""));
        }
        String meaning = EXPRESSIONS.contains(object.type()) ? Parentheses.normalised(text) : text;
        return new Definition(text, meaning, owners, described, traits(object.type(), described, text));
    }

    private static List<SchemaObject> owners(SchemaObject object, String text) {
        return switch (object.type()) {
            case "column", "constraint", "trigger", "policy", "rule" ->
                relations(parent(object.name())).toList();
            case "index" -> first(INDEXED, text).flatMap(Definitions::relations).toList();
            case "sequence" ->
                first(OWNING, text)
                        .flatMap(column ->
                                Stream.concat(Stream.of(new SchemaObject("column", column)), relations(parent(column))))
                        .toList();
            default -> List.of();
        };
    }

    private static Stream<SchemaObject> relations(String name) {
        return RELATIONS.stream().map(type -> new SchemaObject(type, name));
    }

    private static Stream<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
    }

    private static Set<Trait> traits(String type, @Nullable SchemaObject described, String text) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        String of = described == null ? type : described.type();
        if (OF_THE_SERVER.contains(of) || OF_THE_OWNER.matcher(type).matches()) {
            traits.add(Trait.OF_THE_SERVER);
        }
        if (NAMED_FREELY.contains(type)) {
            traits.add(Trait.NAMED_FREELY);
            if (UNUSABLE.matcher(text).find()) {
                traits.add(Trait.UNUSABLE);
            }
        }
        if (type.equals("column") && isRequired(text)) {
            traits.add(Trait.REQUIRED);
        }
        return traits;
    }

    /** Of a column that is required and validated the catalogue itself proves that it holds no NULL. */
    private static boolean isRequired(String text) {
        String type = text.lines().findFirst().orElse("");
        return type.contains(" NOT NULL") && !type.endsWith("NOT VALID");
    }
}
