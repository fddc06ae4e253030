package dev.rehearsal.seeding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What CHECKs and partition bounds demand of one column, gathered. Constants are texts as an input function reads them. */
public final class Restriction {
    private @Nullable String lower;
    private @Nullable String upper;
    private boolean lowerOpen;
    private boolean upperOpen;
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private @Nullable String pattern;
    private @Nullable List<String> allowed;
    private final List<String> hints = new ArrayList<>();
    private boolean checked;
    private boolean exact;
    private boolean open;
    private @Nullable Restriction elements;
    private int fewest;
    private int most = Integer.MAX_VALUE;

    public void atLeast(String constant, boolean open) {
        checked = true;
        if (lower == null || compare(constant, lower) > 0) {
            lower = constant;
            lowerOpen = open;
        }
    }

    public void atMost(String constant, boolean open) {
        checked = true;
        if (upper == null || compare(constant, upper) < 0) {
            upper = constant;
            upperOpen = open;
        }
    }

    /** What the type itself cannot be below, which no CHECK says. */
    public void notBelow(String constant) {
        boolean before = checked;
        atLeast(constant, false);
        checked = before;
    }

    /** A range that was asked for: all of it is used, not the usual part. */
    public void exactly(String least, String most) {
        atLeast(least, false);
        atMost(most, false);
        exact = true;
    }

    public boolean exact() {
        return exact;
    }

    public void length(int least, int most) {
        checked = true;
        minLength = Math.max(minLength, least);
        maxLength = Math.min(maxLength, most);
    }

    /** {@return what is demanded of each element of an array} */
    public Restriction elements() {
        checked = true;
        Restriction known = elements;
        if (known == null) {
            known = new Restriction();
            elements = known;
        }
        return known;
    }

    /** {@return what is demanded of each element of an array; nothing if nothing is} */
    public Restriction demandedOfElements() {
        Restriction known = elements;
        return known == null ? new Restriction() : known;
    }

    /** How many elements an array has. */
    public void size(int least, int highest) {
        checked = true;
        fewest = Math.max(fewest, least);
        most = Math.min(most, highest);
    }

    public int fewest() {
        return fewest;
    }

    public int mostElements() {
        return most;
    }

    public void matches(String regex) {
        checked = true;
        if (pattern == null) {
            pattern = regex;
        }
    }

    public void oneOf(List<String> constants) {
        checked = true;
        List<String> present = allowed;
        allowed = present == null
                ? List.copyOf(constants)
                : present.stream().filter(constants::contains).toList();
    }

    /** Values that were asked for, in this order. */
    public void only(List<String> constants) {
        checked = true;
        allowed = List.copyOf(constants);
    }

    public void hint(String constant) {
        checked = true;
        if (!hints.contains(constant)) {
            hints.add(constant);
        }
    }

    public void touched() {
        checked = true;
    }

    /** What is demanded is how it usually is; there may be other values. */
    public void open() {
        open = true;
    }

    public boolean isOpen() {
        return open;
    }

    public boolean checked() {
        return checked;
    }

    public List<String> hints() {
        return hints;
    }

    @Nullable
    public List<String> allowed() {
        return allowed;
    }

    @Nullable
    public String pattern() {
        return pattern;
    }

    public int minLength() {
        return minLength;
    }

    public int maxLength() {
        return maxLength;
    }

    @Nullable
    public String lower() {
        return lower;
    }

    @Nullable
    public String upper() {
        return upper;
    }

    /** {@return the smallest whole number of steps that the bounds allow} */
    public double least(double otherwise, BigDecimal step) {
        BigDecimal bound = number(lower);
        if (bound == null) {
            return otherwise;
        }
        double steps =
                Math.ceil(bound.divide(step, java.math.MathContext.DECIMAL64).doubleValue());
        return lowerOpen && BigDecimal.valueOf(steps).multiply(step).compareTo(bound) == 0 ? steps + 1 : steps;
    }

    /** {@return the greatest whole number of steps that the bounds allow} */
    public double most(double otherwise, BigDecimal step) {
        BigDecimal bound = number(upper);
        if (bound == null) {
            return otherwise;
        }
        double steps =
                Math.floor(bound.divide(step, java.math.MathContext.DECIMAL64).doubleValue());
        return upperOpen && BigDecimal.valueOf(steps).multiply(step).compareTo(bound) == 0 ? steps - 1 : steps;
    }

    public static int compare(String left, String right) {
        BigDecimal a = number(left);
        BigDecimal b = number(right);
        return a != null && b != null ? a.compareTo(b) : left.compareTo(right);
    }

    public static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || !text.matches("-?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?")) {
            return null;
        }
        return new BigDecimal(text);
    }
}
