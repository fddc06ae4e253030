package dev.rehearsal.rule;

import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableCost;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TableUse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a statement takes longer in production than at the stage: by how many times more rows the largest table has
 * that it works through. Time is linear in rows as nearly as can be told from small sizes.
 *
 * @param tables each table of which production's size is known
 * @param cost what the phase did with each table as a whole; null if not measured
 * @param lookedUp statements whose effects were looked up, in this phase or in another run of the same script
 */
record Growth(Map<String, TableFacts> tables, @Nullable PhaseCost cost, List<StatementFacts> lookedUp) {
    /** Nothing grows. */
    static final Growth NONE = new Growth(Map.of(), null, List.of());

    /** Who reads or writes less of a table than this does not work through it. */
    private static final double SHARE = 0.1;

    static Growth of(PhaseResult phase, MigrationFacts facts) {
        Map<String, TableFacts> known = new HashMap<>();
        facts.tables().stream()
                .filter(table -> table.productionRows() != null && table.rows() > 0)
                .forEach(table -> known.put(table.table(), table));
        List<StatementFacts> lookedUp = facts.phases().stream()
                .flatMap(p -> p.facts().statements().stream())
                .filter(statement -> statement.effects() != null)
                .toList();
        return new Growth(known, phase.facts().cost(), lookedUp);
    }

    boolean anywhere() {
        return !tables.isEmpty();
    }

    double factor(StatementFacts statement) {
        return worksThrough(statement)
                .map(tables::get)
                .filter(Objects::nonNull)
                .mapToDouble(table -> (double) Objects.requireNonNull(table.productionRows()) / table.rows())
                .max()
                .orElse(1);
    }

    private Stream<String> worksThrough(StatementFacts statement) {
        List<String> rewrites = statement.rewrites();
        return Stream.concat(rewrites == null ? Stream.empty() : rewrites.stream(), used(statement));
    }

    private Stream<String> used(StatementFacts statement) {
        List<TableUse> uses = uses(statement);
        if (uses != null) {
            return uses.stream()
                    .filter(use -> much(use.table(), use.read() + use.written()))
                    .map(TableUse::table);
        }
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        return cost == null || cost.tables() == null
                ? Stream.empty()
                : cost.tables().stream()
                        .filter(table -> much(table.table(), table.rowsRead() + table.rowsWritten()))
                        .map(TableCost::table)
                        .filter(table -> sql.contains(FactNames.bare(table).toLowerCase(Locale.ROOT)));
    }

    private @Nullable List<TableUse> uses(StatementFacts statement) {
        return Stream.concat(Stream.of(statement), lookedUp.stream())
                .filter(other -> other.line() == statement.line()
                        && other.script().equals(statement.script())
                        && other.sql().equals(statement.sql()))
                .map(StatementFacts::effects)
                .filter(Objects::nonNull)
                .map(StatementEffects::uses)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean much(String table, long rows) {
        TableFacts known = tables.get(table);
        return known != null && rows >= SHARE * known.rows();
    }
}
