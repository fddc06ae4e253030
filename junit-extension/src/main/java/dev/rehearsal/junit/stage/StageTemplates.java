package dev.rehearsal.junit.stage;

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
 * The stages of a history as templates: rung n has the first n migrations applied, and after each of them what it left
 * empty was filled, as production fills while it grows. A rung is built from the nearest one below it, always by the
 * same steps, so that it is the same whichever test asks first. Copies that tests will ask for are made ahead.
 *
 * <p>A template that no test will ask for climbs itself instead of being copied, unless the next one below is far: so a
 * rung that is asked for after all is soon built again. After that, templates are copied.
 */
final class StageTemplates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StageTemplates.class);
    private static final int AHEAD = 3;
    private static final int FAR = 8;
    private static final int NEAR = 4;

    private final TemplateStep climb;
    private final StagePool house;
    private final Cleaner cleaner;
    private final ExpectedTemplates foresight = new ExpectedTemplates();
    private final Background background = new Background(this::makeAhead);
    private final Map<Integer, TemplateCopies> ready = new ConcurrentHashMap<>();
    /** Guards the templates: copying one needs it to stand still. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private final NavigableMap<Integer, Stage> templates = new TreeMap<>();
    private final Set<Integer> left = new HashSet<>();
    private boolean thrifty = true;

    StageTemplates(TemplateStep climb, StagePool house, Cleaner cleaner) {
        this.climb = climb;
        this.house = house;
        this.cleaner = cleaner;
    }

    /** Says that so many tests will ask for a rung. */
    void expect(int rung, int tests) {
        foresight.expect(rung, tests);
    }

    Stage copyOfRung(int rung) {
        try {
            Stage made = ready(rung).take();
            if (made == null) {
                return copy(rung);
            }
            foresight.taken(rung);
            return made;
        } finally {
            foresight.asks(rung);
            background.wake();
        }
    }

    /** {@return a copy beside the one that a test has} */
    Stage furtherCopyOfRung(int rung) {
        return copy(rung);
    }

    private TemplateCopies ready(int rung) {
        return ready.computeIfAbsent(rung, key -> new TemplateCopies());
    }

    /** {@return whether there may be more to do} */
    private boolean makeAhead() {
        OptionalInt next = foresight.next(AHEAD);
        if (next.isEmpty()) {
            return false;
        }
        int rung = next.getAsInt();
        TemplateCopies place = ready(rung);
        place.begin();
        try {
            Stage made = copy(rung);
            foresight.made(rung);
            place.add(made);
            return true;
        } catch (StageException | SQLException e) {
            LOG.debug("Nothing more is made ahead: whoever asks for it is told why", e);
            return false;
        } finally {
            place.end();
        }
    }

    private Stage copy(int rung) {
        lock.readLock().lock();
        try {
            Stage template = templates.get(rung);
            if (template != null) {
                return copyOf(template);
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            return copyOf(template(rung));
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

    private Stage template(int rung) {
        Stage known = templates.get(rung);
        if (known != null) {
            return known;
        }
        thrifty &= !left.contains(rung);
        climb.refuseFailed(rung);
        Map.Entry<Integer, Stage> below = templates.floorEntry(rung);
        try {
            Stage stage = start(below);
            climb(stage, below == null ? 0 : below.getKey(), rung);
            templates.put(rung, stage);
            return stage;
        } catch (SQLException e) {
            throw new StageException("The stage cannot be built: the database failed: " + e.getMessage(), e);
        }
    }

    private Stage start(Map.@Nullable Entry<Integer, Stage> below) throws SQLException {
        if (below == null) {
            return house.empty();
        }
        if (thrifty && foresight.isSpent(below.getKey()) && !isFarFromNextBelow(below.getKey())) {
            left.add(below.getKey());
            templates.remove(below.getKey());
            return below.getValue();
        }
        return below.getValue().copy();
    }

    private boolean isFarFromNextBelow(int rung) {
        Integer next = templates.lowerKey(rung);
        return rung - (next == null ? 0 : next) >= FAR;
    }

    private void climb(Stage stage, int from, int to) throws SQLException {
        try {
            for (int next = from; next < to; next++) {
                background.stopIfEnded();
                climb.step(stage, next);
                if (next + 1 < to) {
                    leaveBehind(stage, next + 1);
                }
            }
        } catch (SQLException | RuntimeException e) {
            cleaner.drop(stage);
            throw e;
        }
    }

    /** Who passes a rung that tests will ask for leaves a template there, if none is near. */
    private void leaveBehind(Stage stage, int rung) throws SQLException {
        Integer nearest = templates.floorKey(rung);
        if (!foresight.isSpent(rung) && rung - (nearest == null ? 0 : nearest) >= NEAR) {
            templates.put(rung, stage.copy());
        }
    }

    @Override
    public void close() {
        background.close();
        ready.values().forEach(rung -> {
            for (Stage copy = rung.take(); copy != null; copy = rung.take()) {
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
