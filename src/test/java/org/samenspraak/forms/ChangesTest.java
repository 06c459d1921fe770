package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is different between two sendings of one form. */
class ChangesTest {

    private static final String MEMBERS =
            "{'type':'group','id':'g','label':'De raad','components':[{'type':'dynamiclist','id':'l','path':'members','label':'Leden',"
                    + "'properties':{'item':'Lid','item_en':'Member'},'components':["
                    + "{'type':'textfield','id':'n','key':'name','label':'Naam','properties':{'label_en':'Name'}},"
                    + "{'type':'textfield','id':'m','key':'mail','label':'E-mail','properties':{'personal':'contact'}}]}]}";

    private final FormsHouse house = new FormsHouse();

    @Test
    void tellsOnlyWhatIsAnsweredOtherwiseInWords() {
        var form = house.form(
                field("textfield", "'key':'same','label':'Gelijk'"),
                field("number", "'key':'cost','label':'Bedrag','properties':{'format':'money'}"),
                field("select", "'key':'area','label':'Gebied','valuesKey':'areas'"),
                field("checkbox", "'key':'sure','label':'Zeker'"),
                field("textfield", "'key':'note','label':'Nota'"));

        assertThat(changes(
                        sent(form, Map.of("same", "x", "cost", 5, "area", "a1", "note", "weg")),
                        sent(form, Map.of("same", "x", "cost", new BigDecimal("1250.50"), "area", "a2", "sure", true))))
                .containsExactly(
                        asked("", "Bedrag", "€ 5,00", "€ 1.250,50"),
                        asked("", "Gebied", "Runkst", "Kermt"),
                        asked("", "Zeker", "Nee", "Ja"),
                        asked("", "Nota", "weg", ""));
    }

    @Test
    void comparesRowsByTheirPlace() {
        var form = house.form(MEMBERS);
        var two = sent(
                form,
                Map.of("members", List.of(Map.of("name", "An"), Map.of("name", "Bo", "mail", "bo@raad.example"))));
        var one = sent(form, Map.of("members", List.of(Map.of("name", "Ann"))));

        assertThat(changes(two, one))
                .containsExactly(
                        asked("De raad · Lid 1", "Naam", "An", "Ann"),
                        new Change("De raad", "Lid 2", "Naam: Bo\nE-mail: bo@raad.example", null, true));
        house.in("en");
        assertThat(changes(one, two))
                .containsExactly(
                        asked("De raad · Member 1", "Name", "Ann", "An"),
                        new Change("De raad", "Member 2", null, "Name: Bo\nE-mail: bo@raad.example", true));
    }

    @Test
    void knowsARowThatMovedByItsAnswers() {
        var form = house.form(MEMBERS);
        var before = sent(form, Map.of("members", List.of(member("An"), member("Bo"), member("Cis"), member("Dé"))));
        var after = sent(
                form,
                Map.of(
                        "members",
                        List.of(member("Cis"), Map.of("name", "Dé", "mail", "nieuw@raad.example"), member("Eef"))));

        assertThat(changes(before, after))
                .containsExactlyInAnyOrder(
                        new Change("De raad", "Lid 1", "Naam: An\nE-mail: An@raad.example", null, true),
                        new Change("De raad", "Lid 2", "Naam: Bo\nE-mail: Bo@raad.example", null, true),
                        asked("De raad · Lid 2", "E-mail", "Dé@raad.example", "nieuw@raad.example"),
                        new Change("De raad", "Lid 3", null, "Naam: Eef\nE-mail: Eef@raad.example", true));
    }

    private static Map<String, Object> member(String name) {
        return Map.of("name", name, "mail", name + "@raad.example");
    }

    @Test
    void comparesAlsoWhenTheFormWasChangedInBetween() {
        var before = house.form(
                field("radio", "'key':'way','label':'Hoe','values':[{'label':'Ja','value':'yes'}]"),
                field("textfield", "'key':'gone','label':'Weg'"),
                field("textfield", "'key':'count','label':'Aantal'"));
        var after = house.form(
                field("textfield", "'key':'new','label':'Nieuw'"),
                field("radio", "'key':'way','label':'Hoe dan','values':[{'label':'Graag','value':'yes'}]"),
                field("number", "'key':'count','label':'Hoeveel'"),
                MEMBERS);

        assertThat(changes(
                        sent(before, Map.of("way", "yes", "gone", "x", "count", "3")),
                        sent(after, Map.of("way", "yes", "count", 3, "members", List.of(Map.of("name", "An"))))))
                .containsExactly(
                        asked("", "Nieuw", null, ""),
                        asked("", "Weg", "x", null),
                        new Change("De raad", "Lid 1", null, "Naam: An", true));
    }

    @Test
    void leavesOutWhatAConditionHides() {
        var form = house.form(
                field("checkbox", "'key':'money','label':'Geld'"),
                field("textfield", "'key':'iban','label':'Rekening','conditional':{'hide':'=money != true'}"));

        assertThat(changes(sent(form, Map.of()), sent(form, Map.of()))).isEmpty();
        assertThat(changes(sent(form, Map.of("money", true, "iban", "BE1")), sent(form, Map.of())))
                .containsExactly(asked("", "Geld", "Ja", "Nee"), asked("", "Rekening", "BE1", null));
    }

    @Test
    void comparesFilesByName() {
        var form = house.form(field("filepicker", "'key':'files','label':'Bijlagen'"));

        assertThat(changes(file(form, "1", "a.pdf"), file(form, "2", "a.pdf"))).isEmpty();
        assertThat(changes(file(form, "1", "a.pdf"), file(form, "1", "b.pdf")))
                .containsExactly(asked("", "Bijlagen", "a.pdf", "b.pdf"));
    }

    @Test
    void keepsAddressesFromWhoHasNoNeedOfThem() {
        var form = house.form(
                MEMBERS,
                "{'type':'group','id':'c','path':'contact','label':'Contact','properties':{'personal':'contact'},'components':["
                        + "{'type':'textfield','id':'p','key':'phone','label':'Telefoon'}]}");
        var before = sent(form, Map.of("members", List.of(Map.of("name", "An", "mail", "an@oud.example"))));
        var after = sent(
                form,
                Map.of(
                        "members",
                        List.of(Map.of("name", "An", "mail", "an@nieuw.example"), Map.of("mail", "bo@raad.example")),
                        "contact",
                        Map.of("phone", "0470")));
        var kept = "Alleen te zien voor wie met de raad werkt";

        assertThat(house.forms.changes(before, after, false))
                .containsExactly(
                        asked("De raad · Lid 1", "E-mail", kept, kept),
                        new Change("De raad", "Lid 2", null, "E-mail: " + kept, true),
                        asked("Contact", "Telefoon", kept, kept));
    }

    private List<Change> changes(Submissions.Sent earlier, Submissions.Sent later) {
        return house.forms.changes(earlier, later, true);
    }

    private static Submissions.Sent sent(Form form, Map<String, Object> answers) {
        var row = new Submissions.Row(
                1, UUID.randomUUID(), form.id(), "", 1, null, Instant.EPOCH, "", null, false, null, null);
        return new Submissions.Sent(row, form, new Answers(answers));
    }

    private static Submissions.Sent file(Form form, String id, String name) {
        return sent(form, Map.of("files", List.of(Map.of("id", id, "name", name))));
    }

    private static Change asked(String where, String label, @Nullable String before, @Nullable String after) {
        return new Change(where, label, before, after, false);
    }
}
