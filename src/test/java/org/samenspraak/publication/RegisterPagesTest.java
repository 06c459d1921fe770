package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.EnumSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.council.PublicContacts;
import org.samenspraak.council.PublicContacts.Agreed;
import org.samenspraak.council.Standing;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class RegisterPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private PublicContacts contacts;

    @Autowired
    private Areas areas;

    private AreaId area = AreaId.create();
    private CouncilId recognised = CouncilId.create();
    private CouncilId candidate = CouncilId.create();
    private CouncilId expired = CouncilId.create();

    @BeforeEach
    void fill() {
        area = areas.add("Runkst van de test", null, OFFICE);
        recognised = inRegister("=Wijkraad, \"Runkst\"");
        candidate = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Aanvraag", area, OFFICE);
        expired = inRegister("Wijkraad Vroeger");
        councils.end(expired, Standing.EXPIRED, TODAY, "Jan Maes stopte ermee", null, OFFICE);
        memberships.add(recognised, named("An Claes"), TODAY, OFFICE);
    }

    private static NewMember named(String name) {
        return new NewMember(
                name, "an@claes.example", null, "Dorp 1", EnumSet.of(Function.CHAIR), true, true, false, Sex.WOMAN);
    }

    @Test
    void showsEverybodyWhatIsInTheRegisterAndWhatWas() throws Exception {
        mvc.perform(get("/publiek")).andExpect(content().string(containsString("/publiek/raden")));
        mvc.perform(get("/publiek/raden"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("max-age=60")))
                .andExpect(content().string(containsString("=Wijkraad, &quot;Runkst&quot;")))
                .andExpect(content().string(not(containsString("Wijkraad Aanvraag"))))
                .andExpect(content().string(not(containsString("Wijkraad Vroeger"))));
        mvc.perform(get("/publiek/raden?ended=true&q=vroe"))
                .andExpect(content().string(containsString("Wijkraad Vroeger")));
        mvc.perform(get("/publiek/raden?q=" + "a".repeat(3_000))).andExpect(status().isOk());
        mvc.perform(get("/publiek/raden?lang=en&q=runk"))
                .andExpect(content().string(containsString("Register of councils")));
    }

    @Test
    void showsACouncilWithoutAnyPerson() throws Exception {
        mvc.perform(get("/publiek/raden/" + recognised))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Besluit 2026-114")))
                .andExpect(content().string(not(containsString("Claes"))));
        mvc.perform(get("/publiek/raden/" + expired))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("afgelopen")))
                .andExpect(content().string(not(containsString("Jan Maes"))));
    }

    @Test
    void findsByKindAndAreaAndShowsTheAreasWithTheirCouncils() throws Exception {
        var within = areas.add("Straat in Runkst", area, OFFICE);
        var inner = councils.add(CouncilKind.BUURTCOMITE, "Buurtcomité Binnen", within, OFFICE);
        inscribe(inner);

        mvc.perform(get("/publiek/raden").param("kind", "BUURTCOMITE").param("area", area.toString()))
                .andExpect(content().string(containsString("Buurtcomité Binnen")))
                .andExpect(content().string(not(containsString("/publiek/raden/" + recognised))));
        mvc.perform(get("/publiek/raden").param("kind", "").param("area", within.toString()))
                .andExpect(content().string(containsString("Buurtcomité Binnen")))
                .andExpect(content().string(not(containsString("/publiek/raden/" + recognised))));
        mvc.perform(get("/publiek/gebieden"))
                .andExpect(content().string(containsString("Straat in Runkst")))
                .andExpect(content().string(containsString("/publiek/raden/" + inner)))
                .andExpect(content().string(containsString("/publiek/raden/" + recognised)))
                .andExpect(content().string(not(containsString(expired.toString()))));
    }

    @Test
    void showsOfAContactWhatThatPersonAgreedToAndNothingElse() throws Exception {
        var chair = memberships.contacts(recognised).get(0);
        var page = "/publiek/raden/" + recognised;

        contacts.agree(recognised, "", chair, new Agreed(false, true), OFFICE);
        mvc.perform(get(page))
                .andExpect(content().string(containsString("voorzitter")))
                .andExpect(content().string(containsString("an@claes.example")))
                .andExpect(content().string(not(containsString("An Claes"))));
        contacts.agree(recognised, "", chair, new Agreed(true, false), OFFICE);
        mvc.perform(get(page))
                .andExpect(content().string(containsString("An Claes")))
                .andExpect(content().string(not(containsString("an@claes.example"))));
        memberships.change(recognised, chair.id(), chair.version(), named("An Claes-Maes"), TODAY, OFFICE);
        mvc.perform(get(page)).andExpect(content().string(not(containsString("Claes"))));
    }

    @Test
    void explainsTheLevelAndSaysWhatItDidThisYear() throws Exception {
        mvc.perform(get("/publiek/raden/" + recognised))
                .andExpect(content().string(containsString("eerste aanspreekpunt")))
                .andExpect(content().string(containsString("Wat deze raad deed in 2026")));
        mvc.perform(get("/publiek/raden/" + expired))
                .andExpect(content().string(not(containsString("id=\"contact\""))));
    }

    @Test
    void tellsProgramsHowToReachItAndNotThatItWasFoundedWhenItWasRecognised() throws Exception {
        var page = "/publiek/raden/" + recognised;
        mvc.perform(get(page)).andExpect(content().string(not(containsString("contactPoint"))));

        contacts.agree(recognised, "", memberships.contacts(recognised).get(0), new Agreed(false, true), OFFICE);

        mvc.perform(get(page))
                .andExpect(content().string(containsString("\"contactType\":\"voorzitter\"")))
                .andExpect(content().string(containsString("\"email\":\"an@claes.example\"")))
                .andExpect(content().string(not(containsString("foundingDate"))));
    }

    @Test
    void isSharedAsItselfUnderOneAddress() throws Exception {
        var page = Jsoup.parse(mvc.perform(get("/publiek/raden/" + recognised + "?utm_source=x&lang=en"))
                .andReturn()
                .getResponse()
                .getContentAsString());

        var address = "/publiek/raden/" + recognised;
        assertThat(page.select("a[hreflang=nl]").attr("href")).isEqualTo(address + "?utm_source=x");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(address + "?lang=en");
        assertThat(page.select("link[hreflang]").eachAttr("hreflang")).containsExactly("nl", "en", "x-default");
        assertThat(page.select("link[hreflang=x-default]").attr("href")).endsWith(address);
        assertThat(page.select("meta[property=og:description]").attr("content"))
                .startsWith("neighbourhood council in Runkst van de test, recognised");
        mvc.perform(get(page.select("meta[property=og:image]").attr("content").replaceFirst("https?://[^/]+", "")))
                .andExpect(content().contentType("image/png"));
        mvc.perform(get("/favicon.ico")).andExpect(status().isOk());
    }

    @Test
    void hidesWhoNeverWasInTheRegister() throws Exception {
        mvc.perform(get("/publiek/raden/" + candidate)).andExpect(status().isNotFound());
        councils.end(candidate, Standing.REFUSED, TODAY, "Te weinig leden", null, OFFICE);
        mvc.perform(get("/publiek/raden/" + candidate)).andExpect(status().isNotFound());
    }

    @Test
    void givesTheDataWithoutFormulasAndWithoutPersons() throws Exception {
        mvc.perform(get("/publiek/raden.csv"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("raden.csv")))
                .andExpect(content().string(containsString("\"'=Wijkraad, \"\"Runkst\"\"\",\"wijkraad\"")))
                .andExpect(content().string(containsString("\"expired\"")))
                .andExpect(content().string(not(containsString("Claes"))))
                .andExpect(content().string(not(containsString("Aanvraag"))));
        mvc.perform(get("/publiek/raden.json"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("public")))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].name").value("=Wijkraad, \"Runkst\""))
                .andExpect(jsonPath("$[0].from").value("2026-09-14"))
                .andExpect(jsonPath("$[0].level").value("basis"))
                .andExpect(content().string(not(containsString("Claes"))));
    }

    private CouncilId inRegister(String name) {
        var id = councils.add(CouncilKind.WIJKRAAD, name, area, OFFICE);
        inscribe(id);
        return id;
    }

    private void inscribe(CouncilId id) {
        councils.inscribe(
                id,
                new Councils.Inscription(
                        true, TODAY, TODAY.plusYears(4), "basis", null, "2026-114", TODAY, CaseId.create()),
                OFFICE);
    }
}
