package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A few tables for each type, with and without a key, in which every value becomes every other. */
class EveryTypeTest {
    private static final List<List<TypeChange>> TYPES = TypeChange.byType();
    private static final String SETUP = TypeChange.TYPES + each(EveryTypeTest::tables);
    private static List<String> told = List.of();

    @BeforeAll
    static void change() throws Exception {
        told = TwoStates.of(SETUP).change(each(EveryTypeTest::changes)).told();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_changed_value_is_seen(int index, String type, int changes) {
        assertThat(told)
                .anyMatch(loss -> loss.startsWith("public.every_" + index + ".v VALUES_CHANGED " + changes + " ["));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_changed_value_is_seen_without_a_key(int index, String type, int changes) {
        assertThat(told).contains("public.every_" + index + "_keyless.v VALUES_CHANGED " + changes);
    }

    @ParameterizedTest
    @MethodSource("types")
    void values_that_change_places_are_seen(int index, String type, int changes) {
        assertThat(told)
                .contains("public.swap_" + index + ".v VALUES_CHANGED 2 [id=1, id=2]")
                .contains("public.swap_" + index + "_keyless VALUES_CHANGED 2");
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_same_change_in_two_rows_is_seen(int index, String type, int changes) {
        assertThat(told).contains("public.both_" + index + ".v VALUES_CHANGED 2 [id=1, id=3]");
    }

    @Test
    void nothing_else_is_reported() {
        assertThat(told).hasSize(5 * TYPES.size());
    }

    @Test
    void the_settings_of_the_database_do_not_matter() throws Exception {
        TwoStates states = TwoStates.of(SETUP);
        DataFingerprint before = states.after();
        assertThat(before.tables()).hasSize(5 * TYPES.size());

        states.change("""
                DO $$ DECLARE setting text; BEGIN
                    FOREACH setting IN ARRAY ARRAY['TimeZone = ''Asia/Kolkata''', 'DateStyle = ''SQL, DMY''',
                        'IntervalStyle = iso_8601', 'extra_float_digits = -15', 'bytea_output = escape',
                        'search_path = public, pg_catalog', 'quote_all_identifiers = on'] LOOP
                        EXECUTE format('ALTER DATABASE %I SET ', current_database()) || setting;
                    END LOOP;
                END $$
                """);

        assertThat(states.after()).isEqualTo(before).isEqualTo(states.before());
    }

    static Stream<Arguments> types() {
        return IntStream.range(0, TYPES.size())
                .mapToObj(i ->
                        Arguments.of(i, TYPES.get(i).get(0).type(), TYPES.get(i).size()));
    }

    private static String each(PerType sql) {
        return IntStream.range(0, TYPES.size())
                .mapToObj(i -> sql.of(i, TYPES.get(i)))
                .collect(Collectors.joining());
    }

    private static String tables(int index, List<TypeChange> changes) {
        TypeChange first = changes.get(0);
        String rows = IntStream.range(0, changes.size())
                .mapToObj(id -> "(%d, %s)".formatted(id, changes.get(id).old()))
                .collect(Collectors.joining(", "));
        return """
                CREATE TABLE every_%1$d (id bigint PRIMARY KEY, v %2$s);
                INSERT INTO every_%1$d VALUES %3$s;
                CREATE TABLE every_%1$d_keyless AS TABLE every_%1$d;
                CREATE TABLE swap_%1$d (id bigint PRIMARY KEY, v %2$s);
                INSERT INTO swap_%1$d VALUES (1, %4$s), (2, %5$s), (3, %4$s), (4, NULL);
                CREATE TABLE swap_%1$d_keyless AS TABLE swap_%1$d;
                CREATE TABLE both_%1$d (id bigint PRIMARY KEY, v %2$s);
                INSERT INTO both_%1$d TABLE swap_%1$d;
                """.formatted(index, first.type(), rows, first.old(), first.now());
    }

    private static String changes(int index, List<TypeChange> changes) {
        TypeChange first = changes.get(0);
        String every = IntStream.range(0, changes.size())
                .mapToObj(id -> ("UPDATE every_%1$d SET v = %2$s WHERE id = %3$d;"
                                + "UPDATE every_%1$d_keyless SET v = %2$s WHERE id = %3$d;")
                        .formatted(index, changes.get(id).now(), id))
                .collect(Collectors.joining());
        return every + """
                UPDATE swap_%1$d SET v = CASE id WHEN 1 THEN %3$s ELSE %2$s END WHERE id < 3;
                UPDATE swap_%1$d_keyless SET v = CASE id WHEN 1 THEN %3$s ELSE %2$s END WHERE id < 3;
                UPDATE both_%1$d SET v = %3$s WHERE id IN (1, 3);
                """.formatted(index, first.cast(first.old()), first.cast(first.now()));
    }

    private interface PerType {
        String of(int index, List<TypeChange> changes);
    }
}
