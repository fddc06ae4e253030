package dev.rehearsal.scenario;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.dialect.Application.Bound;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Gathers how statements fare, moment by moment. */
final class StatementRunLog {
    private final List<Bound> statements;
    private final List<List<StatementRun>> moments = new ArrayList<>();

    StatementRunLog(List<Bound> statements) {
        this.statements = List.copyOf(statements);
    }

    List<Bound> statements() {
        return statements;
    }

    /** Takes what one moment has brought, in the order of the statements. */
    void add(List<StatementRun> runs) {
        moments.add(runs);
    }

    List<StatementCheck> checks() {
        return IntStream.range(0, statements.size())
                .mapToObj(i -> check(
                        statements.get(i),
                        moments.stream().map(runs -> runs.get(i)).toList()))
                .toList();
    }

    static StatementCheck check(Bound bound, List<StatementRun> runs) {
        ApplicationStatement statement = bound.statement();
        return new StatementCheck(statement.file(), statement.line(), statement.sql(), bound.parameters(), runs);
    }
}
