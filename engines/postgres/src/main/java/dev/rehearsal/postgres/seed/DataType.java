package dev.rehearsal.postgres.seed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type with all that is needed to make a value of it.
 *
 * @param kind what sort of type
 * @param name its bare name: {@code varchar}
 * @param sql its name for a cast, with its modifier
 * @param bare its name for a cast, without a modifier
 * @param modifier the type modifier; -1 for none
 * @param inner a domain's base, an array's element, a range's subtype, a multirange's range; null for others
 * @param labels an enum's labels
 * @param fields a composite's fields
 * @param checks a domain's CHECK expressions over {@code VALUE}
 * @param notNull whether a domain itself refuses NULL
 */
record DataType(
        Kind kind,
        String name,
        String sql,
        String bare,
        int modifier,
        @Nullable DataType inner,
        List<String> labels,
        List<DataType> fields,
        List<String> checks,
        boolean notNull) {
    DataType {
        labels = List.copyOf(labels);
        fields = List.copyOf(fields);
        checks = List.copyOf(checks);
    }

    /** Sorts of types. */
    enum Kind {
        BASE,
        ARRAY,
        DOMAIN,
        ENUM,
        COMPOSITE,
        RANGE,
        MULTIRANGE
    }

    /** {@return whether the type, or one that it is a domain over, refuses NULL} */
    boolean refusesNull() {
        return notNull || (kind == Kind.DOMAIN && inner != null && inner.refusesNull());
    }

    /** {@return the type behind all domains} */
    DataType base() {
        return kind == Kind.DOMAIN && inner != null ? inner.base() : this;
    }
}
