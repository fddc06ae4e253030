package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.scenario.InstrumentCheck.Part;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The check of what measures, on the tests' server. */
public final class Instruments {
    private Instruments() {}

    /** {@return what a dialect's catalogue does not see} */
    public static List<String> unseenByCatalogue(Dialect dialect) throws SQLException {
        return unseen(dialect, EnumSet.of(Part.CATALOGUE));
    }

    /** {@return what a dialect's comparison of data does not see} */
    public static List<String> unseenByComparison(Dialect dialect) throws SQLException {
        return unseen(dialect, EnumSet.of(Part.COMPARISON));
    }

    /** {@return what a dialect's observer does not see} */
    public static List<String> unseenByObserver(Dialect dialect) throws SQLException {
        return unseen(dialect, EnumSet.of(Part.OBSERVER));
    }

    private static List<String> unseen(Dialect dialect, Set<Part> parts) throws SQLException {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return InstrumentCheck.run(new StagePool(new TestServer(), dialect, Set.of(), run, new AtomicInteger()), parts);
    }
}
