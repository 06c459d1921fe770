package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.sent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mark-up, scripts and template language in every text of a schema and of its answers: a page has the same elements as with plain words. */
class HostileTextTest {

    private static final String HOSTILE =
            "\"'></textarea></option></script><script>alert(1)</script><img src=x onerror=alert(1)>"
                    + " javascript:alert(1) [[${7*7}]] __${7*7}__ ~{::x} &lt;b&gt; **a** [b](javascript:alert(1))";
    private static final String PLAIN = "woorden";
    private static final List<String> TEXTS = List.of("label", "description", "alt");

    private final FormsHouse house = new FormsHouse();

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyTextOfASchemaStaysText(String language) {
        house.in(language);

        assertSame(shown(HOSTILE, PLAIN), shown(PLAIN, PLAIN));
    }

    @Test
    void everyAnswerStaysText() {
        assertSame(shown(PLAIN, HOSTILE), shown(PLAIN, PLAIN));
    }

    @Test
    void everyAnswerThatIsRefusedStaysText() {
        assertSame(refused(HOSTILE, HOSTILE), refused(PLAIN, PLAIN));
        assertThat(refused(PLAIN, HOSTILE).select("input[type=text]").eachAttr("value"))
                .as("what was typed is shown again")
                .contains(HOSTILE);
    }

    @Test
    void everyTextOfASentFormStaysText() {
        assertSame(read(HOSTILE), read(PLAIN));
        assertThat(read(HOSTILE).select("dd").eachText()).anyMatch(it -> it.contains("<script>alert(1)</script>"));
    }

    @Test
    void answersBringNoMarksIntoTheTextsOfDesigners() {
        for (var text : List.of("Dag {{a}}", "=a", "=\"Dag \" + a", "{{#loop l}}{{this}}{{/loop}}")) {
            for (var kind : List.of("'type':'text','text'", "'type':'html','content'")) {
                var form = house.form("{'id':'t'," + kind + ":'" + text.replace("\"", "\\\"") + "'}");
                var page = house.page(house.forms.view(form, Map.of("a", HOSTILE, "l", List.of(HOSTILE))));

                assertThat(page.select(".prose").text()).as(text).contains("**a** [b](javascript:alert(1))");
                assertThat(page.select(".prose *").not("p")).as(text).isEmpty();
            }
        }
    }

    @Test
    void designersBringNoScriptIntoTheirTexts() {
        var page = shown(HOSTILE, HOSTILE);
        var form = house.form(
                "{'id':'t','type':'text','text':'<script>alert(1)</script><a href=\\\"javascript:alert(1)\\\" onclick=\\\"x\\\" style=\\\"y\\\">a</a> [b](javascript:alert(1)) ![c](https://elsewhere.example/x.png)'}",
                "{'id':'h','type':'html','content':'<iframe src=x></iframe><form action=x><input></form><svg onload=x></svg><style>*{}</style><a href=\\\"data:text/html,x\\\">a</a>'}");
        var texts = house.page(house.forms.view(form, Map.of()));

        assertThat(page.select("script, [onerror], [src=x]")).isEmpty();
        assertThat(texts.select(".prose")
                        .select("script, iframe, form, input, svg, style, img, [onclick], [onload], [style], [href]"))
                .isEmpty();
    }

    private Document shown(String text, String answer) {
        var form = form(text);
        return house.page(house.forms.view(form, data(answer)));
    }

    private Document refused(String text, String answer) {
        var form = form(text);
        var pairs = new ArrayList<>(List.of("_rows.rows=1", "rows[0].t=" + answer));
        Stream.of("t", "a", "n", "d", "c", "m", "r", "s", "g").forEach(it -> pairs.add(it + "=" + answer));
        var judged = house.forms.judge(form, Map.of(), sent(pairs.toArray(String[]::new)), Map.of("f", answer));
        var view = house.forms.view(form, judged);
        var page = house.page(view);
        page.body().appendChild(house.render("summary", view).body());
        return page;
    }

    private Document read(String text) {
        return house.render("sent", house.forms.sent(form(text), new Answers(data(text)), true));
    }

    /** Every kind of field, and this text wherever a text may stand. */
    private Form form(String text) {
        var all = Stream.of(Kind.values())
                .filter(it -> it != Kind.TEXT && it != Kind.HTML)
                .map(it -> component(it, text))
                .toList();
        var schema = new LinkedHashMap<String, Object>(Map.of("type", "default", "id", "test"));
        schema.put("properties", Map.of("title", text, "title_en", text));
        schema.put("components", all);
        return house.forms.parse(FormParser.MAPPER.valueToTree(schema).toString());
    }

    private static Map<String, Object> component(Kind kind, String text) {
        var json = new LinkedHashMap<String, Object>(Map.of("type", kind.type(), "id", kind + text));
        TEXTS.forEach(it -> json.put(it, text));
        json.put("source", kind == Kind.IMAGE ? "/" + text : text);
        json.put("appearance", Map.of("prefixAdorner", text, "suffixAdorner", text));
        json.put("accept", text);
        json.put(
                "values",
                List.of(Map.of("value", text, "label", text, "label_en", text), Map.of("value", "w", "label", "w")));
        json.put("columns", List.of(Map.of("key", "k", "label", text)));
        json.put("dataSource", "=rows");
        json.put("validate", Map.of("required", true, "pattern", "^[0-9]$", "patternErrorMessage", text));
        json.put("properties", properties(text));
        var key = Map.of(
                Kind.TEXTFIELD,
                "t",
                Kind.TEXTAREA,
                "a",
                Kind.NUMBER,
                "n",
                Kind.DATETIME,
                "d",
                Kind.CHECKBOX,
                "c",
                Kind.CHECKLIST,
                "m",
                Kind.RADIO,
                "r",
                Kind.SELECT,
                "s",
                Kind.TAGLIST,
                "g",
                Kind.FILEPICKER,
                "f");
        json.put("key", key.getOrDefault(kind, "x"));
        json.put("expression", "=t");
        if (kind.holds()) {
            json.put("path", kind == Kind.GROUP ? "group" : "rows");
            json.put("components", List.of(component(Kind.TEXTFIELD, text)));
        }
        return json;
    }

    private static Map<String, Object> properties(String text) {
        var properties = new LinkedHashMap<String, Object>();
        for (var name : List.of("help", "source", "item", "autocomplete", "pattern_message")) {
            properties.put(name, text);
            properties.put(name + "_en", text);
        }
        TEXTS.forEach(it -> properties.put(it + "_en", text));
        return properties;
    }

    private static Map<String, Object> data(String text) {
        var data = new LinkedHashMap<String, Object>();
        List.of("t", "a", "d", "r", "s").forEach(it -> data.put(it, text));
        data.put("n", 1);
        data.put("c", true);
        List.of("m", "g").forEach(it -> data.put(it, List.of(text)));
        data.put("f", List.of(Map.of("id", text, "name", text, "bytes", 1, "chosen", true)));
        data.put("rows", List.of(Map.of("t", text, "k", text)));
        data.put("group", Map.of("t", text));
        return data;
    }

    /** The same elements with the same attributes, and no address of somebody else's making. */
    private static void assertSame(Document hostile, Document plain) {
        assertThat(skeleton(hostile)).isEqualTo(skeleton(plain)).hasSizeGreaterThan(8);
        for (var attribute : List.of("href", "src", "action", "formaction")) {
            assertThat(hostile.select("[" + attribute + "]").eachAttr(attribute))
                    .allMatch(it -> it.matches("[#/](?!/)[\\s\\S]*"));
        }
    }

    private static List<String> skeleton(Document page) {
        return page.body().getAllElements().stream()
                .map(it -> it.normalName()
                        + it.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .filter(name -> !name.matches("checked|selected"))
                                .toList())
                .toList();
    }
}
