package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.forms.FormsHouse.errors;
import static org.samenspraak.forms.FormsHouse.field;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"concatenate(%s)", "[%s]", "flatten([%s])"})
    void chainedListsEnd(String combine) {
        var fields = new ArrayList<String>();
        fields.add(field("expression", "'key':'q0','expression':'=[1,2,3,4,5,6,7,8,9,10]'"));
        for (int i = 1; i < 30; i++) {
            var ten = String.join(",", java.util.Collections.nCopies(10, "q" + (i - 1)));
            fields.add(field("expression", "'key':'q" + i + "','expression':'=" + combine.formatted(ten) + "'"));
        }
        var form = house.form(fields.toArray(String[]::new));

        var start = System.nanoTime();
        house.forms.view(form, Map.of());
        var judged = house.judge(form);

        assertThat(judged.answers().values()).containsKeys("q0", "q2").doesNotContainKey("q3");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "abc", "", "401", "100000", "999999999", "99999999999999"})
    void madeUpNumbersOfRowsDrawNoRows(String count) {
        var form = house.form("{'type':'dynamiclist','id':'l','path':'rows','label':'R','components':["
                + field("textfield", "'key':'a'") + "]}");

        var judged = house.judge(form, "_rows.rows=" + count, "rows[1].a=x");

        assertThat(house.page(house.forms.view(form, judged)).select(".row-box"))
                .hasSizeLessThan(3);
    }

    @Test
    void textKeepsTheOrderOfItsLetters() {
        var form = house.form(field("textfield", "'key':'a'"), field("textarea", "'key':'b'"));

        var judged = house.judge(form, "a=fdp\u202Eexe.\u202C", "b=\u2067een\u2069");

        assertThat(judged.answers().values()).containsEntry("a", "fdpexe.").containsEntry("b", "een");
    }

    @Test
    void tenMegabytesAreCutAndRefused() {
        var form = house.form(field("textarea", "'key':'a','label':'A'"), field("textfield", "'key':'b'"));

        var judged = house.judge(form, "a=" + "x".repeat(10_000_000), "b=ok");

        assertThat(errors(judged)).containsOnlyKeys("a");
        assertThat(String.valueOf(judged.typed().get("a")).length()).isLessThan(61_000);
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
        assertThat(endless.answers().rows("rows")).isEmpty();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999-01-01", "-1", "0000-01-01", "0000-00-00", "2026-02-31", "31-2-2026", "2026-13-01",
                        "+002026-01-01",
                "-2026-01-01", "٢٠٢٦-٠١-٠١", "２０２６-01-01", "2026-W01-1", "2026-01-01Z", "1899-12-31", "2200-01-01",
                        "1e3",
                "99999999999999999999999999-01-01"
            })
    void whatIsNoDayIsSaidToBeNone(String typed) {
        var form = house.form(
                field("datetime", "'key':'d','label':'D','subtype':'date','properties':{'latest':'today'}"),
                field("datetime", "'key':'m','label':'M','subtype':'datetime','timeSerializingFormat':'utc_offset'"));

        assertRefused(form, "d=" + typed, "m=" + typed + "T10:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24:00",
                "25:61",
                "12:60",
                "-1:00",
                "12:00+02:00",
                "12:00Z",
                "99:99",
                "1e1",
                "٣:٠٠",
                "12:00:00.0000000000001",
                "12:00:61",
                "13:00 pm",
                "999999999999:00"
            })
    void whatIsNoTimeIsSaidToBeNone(String typed) {
        var form = house.form(
                field("datetime", "'key':'t','label':'T','subtype':'time','timeInterval':1"),
                field(
                        "datetime",
                        "'key':'m','label':'M','subtype':'datetime','timeSerializingFormat':'utc_normalized'"));

        assertRefused(form, "t=" + typed, "m=2026-01-01T" + typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "1E5",
                "NaN",
                "Infinity",
                "-Infinity",
                "∞",
                "٣",
                "１２",
                "0x1F",
                "1_000",
                "--1",
                "1.2.3",
                "1,,2",
                "½",
                "9999999999999999",
                "0.0000000000000001",
                "-",
                ".",
                ","
            })
    void whatIsNoNumberIsSaidToBeNone(String typed) {
        var form = house.form(
                field("number", "'key':'n','label':'N'"),
                field("number", "'key':'s','label':'S','serializeToString':true,'validate':{'max':1e400}"),
                field("textfield", "'key':'m','label':'M','properties':{'format':'money'}"));

        assertThat(errors(house.judge(form, "n=" + typed, "m=" + typed))).containsOnlyKeys("n", "m");
        assertThat(errors(house.judge(form, "s=" + "1".repeat(10_000)))).containsOnlyKeys("s");
        assertRefused(form, "n=" + "1".repeat(10_000), "s=" + "9".repeat(41), "m=" + "1".repeat(10_000));
    }

    /** What was stored or computed, such as the sample of a designer, is no more to be trusted. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1E+400", "NaN"})
    void storedNumbersOfAnySizeAreBounded(String stored) {
        var number = stored.equals("NaN") ? (Object) Double.NaN : new BigDecimal(stored);
        var form = house.form(
                field("number", "'key':'n','label':'N','properties':{'format':'money'}"),
                field(
                        "number",
                        "'key':'p','label':'P','validate':{'min':%s,'max':%s},'increment':'%s'"
                                .formatted(stored, stored, stored)
                                .replace("NaN", "1")),
                field("textfield", "'key':'m','label':'M','properties':{'format':'money'}"),
                field("text", "'text':'{{n}} {{p}}'"));
        var data = Map.<String, Object>of("n", number, "p", stored, "m", number);

        assertThat(house.page(house.forms.view(form, data)).html().length()).isLessThan(20_000);
        assertThat(house.render("sent", house.forms.sent(form, new Answers(data), true))
                        .html()
                        .length())
                .isLessThan(20_000);
        assertThat(Json.write(house.judge(form, data, "p=5").answers().values()).length())
                .isLessThan(1_000);
    }

    private void assertRefused(Form form, String... pairs) {
        var judged = house.judge(form, pairs);
        assertThat(errors(judged)).hasSize(pairs.length).allSatisfy((path, why) -> assertThat(why)
                .startsWith("Dit is geen"));
        assertThat(judged.answers().values()).isEmpty();
        var page = house.page(house.forms.view(form, judged));
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            assertThat(page.expectFirst("#" + pair.substring(0, at)).val()).isEqualTo(pair.substring(at + 1));
        }
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
