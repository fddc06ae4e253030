package dev.rehearsal.mariadb.effect;

import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What happened to tables and their columns.
 *
 * @param was the catalogue before
 * @param now and after
 */
record TableDiff(CatalogState was, CatalogState now) {
    private static final String COLUMN = "column";

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        Map<String, String> renamed = renamed();
        renamed.forEach((old, name) ->
                effects.add(Effect.of(Kind.TABLE_RENAMED, name, null).changing(old, name)));
        for (String table : now.tables()) {
            if (was.hasTable(table)) {
                effects.addAll(columns(table));
                rewritten(table, renamed, effects);
            } else if (!renamed.containsValue(table)) {
                boolean keyless = now.key(table).isEmpty();
                effects.add(Effect.of(Kind.TABLE_CREATED, table, null).with(Trait.KEYLESS, keyless));
            }
        }
        for (String table : was.tables()) {
            if (!now.hasTable(table) && !renamed.containsKey(table)) {
                effects.add(Effect.of(Kind.TABLE_DROPPED, table, null));
            }
        }
        return effects;
    }

    /** {@return the new names by the old ones: a table keeps its number under another name} */
    private Map<String, String> renamed() {
        Map<Long, String> byNumber = new HashMap<>();
        now.stored().forEach((name, number) -> byNumber.put(number, name));
        Map<String, String> renamed = new HashMap<>();
        was.stored().forEach((name, number) -> {
            String present = byNumber.get(number);
            if (present != null && !present.equals(name)) {
                renamed.put(name, present);
            }
        });
        return renamed;
    }

    private void rewritten(String table, Map<String, String> renamed, List<Effect> effects) {
        Long before = was.stored().get(table);
        Long after = now.stored().get(table);
        if (before != null && after != null && !before.equals(after) && !renamed.containsValue(table)) {
            effects.add(Effect.of(Kind.TABLE_REWRITTEN, table, null));
        }
    }

    private List<Effect> columns(String table) {
        Map<String, String> before = new HashMap<>(was.of(table, COLUMN));
        Map<String, String> after = new HashMap<>(now.of(table, COLUMN));
        List<Effect> effects = new ArrayList<>();
        Map<String, String> gone = new HashMap<>(before);
        gone.keySet().removeAll(after.keySet());
        Map<String, String> fresh = new HashMap<>(after);
        fresh.keySet().removeAll(before.keySet());
        if (gone.size() == 1 && fresh.size() == 1 && gone.values().containsAll(fresh.values())) {
            String old = gone.keySet().iterator().next();
            String name = fresh.keySet().iterator().next();
            effects.add(Effect.of(Kind.COLUMN_RENAMED, table, name).changing(old, name));
        } else {
            gone.keySet().forEach(name -> effects.add(Effect.of(Kind.COLUMN_DROPPED, table, name)));
            fresh.forEach((name, text) -> effects.add(added(table, name, ColumnText.of(text))));
        }
        before.forEach((name, text) -> {
            String present = after.get(name);
            if (present != null && !present.equals(text)) {
                changed(table, name, ColumnText.of(text), ColumnText.of(present), effects);
            }
        });
        return effects;
    }

    private static Effect added(String table, String name, ColumnText column) {
        return Effect.of(Kind.COLUMN_ADDED, table, name)
                .changing(null, column.type())
                .with(Trait.REQUIRED, column.required())
                .with(Trait.DEFAULTED, column.optional())
                .with(Trait.GENERATED, column.generated() != null);
    }

    private static void changed(String table, String name, ColumnText was, ColumnText now, List<Effect> effects) {
        if (!was.type().equals(now.type())) {
            effects.add(Effect.of(Kind.COLUMN_TYPE_CHANGED, table, name).changing(was.type(), now.type()));
        }
        if (was.required() != now.required()) {
            effects.add(Effect.of(now.required() ? Kind.COLUMN_REQUIRED : Kind.COLUMN_NO_LONGER_REQUIRED, table, name)
                    .with(Trait.DEFAULTED, now.optional()));
        }
        if (!Objects.equals(was.defaulted(), now.defaulted())) {
            Kind kind = now.defaulted() == null ? Kind.DEFAULT_DROPPED : Kind.DEFAULT_SET;
            effects.add(Effect.of(kind, table, name).changing(was.defaulted(), now.defaulted()));
        }
    }
}
