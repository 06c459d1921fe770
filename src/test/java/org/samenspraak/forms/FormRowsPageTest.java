package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;
import static org.samenspraak.forms.FormsHouse.sent;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** Rows of a list that are moved, and rows that come out of a text. */
class FormRowsPageTest {

    private static final String ON_OFFER =
            "'values':[{'label':'Ja','value':'yes','label_en':'Yes'},{'label':'Nee','value':'no'}]";

    private final FormsHouse house = new FormsHouse();

    @Test
    void movesRowsWithoutScript() {
        var form = house.form(
                "{'type':'dynamiclist','id':'l','path':'points','label':'Punten','properties':{'item':'Punt','order':'yes'},'components':["
                        + field("textfield", "'key':'text','label':'Punt'") + ","
                        + field("checkbox", "'key':'sure','label':'Z'") + "]}");
        var typed = new String[] {
            "_rows.points=3",
            "_ids.points=0 rb rc",
            "points[0].text=A",
            "points[1].text=B",
            "points[2].text=C",
            "points[2].sure=true",
            "_shown=points[2].sure"
        };

        var up = house.page(rework(form, with(typed, "_up=points[2]")));
        var down = house.page(rework(form, with(typed, "_down=points[0]")));

        assertThat(up.select("input[type=text]").eachAttr("value")).containsExactly("A", "C", "B");
        assertThat(up.select("input[checked]").attr("name")).isEqualTo("points[1].sure");
        assertThat(up.select("[name='_ids.points']").attr("value")).isEqualTo("0 rc rb");
        assertThat(down.select("input[type=text]").eachAttr("value")).containsExactly("B", "A", "C");
        assertThat(down.select("[name=_up]").eachAttr("value")).containsExactly("points[1]", "points[2]");
        assertThat(down.select("[name=_down]").eachText()).containsExactly("Punt 1 omlaag", "Punt 2 omlaag");
        for (var nowhere : List.of("_up=points[0]", "_down=points[2]", "_up=points[999]", "_down=zz", "_up=zz[0]")) {
            assertThat(house.page(rework(form, with(typed, nowhere)))
                            .select("input[type=text]")
                            .eachAttr("value"))
                    .containsExactly("A", "B", "C");
        }
        assertThat(Spot.of(rework(form, with(typed, "_up=points[2]")), sent("_up=points[2]"))
                        .on(""))
                .isEqualTo("?rij=verplaatst#points%5B1%5D.text");
    }

    @Test
    void takesRowsOverFromAText() {
        var form = house.form(
                "{'type':'dynamiclist','id':'l','path':'points','label':'Punten','properties':{'item':'Punt','paste':'text'},'components':["
                        + field("textarea", "'key':'text','label':'Punt'") + "]}");
        var typed = new String[] {
            "_rows.points=2", "points[0].text=A", "points[1].text=", "_pasted.points=1. Meer bomen\n2) Minder auto's"
        };

        var page = house.page(rework(form, with(typed, "_paste=points")));
        var waiting = house.judge(form, typed);

        assertThat(page.select(".row-box textarea[name^=points]").eachText())
                .containsExactly("A", "Meer bomen", "Minder auto's");
        assertThat(page.select("[name='_pasted.points']").text()).isEmpty();
        assertThat(waiting.errors()).extracting(Forms.FieldError::path).containsExactly("_pasted.points");
        assertThat(house.page(house.forms.view(form, waiting))
                        .select("details[open] [name='_pasted.points']")
                        .text())
                .contains("Meer bomen");
    }

    private FormView rework(Form form, LinkedMultiValueMap<String, String> sent) {
        return house.forms.rework(form, Map.of(), sent).orElseThrow();
    }

    /** Four hundred points fit on a page that a phone can load. */
    @Test
    void fourHundredRowsAreNoMegabytes() {
        var form = house.form(
                "{'type':'dynamiclist','id':'l','path':'points','label':'Punten','properties':{'item':'Punt','order':'yes','paste':'text'},'components':["
                        + field("textfield", "'key':'topic','label':'Onderwerp'") + ","
                        + field("textarea", "'key':'text','label':'Uw punt'") + ","
                        + field("select", "'key':'kind','label':'Soort'," + ON_OFFER) + ","
                        + field("textfield", "'key':'page','label':'Bladzijde'") + "]}");
        var rows = IntStream.range(0, 400)
                .<Object>mapToObj(it -> Map.of("topic", "Groen " + it, "text", "Meer bomen. ".repeat(20)))
                .toList();

        var page = house.html(house.forms.view(form, Map.of("points", rows)));

        assertThat(page.length()).isLessThan(1_000_000);
    }

    private static LinkedMultiValueMap<String, String> with(String[] typed, String button) {
        var sent = sent(typed);
        sent.putAll(sent(button));
        return sent;
    }
}
