package org.samenspraak.voting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.samenspraak.kernel.Refusal;

/**
 * A PaBuLib file as it stands: its three tables, with every key and column that we don't know.
 *
 * @see <a href="https://pabulib.org/format">the format</a>
 */
public record Pb(List<Entry> meta, Table projects, Table votes) {

    private static final Set<String> NONE = Set.of("", "none", "nan", "null");

    public Pb {
        meta = List.copyOf(meta);
    }

    public record Entry(String key, String value) {}

    /** @param line where it begins in the file, from 1 */
    public record Row(int line, List<String> fields) {

        public Row {
            fields = List.copyOf(fields);
        }
    }

    public record Table(List<String> columns, List<Row> rows) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** What each row has in a column; capitals don't matter. */
        public Optional<Column> column(String name) {
            var names = columns.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
            return Optional.of(names.indexOf(name)).filter(it -> it >= 0).map(Column::new);
        }

        /** @throws Refusal when the table has no such column */
        Column needed(String name) {
            return column(name).orElseThrow(() -> new Refusal("voting.pb.no-column", name));
        }
    }

    public record Column(int index) {

        public String of(Row row) {
            return row.fields().get(index);
        }
    }

    /** The value of a key; of a key that stands there twice the last one, as other readers do. */
    public Optional<String> meta(String key) {
        return meta.stream()
                .filter(it -> it.key().equalsIgnoreCase(key))
                .map(Entry::value)
                .filter(Pb::isFilled)
                .reduce((first, last) -> last);
    }

    /** Whether there is a value: programs write none in several ways. */
    static boolean isFilled(String text) {
        return !NONE.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The first day of the vote; of a file that names only its year 1 January. */
    public Optional<LocalDate> begins() {
        return meta("date_begin").flatMap(PbDates::first);
    }

    public Optional<LocalDate> ends() {
        return meta("date_end").flatMap(PbDates::last);
    }

    /** @throws Refusal when a key has no value */
    String needed(String key) {
        return meta(key).orElseThrow(() -> new Refusal("voting.pb.no-key", key));
    }

    /** @throws Refusal when the value is no whole number */
    Optional<Long> number(String key) {
        return meta(key).map(text -> {
            try {
                return Fraction.parse(text).whole();
            } catch (ArithmeticException | NumberFormatException e) {
                throw new Refusal("voting.pb.key-no-number", key, text);
            }
        });
    }

    /**
     * In cents.
     *
     * @throws Refusal when the value is no amount
     */
    Optional<Long> money(String key) {
        return meta(key).map(text -> {
            try {
                return Money.cents(text);
            } catch (NumberFormatException e) {
                throw new Refusal("voting.pb.key-no-amount", key, text);
            }
        });
    }
}
