package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect;
import dev.rehearsal.rule.Recipes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The safer ways of PostgreSQL that rules of outcomes tell. */
public final class PostgresRecipes implements Recipes {
    /** What cannot stand in a block, or is one already. */
    private static final Pattern NOT_IN_A_BLOCK =
            Pattern.compile("(?is).*(\\bCONCURRENTLY\\b|\\$again\\$|\\A(DO|CALL|VACUUM)\\b).*");

    @Override
    public @Nullable String saferWay(Effect.Kind kind) {
        return switch (kind) {
            case INDEX_CREATED -> "Build the index with CREATE INDEX CONCURRENTLY, in a script outside a transaction.";
            case INDEX_REBUILT -> "Rebuild it with REINDEX CONCURRENTLY, in a script outside a transaction.";
            case CONSTRAINT_ADDED ->
                "Add the constraint NOT VALID, and VALIDATE it in a script of its own: that blocks no writes.";
            case COLUMN_REQUIRED ->
                "Add CHECK (… IS NOT NULL) NOT VALID, VALIDATE it in a script of its own, then SET NOT NULL: it scans"
                        + " nothing any more.";
            case COLUMN_TYPE_CHANGED, TABLE_REWRITTEN ->
                "Add a new column, keep it filled by a trigger, backfill it in batches, and swap the names last.";
            default -> null;
        };
    }

    @Override
    public String saferInGeneral() {
        return "Move what takes long out of the transaction that holds the lock: build indexes CONCURRENTLY, add constraints"
                + " NOT VALID and validate them later, backfill in batches of their own.";
    }

    @Override
    public String giveUp(long timeoutMs) {
        return "Begin the script with SET LOCAL lock_timeout = '" + timeoutMs
                + "ms' (SET and RESET outside a transaction), so that it gives up instead, and run it again until"
                + " it gets through.";
    }

    @Override
    public String giveUpSooner(long timeoutMs) {
        return "Lower the script's lock_timeout to " + timeoutMs + "ms, and run it again until it gets through.";
    }

    @Override
    public String tryAgain(@Nullable String sql, long timeoutMs) {
        String advice = "-- what is done stays done when a later statement gives up: let that one try again by itself,"
                + "\n-- or give it a script of its own, in a transaction";
        return sql == null || NOT_IN_A_BLOCK.matcher(sql.strip()).matches()
                ? advice
                : """
            %s
            DO $again$
            BEGIN
              FOR attempt IN 1..20 LOOP
                BEGIN
                  SET LOCAL lock_timeout = '%dms';
                  %s;
                  RETURN;
                EXCEPTION WHEN lock_not_available THEN
                  IF attempt = 20 THEN RAISE; END IF;
                  PERFORM pg_sleep(0.5);
                END;
              END LOOP;
            END $again$;""".formatted(advice, timeoutMs, sql.strip().replaceAll(";\\s*$", ""));
    }

    @Override
    public String oldConstraintForNewRows() {
        return "add the old constraint NOT VALID";
    }

    @Override
    public String sequenceAhead() {
        return "set it ahead of its column with setval()";
    }

    @Override
    public String repeatable() {
        return "Let each statement find what an interrupted run has left: IF NOT EXISTS and IF EXISTS, DROP INDEX"
                + " CONCURRENTLY IF EXISTS before CREATE INDEX CONCURRENTLY, batches that pass over what is done; or put"
                + " what belongs together into one transaction.";
    }
}
