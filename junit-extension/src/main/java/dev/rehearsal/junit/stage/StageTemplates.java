package dev.rehearsal.junit.stage;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.StagePool;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stages of a history as templates: the one at position n has the first n migrations applied, and after each of them
 * what it left empty was filled, as production fills while it grows. A template is built from the nearest one below it,
 * always by the same steps, so that it is the same whichever test asks first. Copies that tests will ask for are made ahead.
 *
 * <p>A template that no test will ask for is migrated further itself instead of being copied, unless the next one below is
 * far: so one that is asked for after all is soon built again. After that, templates are copied.
 */
final class StageTemplates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StageTemplates.class);
    private static final int AHEAD = 3;
    private static final int FAR = 8;
    private static final int NEAR = 4;

    private final TemplateStep step;
    private final StagePool pool;
    private final Cleaner cleaner;
    private final ExpectedTemplates expected = new ExpectedTemplates();
    private final Background background = new Background(this::makeAhead);
    private final Map<Integer, TemplateCopies> ready = new ConcurrentHashMap<>();
    /** Guards the templates: copying one needs it to stand still. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private final NavigableMap<Integer, Stage> templates = new TreeMap<>();
    private final Set<Integer> left = new HashSet<>();
    private boolean thrifty = true;

    StageTemplates(TemplateStep step, StagePool pool, Cleaner cleaner) {
        this.step = step;
        this.pool = pool;
        this.cleaner = cleaner;
    }

    /** Says that so many tests will ask for a template. */
    void expect(int position, int tests) {
        expected.expect(position, tests);
    }

    Stage copyAt(int position) {
        try {
            Stage made = ready(position).take();
            if (made == null) {
                return copy(position);
            }
            expected.taken(position);
            return made;
        } finally {
            expected.asks(position);
            background.wake();
        }
    }

    /** {@return a copy beside the one that a test has} */
    Stage furtherCopyAt(int position) {
        return copy(position);
    }

    private TemplateCopies ready(int position) {
        return ready.computeIfAbsent(position, key -> new TemplateCopies());
    }

    /** {@return whether there may be more to do} */
    private boolean makeAhead() {
        OptionalInt next = expected.next(AHEAD);
        if (next.isEmpty()) {
            return false;
        }
        int position = next.getAsInt();
        TemplateCopies place = ready(position);
        place.begin();
        try {
            Stage made = copy(position);
            expected.made(position);
            place.add(made);
            return true;
        } catch (StageException | SQLException e) {
            LOG.debug("Nothing more is made ahead: whoever asks for it is told why", e);
            return false;
        } finally {
            place.end();
        }
    }

    private Stage copy(int position) {
        lock.readLock().lock();
        try {
            Stage template = templates.get(position);
            if (template != null) {
                return copyOf(template);
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            return copyOf(template(position));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static Stage copyOf(Stage template) {
        try {
            return template.copy();
        } catch (SQLException e) {
            throw new StageException("The stage cannot be copied: " + e.getMessage(), e);
        }
    }

    private Stage template(int position) {
        Stage known = templates.get(position);
        if (known != null) {
            return known;
        }
        thrifty &= !left.contains(position);
        step.refuseFailed(position);
        Map.Entry<Integer, Stage> below = templates.floorEntry(position);
        try {
            Stage stage = start(below);
            migrate(stage, below == null ? 0 : below.getKey(), position);
            templates.put(position, stage);
            return stage;
        } catch (SQLException e) {
            throw new StageException("The stage cannot be built: the database failed: " + e.getMessage(), e);
        } catch (MigrationSourceException e) {
            throw new StageException("The stage cannot be built: " + e.getMessage(), e);
        }
    }

    private Stage start(Map.@Nullable Entry<Integer, Stage> below) throws SQLException {
        if (below == null) {
            return pool.prepared();
        }
        if (thrifty && expected.isSpent(below.getKey()) && !isFarFromNextBelow(below.getKey())) {
            left.add(below.getKey());
            templates.remove(below.getKey());
            return below.getValue();
        }
        return below.getValue().copy();
    }

    private boolean isFarFromNextBelow(int position) {
        Integer next = templates.lowerKey(position);
        return position - (next == null ? 0 : next) >= FAR;
    }

    private void migrate(Stage stage, int from, int to) throws SQLException {
        try {
            for (int next = from; next < to; next++) {
                background.stopIfEnded();
                step.take(stage, next);
                if (next + 1 < to) {
                    keepOnTheWay(stage, next + 1);
                }
            }
        } catch (SQLException | RuntimeException e) {
            cleaner.drop(stage);
            throw e;
        }
    }

    /** On the way to a later template, one that tests will ask for is kept, if none is near. */
    private void keepOnTheWay(Stage stage, int position) throws SQLException {
        Integer nearest = templates.floorKey(position);
        if (!expected.isSpent(position) && position - (nearest == null ? 0 : nearest) >= NEAR) {
            templates.put(position, stage.copy());
        }
    }

    @Override
    public void close() {
        background.close();
        ready.values().forEach(copies -> {
            for (Stage copy = copies.take(); copy != null; copy = copies.take()) {
                cleaner.drop(copy);
            }
        });
        lock.writeLock().lock();
        try {
            templates.values().forEach(cleaner::drop);
            templates.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
