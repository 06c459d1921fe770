package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineChangesTest {

    @Test
    void saysWhatStayedWentAndCame() {
        assertThat(between("een\ntwee\ndrie", "een\ndrie\nvier")).isEqualTo("SAME een, GONE twee, SAME drie, NEW vier");
        assertThat(between("", "een")).isEqualTo("NEW een");
        assertThat(between("een", "")).isEqualTo("GONE een");
        assertThat(between("een", "een")).isEqualTo("SAME een");
    }

    @Test
    void doesNotCompareWhatWouldTakeLong() {
        var many = "x\n".repeat(5_000);

        assertThat(LineChanges.between(many, many)).hasSize(10_000);
    }

    private static String between(String before, String after) {
        return LineChanges.between(before, after).stream()
                .map(line -> line.state() + " " + line.text())
                .collect(Collectors.joining(", "));
    }
}
