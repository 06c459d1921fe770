package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils.Inscription;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.Browser;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a council about itself: members, what it starts, its dossier. */
class CouncilPlacePagesTest extends PortalScenario {

    private static final String BO = "bo@raad.example";

    @Autowired
    private Mandates mandates;

    @BeforeEach
    void aCouncil() {
        askForView();
    }

    @Test
    void proposesAChangeOfAMemberAndFindsItInTheDossier() throws Exception {
        var an = signedIn(AN);
        var els = memberships.today(council).get(1);
        assertThat(an.get("/raad/leden").body()).contains("Els Maes", ELS);
        var url = "/raad/start/membership-change/change/" + els.id();
        var page = an.get(url + "?alles");
        assertThat(page.body())
                .contains("value=\"Els Maes\"", "value=\"" + ELS + "\"")
                .doesNotContain("Welke raad?");

        var sent = an.post(url, change(Browser.token(page)));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(Browser.location(sent)).isEqualTo("/raad/start");
        assertThat(an.get("/raad/start").body()).contains("2026-LED-0001");
        assertThat(an.get("/raad/dossier").body()).contains("2026-LED-0001", "Wijziging van leden");
        var one = an.get("/raad/dossier/2026-LED-0001").body();
        assertThat(one).contains("Wat uw raad stuurde", "An Peeters, voorzitter");
        var submission =
                jdbc.sql("select id from forms_submission").query(String.class).single();
        assertThat(an.get("/raad/dossier/2026-LED-0001/antwoorden/" + submission)
                        .body())
                .contains("nieuw@raad.example");
    }

    @Test
    void proposesANewMemberWithThatChosenAlready() throws Exception {
        var an = signedIn(AN);
        var add = "/raad/start/membership-change/add";
        assertThat(an.get("/raad/leden").body()).contains("href=\"" + add + "\"");
        var page = an.get(add + "?alles");
        assertThat(Jsoup.parse(page.body()).select("[name=what][checked]").eachAttr("value"))
                .containsExactly("add");

        var form = change(Browser.token(page));
        form.put("what", "add");
        form.put("name", "Mo Aziz");
        form.put("email", "mo@raad.example");
        var sent = an.post(add, form);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(an.get("/raad/dossier").body()).contains("2026-LED-0001");
        assertThat(an.get("/raad/start/membership-change/steal").statusCode()).isEqualTo(404);
        assertThat(an.get("/raad/start/membership-change/steal/" + council).statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensFormsWithContactDetailsForWhoSendsOnly() throws Exception {
        var member = memberships.add(council, person("Bo Jans", BO, Function.TREASURER), today(), OFFICE);
        var els = memberships.today(council).get(2).id();
        var bo = signedIn(BO);
        var token = Browser.token(bo.get("/raad"));
        assertThat(bo.get("/raad/leden").body())
                .contains("An Peeters, voorzitter")
                .doesNotContain("membership-change", ELS);

        for (var form : List.of(
                "membership-change",
                "membership-change/add",
                "membership-change/change/" + els,
                "membership-change/change/" + member,
                "membership-change/leave/" + els,
                "recognition")) {
            var url = "/raad/start/" + form;
            var page = bo.get(url + "?alles");
            assertThat(page.statusCode()).as(url).isEqualTo(403);
            assertThat(page.body())
                    .contains("Dit formulier is voor wie verstuurt", "An Peeters, voorzitter", "Els Maes, secretaris")
                    .doesNotContain(ELS, AN);
            assertThat(bo.post(url, change(token)).body()).contains("Dit formulier is voor wie verstuurt");
            assertThat(bo.post(url + "/concept", change(token)).statusCode()).isEqualTo(404);
        }
        assertThat(bo.get("/raad/start/unsolicited-advice").body()).contains("Versturen doet de voorzitter");

        mandates.choose(council, Set.of(member), OFFICE);

        assertThat(bo.get("/raad/start/membership-change/change/" + els + "?alles")
                        .body())
                .contains("value=\"" + ELS + "\"");
        assertThat(bo.get("/raad/leden").body()).contains("change/" + els, ELS);
    }

    @Test
    void appliesWithWhatTheRegisterKnowsForItselfOnly() throws Exception {
        councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", areas.add("Kuringen", null, OFFICE), OFFICE);
        var an = signedIn(AN);
        assertThat(an.get("/raad/start").body()).contains("href=\"/raad/start/recognition\"");
        var response = an.get("/raad/start/recognition?alles");
        var page = Jsoup.parse(response.body());
        assertThat(page.select("#name").val()).isEqualTo("Wijkraad Runkst");
        assertThat(page.select("#area option[selected]").text()).isEqualTo("Runkst");
        assertThat(page.select("[name$=.email]").eachAttr("value")).containsExactly(AN, ELS);
        assertThat(page.select("#contactName").val()).isEqualTo("An Peeters, voorzitter");
        assertThat(page.select("#contactMail").val()).isEqualTo(AN);

        var form = new HashMap<String, String>();
        page.expectForm("#form").formData().forEach(it -> form.put(it.key(), it.value()));
        form.keySet().removeIf(name -> name.startsWith("_remove") || name.startsWith("_add"));
        form.putAll(Map.of(
                "name", "Wijkraad Kuringen",
                "boundaries", "Tussen ring en spoor",
                "purpose", "Samen wonen",
                "receivesMoney", "no",
                "openToNewMembers", "yes"));
        var sent = an.post("/raad/start/recognition", form);

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var opened = cases.openOf("recognition", council).orElseThrow();
        assertThat(opened.title()).isEqualTo("Wijkraad Runkst");
        assertThat(opened.area()).isEqualTo(councils.get(council).area());
        assertThat(memberships.today(council)).hasSize(2);
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var an = signedIn(AN);
        var page = an.get("/raad/start/membership-change");
        var form = change(Browser.token(page));
        form.put("member", "Niemand Anders");

        var sent = an.post("/raad/start/membership-change", form);

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("geen lid met de naam Niemand Anders", "nieuw@raad.example");
        assertThat(an.get("/raad/start/membership-change?alles").body()).contains("nieuw@raad.example");
    }

    @Test
    void showsNothingOfAnotherCouncil() throws Exception {
        var other = councils.add(
                CouncilKind.WIJKRAAD, "Wijkraad Kuringen", councils.get(council).area(), OFFICE);
        memberships.add(other, person("Bo Jans", BO, Function.CHAIR), today(), OFFICE);
        var bo = signedIn(BO);
        var number = cases.get(caseId).number();
        var els = memberships.today(council).get(1);

        assertThat(bo.get("/raad/dossier").body()).doesNotContain(number).contains("nog geen zaken");
        assertThat(bo.get("/raad/dossier/" + number).statusCode()).isEqualTo(404);
        assertThat(bo.get("/raad/start/membership-change/change/" + els.id()).statusCode())
                .isEqualTo(404);
        assertThat(bo.get("/raad/leden").body()).doesNotContain("Els Maes");
        assertThat(bo.get("/raad/start/recognition-withdrawal").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAnInscriptionWithConditionsAndOneWithout() throws Exception {
        var an = signedIn(AN);
        inscribe(today().minusYears(1), null);
        assertThat(an.get("/raad/dossier").body())
                .contains("De stad erkent uw raad")
                .doesNotContain("Voorwaarden");

        inscribe(today(), "Elk jaar een open vergadering");

        assertThat(an.get("/raad/dossier").body()).contains("Voorwaarden", "Elk jaar een open vergadering");
    }

    private void inscribe(LocalDate from, @Nullable String conditions) {
        var decided = CaseId.create();
        councils.inscribe(
                council, new Inscription(true, from, null, null, conditions, "2026-1", from, decided), OFFICE);
    }

    @Test
    void showsTheYearsWithoutNotesOfColleagues() throws Exception {
        councils.note(council, "Moeilijk gesprek gehad", OFFICE);
        var an = signedIn(AN);

        assertThat(an.get("/raad/dossier/jaren").body())
                .contains("Zaak geopend", "An Peeters is lid vanaf")
                .doesNotContain("Moeilijk gesprek", "Notitie");
        assertThat(an.get("/raad/dossier/jaren?voor=x").statusCode()).isEqualTo(404);
    }

    private Map<String, String> change(String token) {
        return new HashMap<>(Map.of(
                "_csrf", token,
                "_council", council.toString(),
                "what", "change",
                "member", "Els Maes",
                "day", today().toString(),
                "name", "Els Maes",
                "email", "nieuw@raad.example",
                "membership", "voting",
                "politician", "no",
                "sex", "not-stated"));
    }
}
