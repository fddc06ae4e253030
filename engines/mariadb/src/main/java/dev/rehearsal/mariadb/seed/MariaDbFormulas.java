package dev.rehearsal.mariadb.seed;

import dev.rehearsal.mariadb.catalog.Names;
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
import dev.rehearsal.seeding.TextWords;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes formulas in MariaDB's SQL. All numbers are signed ones: the difference of unsigned ones could not be negative.
 *
 * @param row SQL of the number that is hashed
 * @param first the number of the first row
 */
record MariaDbFormulas(String row, long first) implements Formula.Cases<String> {
    /** The number of the row. */
    static final String PLACE = "s.`#`";

    /** {@return SQL for a formula} */
    String sql(Formula formula) {
        return formula.of(this);
    }

    private String all(List<Formula> formulas) {
        return formulas.stream().map(this::sql).collect(Collectors.joining(", "));
    }

    @Override
    public String constant(Constant constant) {
        return constant.written();
    }

    @Override
    public String text(Text text) {
        return Sql.literal(text.text());
    }

    @Override
    public String nothing(Nothing nothing) {
        return "NULL";
    }

    @Override
    public String known(Known known) {
        return switch (known.number()) {
            case OF_DRAW -> row;
            case OF_ROW -> PLACE;
            case OF_FIRST -> Long.toString(first);
        };
    }

    @Override
    public String drawn(Drawn drawn) {
        return "d.`#" + drawn.unit() + "`";
    }

    @Override
    public String held(Held held) {
        return "d." + Names.quoted(held.column());
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
        String left = sql(infix.left());
        String right = sql(infix.right());
        return switch (infix.operator()) {
            case PLUS -> "(" + left + " + " + right + ")";
            case MINUS -> "(" + left + " - " + right + ")";
            case TIMES -> "(" + left + " * " + right + ")";
            case DIVIDED -> "(" + left + " DIV " + right + ")";
            case OVER -> "(" + left + " / " + right + ")";
            case MODULO -> "(" + left + " % " + right + ")";
            case BITS_OF -> "CAST(" + left + " & " + right + " AS SIGNED)";
            case SHIFTED -> "CAST(" + left + " >> " + right + " AS SIGNED)";
            case BELOW -> "(" + left + " < " + right + ")";
            case AT_LEAST -> "(" + left + " >= " + right + ")";
            case EQUALS -> "(" + left + " = " + right + ")";
            case OR -> "(" + left + " OR " + right + ")";
        };
    }

    @Override
    public String call(Call call) {
        List<String> of = call.of().stream().map(this::sql).toList();
        String all = String.join(", ", of);
        return switch (call.function()) {
            case HASH -> "CAST(CONV(LEFT(MD5(CONCAT_WS(':', " + all + ")), 15), 16, 10) AS SIGNED)";
            case POWER -> "POW(" + all + ")";
            case FLOOR -> "CAST(FLOOR(" + all + ") AS SIGNED)";
            case LEAST -> "LEAST(" + all + ")";
            case WHOLE -> "CAST(" + all + " AS SIGNED)";
            case FRACTION -> "CAST(" + all + " AS DOUBLE)";
            case EXACT -> "CAST(" + all + " AS DECIMAL(65, 10))";
            case IS_NULL -> "(" + all + " IS NULL)";
            case DIGITS -> "CAST(" + all + " AS CHAR)";
            case JOIN -> "CONCAT(" + all + ")";
            case LEFT -> "LEFT(" + all + ")";
            case LEFT_PADDED -> "LPAD(" + all + ")";
            case LENGTHENED ->
                "RPAD(" + of.get(0) + ", GREATEST(CHAR_LENGTH(" + of.get(0) + "), " + of.get(1) + "), " + of.get(2)
                        + ")";
            case LETTER -> "SUBSTR(" + of.get(0) + ", 1 + " + of.get(1) + ", 1)";
            case REPEATED -> "REPEAT(" + all + ")";
            case DIGEST -> "MD5(" + all + ")";
            case FILLED -> filled(of.get(0), of.get(1), of.get(2));
        };
    }

    private static String filled(String begin, String index, String length) {
        String filler = Long.parseLong(length) < 1000
                ? Sql.literal(" " + String.join(" ", TextWords.TEXT) + " ")
                : "CONCAT(' ', MD5(" + index + "), SHA2(" + index + ", 512))";
        return "RPAD(" + begin + ", " + length + ", " + filler + ")";
    }

    @Override
    public String pick(Pick pick) {
        return "ELT(1 + " + sql(pick.index()) + ", "
                + pick.words().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")";
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
        return "INTERVAL("
                + sql(bucket.number()) + ", "
                + bucket.bounds().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public String smaller(Smaller smaller) {
        return "((" + all(smaller.left()) + ") < (" + all(smaller.right()) + "))";
    }

    @Override
    public String typed(Typed typed) {
        return sql(typed.value());
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
