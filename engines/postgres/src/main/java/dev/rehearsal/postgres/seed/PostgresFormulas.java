package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Terms.Bucket;
import dev.rehearsal.seeding.Terms.Call;
import dev.rehearsal.seeding.Terms.Choice;
import dev.rehearsal.seeding.Terms.Chosen;
import dev.rehearsal.seeding.Terms.Constant;
import dev.rehearsal.seeding.Terms.Drawn;
import dev.rehearsal.seeding.Terms.Held;
import dev.rehearsal.seeding.Terms.Infix;
import dev.rehearsal.seeding.Terms.KeyPart;
import dev.rehearsal.seeding.Terms.Known;
import dev.rehearsal.seeding.Terms.Nothing;
import dev.rehearsal.seeding.Terms.Own;
import dev.rehearsal.seeding.Terms.Pick;
import dev.rehearsal.seeding.Terms.Same;
import dev.rehearsal.seeding.Terms.Smaller;
import dev.rehearsal.seeding.Terms.Text;
import dev.rehearsal.seeding.Terms.Typed;
import dev.rehearsal.seeding.Terms.When;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes formulas in PostgreSQL's SQL.
 *
 * @param first the number of the first row
 */
record PostgresFormulas(long first) implements Formula.Cases<String> {
    /** Stands for the number that is hashed, where another attempt's may be put in. */
    static final String ROW = "{row}";

    /** {@return SQL for a formula} */
    String sql(Formula formula) {
        return formula.of(this);
    }

    private String all(List<Formula> formulas, String between) {
        return formulas.stream().map(this::sql).collect(Collectors.joining(between));
    }

    @Override
    public String constant(Constant constant) {
        return constant.written();
    }

    @Override
    public String text(Text text) {
        return SeedSql.literal(text.text());
    }

    @Override
    public String nothing(Nothing nothing) {
        return "NULL";
    }

    @Override
    public String known(Known known) {
        return switch (known.number()) {
            case OF_DRAW -> ROW;
            case OF_ROW -> "s.\"#\"";
            case OF_FIRST -> Long.toString(first);
        };
    }

    @Override
    public String drawn(Drawn drawn) {
        return "d.\"#" + drawn.unit() + "\"";
    }

    @Override
    public String held(Held held) {
        return "d." + SqlNames.quote(held.column());
    }

    @Override
    public String same(Same same) {
        throw new IllegalArgumentException("No plan has it: " + same);
    }

    @Override
    public String key(KeyPart part) {
        return "m" + part.unit() + ".k" + part.part();
    }

    @Override
    public String infix(Infix infix) {
        String operator = switch (infix.operator()) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "*";
            case DIVIDED, OVER -> "/";
            case MODULO -> "%";
            case BITS_OF -> "&";
            case SHIFTED -> ">>";
            case BELOW -> "<";
            case AT_LEAST -> ">=";
            case EQUALS -> "=";
            case OR -> "OR";
        };
        return "(" + sql(infix.left()) + " " + operator + " " + sql(infix.right()) + ")";
    }

    @Override
    public String call(Call call) {
        List<String> of = call.of().stream().map(this::sql).toList();
        String all = String.join(", ", of);
        return switch (call.function()) {
            case HASH -> "(hashint8extended(" + all + ") & " + Long.MAX_VALUE + ")";
            case POWER -> "power(" + all + ")";
            case FLOOR -> "floor(" + all + ")::bigint";
            case LEAST -> "least(" + all + ")";
            case WHOLE -> "(" + all + ")::bigint";
            case FRACTION -> "(" + all + ")::float8";
            case EXACT -> "(" + all + ")::numeric";
            case IS_NULL -> all + " IS NULL";
            case DIGITS -> "(" + all + ")::text";
            case JOIN -> "(" + String.join(" || ", of) + ")";
            case LEFT -> "left(" + all + ")";
            case LEFT_PADDED -> "lpad(" + all + ")";
            case LENGTHENED ->
                "rpad(" + of.get(0) + ", greatest(length(" + of.get(0) + "), " + of.get(1) + "), " + of.get(2) + ")";
            case LETTER -> "substr(" + of.get(0) + ", 1 + (" + of.get(1) + ")::int, 1)";
            case REPEATED -> "repeat(" + all + ")";
            case DIGEST -> "md5(" + all + ")";
            case FILLED -> Widths.filled(of.get(0), of.get(1), Long.parseLong(of.get(2)));
        };
    }

    @Override
    public String pick(Pick pick) {
        return pick.words().stream().map(SeedSql::literal).collect(Collectors.joining(",", "(ARRAY[", "])")) + "[1 + "
                + sql(pick.index()) + "]";
    }

    @Override
    public String choice(Choice choice) {
        StringBuilder text = new StringBuilder("CASE");
        for (When when : choice.whens()) {
            text.append(" WHEN ").append(sql(when.condition())).append(" THEN ").append(sql(when.value()));
        }
        Formula otherwise = choice.otherwise();
        return text.append(otherwise == null ? "" : " ELSE " + sql(otherwise))
                .append(" END")
                .toString();
    }

    @Override
    public String chosen(Chosen chosen) {
        StringBuilder text = new StringBuilder("CASE ").append(sql(chosen.index()));
        int number = chosen.first();
        for (Formula value : chosen.values()) {
            text.append(" WHEN ").append(number).append(" THEN ").append(sql(value));
            number += chosen.step();
        }
        return text.append(" END").toString();
    }

    @Override
    public String bucket(Bucket bucket) {
        String bounds = bucket.bounds().stream().map(String::valueOf).collect(Collectors.joining(","));
        return "width_bucket(" + sql(bucket.number()) + ", '{" + bounds + "}'::bigint[])::bigint";
    }

    @Override
    public String smaller(Smaller smaller) {
        return "(" + all(smaller.left(), ", ") + ") < (" + all(smaller.right(), ", ") + ")";
    }

    @Override
    public String typed(Typed typed) {
        return "(" + sql(typed.value()) + ")::" + typed.type();
    }

    @Override
    public String own(Own own) {
        StringBuilder text = new StringBuilder(own.texts().get(0));
        for (int i = 0; i < own.parts().size(); i++) {
            text.append(sql(own.parts().get(i))).append(own.texts().get(i + 1));
        }
        return text.toString();
    }
}
