package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;
import static org.samenspraak.forms.FormsHouse.sent;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form shows that is no question, and how a sent form reads. */
class FormShownTest {
    private static final String ON_OFFER =
            "'values':[{'label':'Ja','value':'yes','label_en':'Yes'},{'label':'Nee','value':'no'}]";

    private final FormsHouse house = new FormsHouse();

    @Test
    void putsFieldsInColumns() {
        var form = house.form(
                field("textfield", "'key':'a','layout':{'row':'r1','columns':null}"),
                field("textfield", "'key':'b','layout':{'row':'r1','columns':10}"),
                field("textfield", "'key':'c','layout':{'row':'r2','columns':null}"));

        var page = house.page(house.forms.view(form, Map.of()));

        assertThat(page.select(".cols > .col-6 #a")).hasSize(1);
        assertThat(page.select(".cols > .col-10 #b")).hasSize(1);
        assertThat(page.select(".cols #c")).isEmpty();
    }

    @Test
    void groupsHaveOutlineAndAlignment() {
        var group = "{'type':'group','id':'%s','label':'%s'%s,'components':["
                + field("textfield", "'key':'%s','layout':{'row':'r','columns':2}") + "]}";
        var form = house.form(
                group.formatted("g", "G", ",'showOutline':true,'verticalAlignment':'end'", "a"),
                group.formatted("h", "", "", "b"),
                field("spacer", "'height':90"));

        var page = house.page(house.forms.view(form, Map.of()));

        assertThat(page.select("fieldset.row-box > legend").text()).isEqualTo("G");
        assertThat(page.select(".row-box > .cols--end > .col-2 #a")).hasSize(1);
        assertThat(page.select("fieldset[role=presentation]:not(.row-box) > .cols #b"))
                .hasSize(1);
        assertThat(page.select(".spacer--large")).hasSize(1);
    }

    @Test
    void fillsInPartsOfATextByCondition() {
        var form = house.form(field("text", "'text':'{{#if n > 1}}Velen{{/if}}:{{#loop names}} {{this}}{{/loop}}'"));
        var data = Map.<String, Object>of("n", 2, "names", List.of("An", "<b>Bo</b>"));

        assertThat(house.page(house.forms.view(form, data)).text()).isEqualTo("Verstuur Velen: An <b>Bo</b>");
        assertThat(house.page(house.forms.view(form, Map.of())).text()).isEqualTo("Verstuur :");
    }

    @Test
    void loopsOfLoopsEnd() {
        var many = java.util.Collections.nCopies(1_000, 1);
        var form = house.form(field(
                "text", "'text':'{{#loop a}}{{#loop parent.a}}{{#loop parent.parent.a}}x{{/loop}}{{/loop}}{{/loop}}'"));

        assertThat(house.page(house.forms.view(form, Map.of("a", many))).text().length())
                .isLessThan(10_000);
    }

    @Test
    void showsTextTablePictureAndSafeHtml() {
        var form = house.form(
                field("text", "'text':'# Kop\\n\\n**{{name}}** [site](https://example.org)'"),
                field("html", "'content':'<p>Dag {{name}}</p>'"),
                field("table", "'label':'Leden','dataSource':'=members','columns':[{'key':'n','label':'Naam'}]"),
                field("image", "'source':'/assets/kaart.png','alt':'Kaart'"),
                field("image", "'source':'https://elsewhere.org/x.png','alt':'Elsewhere'"));
        var data = Map.<String, Object>of("name", "**An** <b>", "members", List.of(Map.of("n", "Bo")));

        var page = house.page(house.forms.view(form, data));

        assertThat(page.expectFirst("h2").text()).isEqualTo("Kop");
        assertThat(page.expectFirst("strong").text()).isEqualTo("**An** <b>");
        assertThat(page.select("a[href=https://example.org]")).hasSize(1);
        assertThat(page.select("p").eachText()).contains("Dag **An** <b>");
        assertThat(page.select("td").attr("data-label")).isEqualTo("Naam");
        assertThat(page.select("td").text()).isEqualTo("Bo");
        assertThat(page.select("img").eachAttr("src")).containsExactly("/assets/kaart.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/x", "//evil.example/x", "/\\evil.example/x", "/\t/evil.example/x", "x.png"
            })
    void picturesAreOfThisSite(String elsewhere) {
        var form = house.form(field("image", "'source':'=source','alt':'i'"));

        assertThat(house.page(house.forms.view(form, Map.of("source", elsewhere)))
                        .select("img"))
                .isEmpty();
        assertThat(SafeHtml.of("<img src='" + elsewhere + "' alt='h'>"))
                .doesNotContain("src=\"//", "src=\"http", "src=\"x");
        assertThat(SafeHtml.ofMarkdown("![m](" + elsewhere.replace("\t", "%09") + ")"))
                .doesNotContain("src=\"//", "src=\"http", "src=\"x");
        assertThat(SafeHtml.ofMarkdown("![m](/assets/x.png)")).contains("src=\"/assets/x.png\" alt=\"m\"");
    }

    @Test
    void fixedAnswerThatIsNoLongerOnOfferIsShown() {
        var form = house.form(
                field("select", "'key':'s','readonly':true," + ON_OFFER),
                field("checklist", "'key':'c','readonly':true," + ON_OFFER));

        var page = house.page(house.forms.view(form, Map.of("s", "gone", "c", List.of("yes", "gone"))));

        assertThat(page.expectFirst("option[selected]").text()).isEqualTo("gone");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("yes", "gone");
    }

    @Test
    void fixedFieldsCanBeReadButNotChanged() {
        var form = house.form(
                field("textfield", "'key':'a','readonly':true"),
                field("radio", "'key':'b','disabled':true," + ON_OFFER));

        var page = house.page(house.forms.view(form, Map.of("a", "x", "b", "yes")));

        assertThat(page.expectFirst("#a").hasAttr("readonly")).isTrue();
        assertThat(page.select("input[type=radio][disabled]")).hasSize(2);
        assertThat(page.select("input[name=_shown]")).isEmpty();
    }

    @Test
    void sentFormIsReadInWords() {
        var form = house.form(
                field("textfield", "'key':'name','label':'Naam'"),
                field("number", "'key':'cost','label':'Bedrag','properties':{'format':'money'}"),
                field("datetime", "'key':'day','label':'Dag','subtype':'date'"),
                field("checkbox", "'key':'sure','label':'Zeker'"),
                field("checklist", "'key':'many','label':'Keuzes'," + ON_OFFER),
                field("select", "'key':'area','label':'Gebied','valuesKey':'areas'"),
                field("filepicker", "'key':'files','label':'Bestanden'"),
                field("textfield", "'key':'none','label':'Leeg'"));
        var answers = new Answers(Map.of(
                "name",
                "An",
                "cost",
                new java.math.BigDecimal("1250.50"),
                "day",
                "2026-09-14",
                "sure",
                true,
                "many",
                List.of("yes", "no"),
                "area",
                "a2",
                "files",
                List.of(Map.of("name", "x.pdf", "id", "1"))));

        var page = house.render("sent", house.forms.sent(form, answers, true));

        assertThat(page.select("dt").eachText())
                .containsExactly("Naam", "Bedrag", "Dag", "Zeker", "Keuzes", "Gebied", "Bestanden", "Leeg");
        assertThat(page.select("dd").eachText())
                .containsExactly(
                        "An", "€ 1.250,50", "14 september 2026", "Ja", "Ja, Nee", "Kermt", "x.pdf", "Niet ingevuld");
        assertThat(page.select("input, button")).isEmpty();
    }

    @Test
    void readsInEnglish() {
        house.in("en");
        var form = house.form(
                field("radio", "'key':'a','label':'Vraag','properties':{'label_en':'Question'}," + ON_OFFER),
                field("table", "'columns':[{'key':'y','label':'Jaar','label_en':'Year'},{'key':'m','label':'Bedrag'}]"),
                field("filepicker", "'key':'f'"),
                field("filepicker", "'key':'g','multiple':true"));

        var page = house.page(house.forms.view(form, Map.of()));

        assertThat(page.select("legend").text()).isEqualTo("Question");
        assertThat(page.select(".choice").eachText()).containsExactly("Yes", "Nee");
        assertThat(page.select("th").eachText()).containsExactly("Year", "Bedrag");
        assertThat(page.select(".minor").eachText())
                .contains("One file of at most 10 MB.", "At most 10 files, each of at most 10 MB.");
    }

    @Test
    void draftOutlivesANewFormByItsKeys() {
        var before = house.form(field("textfield", "'key':'a'"), field("textfield", "'key':'gone'"));
        var after = house.form(field("textarea", "'key':'a'"), field("textfield", "'key':'new'"));

        var page = house.page(house.forms.resume(
                after,
                Map.of(),
                Typed.of(before, sent("a=x", "gone=y", "other=z")).asMap()));

        assertThat(page.expectFirst("#a").text()).isEqualTo("x");
        assertThat(page.text()).doesNotContain("y", "z");
    }
}
