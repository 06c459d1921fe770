package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;
import static org.samenspraak.forms.FormsHouse.sent;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormPageTest {
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String ON_OFFER =
            "'values':[{'label':'Ja','value':'yes','label_en':'Yes'},{'label':'Nee','value':'no'}]";

    private final FormsHouse house = new FormsHouse();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            textfield  | input[type=text]
            textarea   | textarea
            number     | input[inputmode=decimal]
            datetime   | input[type=date]
            checkbox   | input[type=checkbox]
            select     | select
            filepicker | input[type=file]
            """)
    void tiesLabelDescriptionHelpAndErrorToTheControl(String type, String control) {
        var form = house.form(
                field(
                        type,
                        "'key':'a','label':'Vraag','description':'Uitleg','properties':{'help':'Hulp','source':'art. 5'},'validate':{'required':true}"));

        var page = house.page(house.forms.view(form, house.judge(form, "a=")));

        var input = page.expectFirst(control);
        assertThat(input.id()).isEqualTo("a");
        assertThat(page.select("label[for=a], label:has(#a)").text()).contains("Vraag", "(verplicht)");
        assertThat(described(page, input)).contains("Uitleg", "Hulp", "Bron: art. 5");
        assertThat(described(page, input))
                .contains(house.judge(form, "a=").errors().get(0).message());
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(input.attr("aria-required")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({"radio,radio", "checklist,checkbox", "taglist,checkbox"})
    void asksChoicesInAFieldset(String type, String input) {
        var form = house.form(field(type, "'key':'a','label':'Vraag','description':'Uitleg'," + ON_OFFER));

        var page = house.page(house.forms.view(form, Map.of("a", type.equals("radio") ? "no" : List.of("no"))));

        var fieldset = page.expectFirst("fieldset");
        assertThat(fieldset.expectFirst("legend").text()).startsWith("Vraag");
        assertThat(described(page, fieldset)).contains("Uitleg");
        assertThat(fieldset.select("input[type=" + input + "][name=a]")).hasSize(2);
        assertThat(fieldset.select("input[checked]").eachAttr("value")).containsExactly("no");
        assertThat(fieldset.expectFirst("#a")).isNotNull();
        assertThat(fieldset.select("input[name=_shown]").attr("value")).isEqualTo("a");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void showsEveryKindWithNoScriptInIt(Kind kind) {
        var form = house.forms.parse(com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .build()
                .valueToTree(Map.of("type", "default", "id", "x", "components", List.of(hostile(kind))))
                .toString());

        var page = house.page(house.forms.view(form, house.judge(form, "a=" + SCRIPT, "_rows.a=1")));
        var read = house.render("sent", house.forms.sent(form, new Answers(Map.of("a", SCRIPT)), true));

        for (var html : List.of(page, read)) {
            assertThat(html.select("script, iframe, style, [onerror], [style], img[src=x]"))
                    .isEmpty();
            assertThat(html.select("a[href^=javascript]")).isEmpty();
        }
    }

    private static Map<String, Object> hostile(Kind kind) {
        var texts = Map.<String, Object>of("label_en", SCRIPT, "help", SCRIPT, "source", SCRIPT);
        return Map.ofEntries(
                Map.entry("type", kind.type()),
                Map.entry("id", "x\"><script>"),
                Map.entry("key", "a"),
                Map.entry("path", "a"),
                Map.entry("label", SCRIPT),
                Map.entry("description", SCRIPT),
                Map.entry("text", SCRIPT + " [x](javascript:alert(1)) <iframe src=/></iframe> {{a}}"),
                Map.entry("content", SCRIPT + "<a href=\"javascript:alert(1)\" style=\"x\">x</a>{{a}}"),
                Map.entry("source", "javascript:alert(1)"),
                Map.entry("alt", SCRIPT),
                Map.entry("properties", texts),
                Map.entry("values", List.of(Map.of("label", SCRIPT, "value", SCRIPT))),
                Map.entry("columns", List.of(Map.of("key", "k", "label", SCRIPT))),
                Map.entry("dataSource", "=[{k: \"" + SCRIPT + "\"}]"),
                Map.entry("expression", "=1"),
                Map.entry("components", List.of(Map.of("type", "text", "id", "t", "text", SCRIPT))),
                Map.entry("appearance", Map.of("prefixAdorner", SCRIPT)),
                Map.entry("defaultValue", SCRIPT));
    }

    @Test
    void showsATextThatIsOnlyReadWhole() {
        var form = house.form(
                field("textarea", "'key':'long','readonly':true"),
                field("textarea", "'key':'short','readonly':true"),
                field("textarea", "'key':'own'"));

        var page = house.page(house.forms.view(form, Map.of("long", "regel\n".repeat(10), "short", "Kort")));

        assertThat(page.select("textarea").eachAttr("rows")).containsExactly("10", "2", "6");
        assertThat(page.text()).doesNotContain("U kunt dit niet wijzigen");
    }

    @Test
    void keepsWhatWasTypedAfterAMistake() {
        var form = house.form(
                field("number", "'key':'n','label':'N'"),
                field("datetime", "'key':'d','subtype':'date'"),
                field("textarea", "'key':'t','validate':{'maxLength':3}"),
                field("radio", "'key':'r','defaultValue':'yes'," + ON_OFFER));

        var page = house.page(house.forms.view(form, house.judge(form, "n=veel", "d=morgen", "t=te lang", "r=no")));

        assertThat(page.expectFirst("#n").attr("value")).isEqualTo("veel");
        assertThat(page.expectFirst("#d").attr("value")).isEqualTo("morgen");
        assertThat(page.expectFirst("#d").attr("type")).isEqualTo("text");
        assertThat(page.expectFirst("#t").text()).isEqualTo("te lang");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("no");
    }

    @Test
    void emptyChoiceIsKeptAndDoesNotFallBackToTheDefault() {
        var form = house.form(field("checkbox", "'key':'a','defaultValue':true"), field("textfield", "'key':'b'"));

        assertThat(house.page(house.forms.view(form, Map.of())).select("input[checked]"))
                .hasSize(1);
        assertThat(house.page(house.forms.resume(form, Map.of(), Map.of("_shown", List.of("a"))))
                        .select("input[checked]"))
                .isEmpty();
    }

    @Test
    void summaryLinksToTheFields() {
        var form = house.form(field("textfield", "'key':'a','label':'Naam','validate':{'required':true}"));

        var summary = house.render("summary", house.forms.view(form, house.judge(form, "a=")));

        assertThat(summary.select("a[href=#a]").text()).isEqualTo("Naam: Vul dit in.");
        assertThat(summary.text()).contains("Verbeter dit antwoord");
        assertThat(house.render("summary", house.forms.view(form, Map.of())).select("[role=alert]"))
                .isEmpty();
    }

    @Test
    void summaryReadsWellAfterAQuestionAndSaysWhichRow() {
        var form = house.form(
                "{'type':'dynamiclist','id':'l','path':'members','label':'Leden','properties':{'item':'Lid'},'components':["
                        + field("textfield", "'key':'name','label':'Wie?','validate':{'required':true}") + "]}");

        var summary = house.render(
                "summary",
                house.forms.view(form, house.judge(form, "_rows.members=2", "members[0].name=An", "members[1].name=")));

        assertThat(summary.select("a").eachText()).containsExactly("Lid 2, Wie? Vul dit in.");
    }

    /** The way back after a button inside the form. */
    @Test
    void goesOnAtTheRowThatCameOrWent() {
        var form = house.form("{'type':'dynamiclist','id':'l','path':'members','label':'Leden','components':["
                + field("radio", "'key':'kind','label':'Soort','values':[{'label':'A','value':'a'}]") + ","
                + field("textfield", "'key':'name','label':'Naam'") + "]}");
        var two = house.forms.view(form, Map.of("members", List.of(Map.of(), Map.of())));
        var none = house.forms.view(form, Map.of("members", List.of()));

        assertThat(Spot.of(two, sent("_add=members")).on("")).isEqualTo("?rij=erbij#members%5B1%5D.kind");
        assertThat(Spot.of(two, sent("_remove=members[0]")).on("")).isEqualTo("?rij=weg#members%5B0%5D.kind");
        assertThat(Spot.of(two, sent("_remove=members[2]")).on("")).isEqualTo("?rij=weg#members%5B1%5D.kind");
        assertThat(Spot.of(none, sent("_remove=members[0]")).on("")).isEqualTo("?rij=weg#members");
        assertThat(Spot.of(two, sent("_update=members[1].name")).on("")).isEqualTo("#members%5B1%5D.name");
        assertThat(Spot.of(two, sent("_take=now members")).on("")).isEqualTo("#members");
        assertThat(Spot.of(two, sent("_update=<script>")).on("")).isEmpty();
        assertThat(Spot.of(two, sent("_remove=x")).on("")).isEmpty();
    }

    @Test
    void addsAndRemovesRowsWithoutScript() {
        var form = house.form(
                "{'type':'dynamiclist','id':'l','path':'members','label':'Leden','properties':{'item':'Lid'},'components':["
                        + field("textfield", "'key':'name','label':'Naam'") + ","
                        + field("checkbox", "'key':'chair','label':'C'") + "]}");
        var typed = new String[] {
            "_rows.members=2",
            "members[0].name=An",
            "members[1].name=Bo",
            "members[1].chair=true",
            "_shown=members[1].chair"
        };

        var first = house.page(house.forms.view(form, Map.of()));
        var more = house.page(
                house.forms.rework(form, Map.of(), with(typed, "_add=members")).orElseThrow());
        var less = house.page(house.forms
                .rework(form, Map.of(), with(typed, "_remove=members[0]"))
                .orElseThrow());

        assertThat(first.select(".row-box")).hasSize(1);
        assertThat(first.select("button[name=_add]").text()).isEqualTo("Voeg toe: Lid");
        assertThat(first.select(".row-box legend").text()).isEqualTo("Lid 1");
        assertThat(more.select(".row-box input[type=text]").eachAttr("value")).containsExactly("An", "Bo", "");
        assertThat(more.select("input[name='_rows.members']").attr("value")).isEqualTo("3");
        assertThat(less.select(".row-box input[type=text]").eachAttr("value")).containsExactly("Bo");
        assertThat(less.select("input[checked]").attr("name")).isEqualTo("members[0].chair");
        assertThat(less.select("[aria-invalid]")).isEmpty();
        assertThat(house.forms.rework(form, Map.of(), sent(typed))).isEmpty();
    }

    @Test
    void showsTheQuestionsThatBelongToAnAnswerWithoutScript() {
        var form = house.form(
                field("radio", "'key':'d','label':'D'," + ON_OFFER),
                field("textfield", "'key':'why','label':'Why','conditional':{'hide':'=d != #no#'}")
                        .replace("#", "\\\""));

        var first = house.page(house.forms.view(form, Map.of()));
        var then = house.page(
                house.forms.rework(form, Map.of(), sent("d=no", "_update=d")).orElseThrow());

        assertThat(first.select("#why")).isEmpty();
        assertThat(first.select("fieldset button[name=_update]")).hasSize(1);
        assertThat(then.select("#why")).hasSize(1);
    }

    private static org.springframework.util.LinkedMultiValueMap<String, String> with(String[] typed, String button) {
        var all = sent(typed);
        var at = button.indexOf('=');
        all.add(button.substring(0, at), button.substring(at + 1));
        return all;
    }

    private static String described(Document page, Element control) {
        var texts = new StringBuilder();
        for (var id : control.attr("aria-describedby").split(" ")) {
            texts.append(page.expectFirst("[id='" + id + "']").text()).append('\n');
        }
        return texts.toString();
    }
}
