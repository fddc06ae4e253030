package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table and what it demands of its rows.
 *
 * @param id the number that its engine knows it by
 * @param name its name
 * @param partitioned whether it is partitioned
 * @param columns its columns, in order
 * @param checks its CHECK expressions
 * @param uniqueKeys its unique keys
 * @param foreignKeys its foreign keys
 * @param freeKeys values of its keys that rows of ours leave to the scripts which insert them
 */
public record SeedTable(
        long id,
        QualifiedName name,
        boolean partitioned,
        List<SeedColumn> columns,
        List<String> checks,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<FreeKey> freeKeys) {
    public SeedTable {
        columns = List.copyOf(columns);
        checks = List.copyOf(checks);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        freeKeys = List.copyOf(freeKeys);
    }

    public SeedTable leaving(List<FreeKey> free) {
        return new SeedTable(id, name, partitioned, columns, checks, uniqueKeys, foreignKeys, free);
    }

    /** {@return the table, whose rows are to meet one CHECK more} */
    public SeedTable checking(String check) {
        List<String> more = new ArrayList<>(checks);
        more.add(check);
        return new SeedTable(id, name, partitioned, columns, more, uniqueKeys, foreignKeys, freeKeys);
    }

    /** {@return the table with one unique key more} */
    public SeedTable keyed(UniqueKey key) {
        List<UniqueKey> more = new ArrayList<>(uniqueKeys);
        more.add(key);
        return new SeedTable(id, name, partitioned, columns, checks, more, foreignKeys, freeKeys);
    }

    /** {@return the table with more demands on its rows} */
    public SeedTable demanding(Set<String> values, List<ForeignKey> more) {
        if (values.isEmpty() && more.isEmpty()) {
            return this;
        }
        List<ForeignKey> keys = new ArrayList<>(foreignKeys);
        keys.addAll(more);
        List<SeedColumn> required = columns.stream()
                .map(column -> values.contains(column.name()) ? column.required() : column)
                .toList();
        return new SeedTable(id, name, partitioned, required, checks, uniqueKeys, keys, freeKeys);
    }

    public Optional<SeedColumn> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    public boolean nullable(String wanted) {
        return column(wanted).map(column -> !column.notNull()).orElse(false);
    }
}
