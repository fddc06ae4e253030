package dev.rehearsal.postgres.watch;

import dev.rehearsal.observe.LockedRelation;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RanStatement;
import dev.rehearsal.observe.RelationNames;
import dev.rehearsal.observe.RewriteView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tables were written anew, and by which statement. A table has another file once its transaction has
 * ended; the statement is the one after which that file was first seen in the database's directory, or, where nobody
 * looked, the one that wrote most. Neither takes a lock. A table that was emptied has a new file too, but an empty one.
 */
final class Rewrites implements RewriteView {
    private static final String MAY_LOOK = """
            SELECT has_function_privilege('pg_catalog.pg_ls_dir(text)', 'EXECUTE')
                AND has_function_privilege('pg_catalog.pg_stat_file(text,boolean)', 'EXECUTE')""";
    private static final String FILES = """
            SELECT f::int8 FROM pg_database d, pg_ls_dir('base/' || d.oid) f
            WHERE d.datname = current_database() AND f ~ '^[0-9]+$'""";
    private static final String SIZE =
            "SELECT coalesce((pg_stat_file(pg_relation_filepath(?::int8::oid), true)).size, 0)";

    private final Observer observer;
    private final RelationNames names;
    private final Set<Long> files = new HashSet<>();
    private final Map<Long, RanStatement> makers = new HashMap<>();
    private final List<RanStatement> recent = new ArrayList<>();
    private final HashMap<RanStatement, List<String>> found = new HashMap<>();
    private Map<Long, LockedRelation> before = Map.of();
    private boolean allowed;

    Rewrites(Observer observer, RelationNames names) {
        this.observer = observer;
        this.names = names;
    }

    @Override
    public void begin() {
        Boolean answer = observer.ask(Rewrites::mayLook);
        allowed = Boolean.TRUE.equals(answer);
        if (allowed) {
            files.addAll(list());
            before = names.read();
        }
    }

    boolean allowed() {
        return allowed;
    }

    @Override
    public void remember(RanStatement ran) {
        recent.add(ran);
    }

    @Override
    public void list(RanStatement ran) {
        if (allowed) {
            for (Long file : list()) {
                if (files.add(file)) {
                    makers.put(file, ran);
                }
            }
        }
    }

    /** Compares the tables' files with what they were, and finds the statement that wrote each new one. */
    @Override
    public void attribute() {
        if (!allowed) {
            return;
        }
        Map<Long, LockedRelation> now = names.read();
        for (LockedRelation relation : now.values()) {
            LockedRelation old = before.get(relation.id());
            if (old != null && relation.table() && old.file() != relation.file() && size(relation) > 0) {
                RanStatement maker = maker(relation.file());
                if (maker != null) {
                    found.computeIfAbsent(maker, r -> new ArrayList<>())
                            .add(relation.name().toString());
                }
            }
        }
        before = now.isEmpty() ? before : now;
        recent.clear();
    }

    @Override
    public @Nullable List<String> of(RanStatement ran) {
        if (!allowed || observer.failure() != null) {
            return null;
        }
        return found.getOrDefault(ran, List.of()).stream().sorted().toList();
    }

    private @Nullable RanStatement maker(long file) {
        RanStatement seen = makers.get(file);
        return seen != null
                ? seen
                : recent.stream()
                        .max(Comparator.comparingLong(RanStatement::logBytes).thenComparingLong(RanStatement::nanos))
                        .orElse(null);
    }

    private long size(LockedRelation relation) {
        Long bytes = observer.ask(c -> size(c, relation.id()));
        return bytes == null ? 0 : bytes;
    }

    private Set<Long> list() {
        Set<Long> now = observer.ask(Rewrites::files);
        return now == null ? Set.of() : now;
    }

    private static Boolean mayLook(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MAY_LOOK)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Set<Long> files(Connection connection) throws SQLException {
        Set<Long> numbers = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FILES)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private static Long size(Connection connection, long oid) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SIZE)) {
            statement.setLong(1, oid);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        }
    }
}
