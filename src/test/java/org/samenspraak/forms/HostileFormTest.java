package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.forms.FormsHouse.errors;
import static org.samenspraak.forms.FormsHouse.field;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.LinkedMultiValueMap;

/** Requests and schemas that nobody makes by accident. */
@Timeout(20)
class HostileFormTest {

    private final FormsHouse house = new FormsHouse();

    @Test
    void explodingPatternEnds() {
        var form = house.form(field("textfield", "'key':'a','validate':{'pattern':'^(a+)+$'}"));

        var start = System.nanoTime();
        var judged = house.judge(form, "a=" + "a".repeat(900) + "!");

        assertThat(errors(judged)).containsOnlyKeys("a");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void tenMegabytesAreCutAndRefused() {
        var form = house.form(field("textarea", "'key':'a','label':'A'"), field("textfield", "'key':'b'"));

        var judged = house.judge(form, "a=" + "x".repeat(10_000_000), "b=ok");

        assertThat(errors(judged)).containsOnlyKeys("a");
        assertThat(String.valueOf(judged.typed().get("a")).length()).isLessThan(21_000);
    }

    @Test
    void thousandRowsAreRefused() {
        var form = house.form("{'type':'dynamiclist','id':'l','path':'rows','label':'R','components':["
                + field("textfield", "'key':'a','validate':{'required':true}") + "]}");
        var sent = new ArrayList<String>(List.of("_rows.rows=1000"));
        for (int i = 0; i < 1_000; i++) {
            sent.add("rows[" + i + "].a=x");
        }

        var judged = house.judge(form, sent.toArray(String[]::new));
        var endless = house.judge(form, "_rows.rows=999999999");
        var nonsense = house.judge(form, "_rows.rows=-1", "rows[99999999999].a=x", "rows[x].a=y");

        assertThat(errors(judged)).containsOnlyKeys("rows");
        assertThat(judged.answers().rows("rows")).hasSize(Typed.MOST_ROWS);
        assertThat(endless.answers().rows("rows")).hasSize(Typed.MOST_ROWS);
        assertThat(nonsense.answers().rows("rows")).hasSize(1);
    }

    @Test
    void nestedListsStayBounded() {
        var inner = "{'type':'dynamiclist','id':'%s','path':'r','components':[%s]}";
        var nested = field("textfield", "'key':'a'");
        for (int i = 0; i < 5; i++) {
            nested = inner.formatted("l" + i, nested);
        }
        var form = house.form(nested);
        var sent = new ArrayList<String>();
        for (var path = "r"; path.length() < 40; path += "[0].r") {
            sent.add("_rows." + path + "=100");
        }

        assertThat(house.judge(form, sent.toArray(String[]::new)).answers().rows("r"))
                .hasSize(100);
    }

    @Test
    void thousandsOfUnknownNamesLeaveNothingBehind() {
        var form = house.form(field("textfield", "'key':'a'"));
        var sent = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < 50_000; i++) {
            sent.add("x" + i + ".y", "z");
            sent.add("p" + i + ".a", "z");
        }

        var judged = house.forms.judge(form, Map.of(), sent);

        assertThat(judged.answers().values()).isEmpty();
        assertThat(judged.typed().size()).isLessThanOrEqualTo(5_000);
    }

    @Test
    void wrongTypesAreAClearAnswer() {
        var form = house.form(
                field("number", "'key':'n'"),
                field("checklist", "'key':'m','values':[{'value':'a','label':'A'}]"),
                field("checkbox", "'key':'c'"),
                field("datetime", "'key':'d','subtype':'datetime'"),
                field("textfield", "'key':'t'"));
        var stored = Map.<String, Object>of("n", List.of(1), "m", "a", "c", "maybe", "d", 12, "t", Map.of("x", 1));

        assertThat(errors(house.judge(form, "n=NaN", "m=b", "d=nu", "c=7"))).containsOnlyKeys("n", "m", "d");
        assertThat(house.judge(form, "n=1", "n=2", "t=a", "t=b").answers().values())
                .containsEntry("n", 1L)
                .containsEntry("t", "a");
        assertThat(house.page(house.forms.view(form, stored)).select("input")).isNotEmpty();
    }

    @Test
    void feelThatMayNeverEndIsNotRun() {
        var form = house.form(
                field("textfield", "'key':'a','conditional':{'hide':'=count(for i in 1..1000000000 return i) > 1'}"));

        assertThatThrownBy(() -> house.judge(form, "a=x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deepStoredDataIsReadWithoutFalling() {
        Map<String, Object> deep = Map.of();
        for (int i = 0; i < 200; i++) {
            deep = new LinkedHashMap<>(Map.of("a", deep));
        }
        var form = house.form(field("textfield", "'key':'a.a.a.a','label':'A'"));

        assertThat(house.judge(form, deep, "a.a.a.a=x").answers().values())
                .isEqualTo(Map.of("a", Map.of("a", Map.of("a", Map.of("a", "x")))));
    }
}
