package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilAgreements;
import org.samenspraak.council.CouncilAgreements.Agreed;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Agreements where those who keep them look: a council at its own place, an official beside the work list. */
class OwnAgreementsPagesTest extends TalkScenario {

    private static final String PLACE = "/raad/afspraken";

    @Autowired
    private CouncilAgreements own;

    @Autowired
    private GrantWords words;

    @Autowired
    private ApplicationContext context;

    private Agreement flyers;
    private Agreement measured;
    private RequestPostProcessor an;

    @BeforeEach
    void aTalkWithAgreements() {
        reported();
        flyers = agreements.open(council, 10).get(0);
        measured = agreements.open(council, 10).get(1);
        an = SignedInAs.council(AN);
    }

    @Test
    void aCouncilSaysWhatItDid() throws Exception {
        mvc.perform(get("/raad").with(an))
                .andExpect(content().string(containsString("Flyers maken")))
                .andExpect(content().string(containsString("Snelheid meten")));
        mvc.perform(get(PLACE).with(an)).andExpect(content().string(containsString("Uw raad doet dit")));
        var page = PLACE + "/" + flyers.id();
        mvc.perform(post(page).param("version", "0").param("note", " ").with(an).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf hoe de afspraak is afgelopen")));

        mvc.perform(post(page)
                        .param("version", "0")
                        .param("note", "Vierhonderd bussen.")
                        .with(an)
                        .with(csrf()))
                .andExpect(redirectedUrl(PLACE));

        mvc.perform(get(PLACE).with(an)).andExpect(content().string(not(containsString("Flyers maken"))));
        mvc.perform(get(PLACE + "?gedaan=true").with(an)).andExpect(content().string(containsString("Flyers maken")));
        mvc.perform(get(page).with(an)).andExpect(content().string(containsString("Vierhonderd bussen.")));
        mvc.perform(post(page)
                        .param("version", "1")
                        .param("note", "Nog eens.")
                        .with(an)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/afspraken/" + flyers.id()).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("Vierhonderd bussen.")));
        assertThat(jdbc.sql("select actor_name from casefile_event where kind = 'grant.agreement-done'")
                        .query(String.class)
                        .single())
                .startsWith("An Peeters");
    }

    @Test
    void whatTheCityDoesAndWhatOthersAgreedIsNotTheirs() throws Exception {
        var page = PLACE + "/" + measured.id();
        mvc.perform(get(page).with(an))
                .andExpect(content().string(containsString("Snelheid meten")))
                .andExpect(content().string(not(containsString("Meld als gedaan"))));
        mvc.perform(post(page)
                        .param("version", "0")
                        .param("note", "Gedaan.")
                        .with(an)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        memberships.replace(
                council("Wijkraad Kermt"),
                List.of(person("Bo Jans", "bo@raad.example", Function.CHAIR)),
                today(),
                OFFICE);
        var bo = SignedInAs.council("bo@raad.example");
        mvc.perform(get(PLACE + "/" + flyers.id()).with(bo)).andExpect(status().isNotFound());
        mvc.perform(post(PLACE + "/" + flyers.id())
                        .param("version", "0")
                        .param("note", "Gedaan.")
                        .with(bo)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        memberships.add(council, person("Mo Aziz", "mo@raad.example", Function.TREASURER), today(), OFFICE);
        mvc.perform(post(PLACE + "/" + flyers.id())
                        .param("version", "0")
                        .param("note", "Gedaan.")
                        .with(SignedInAs.council("mo@raad.example"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(agreements.open(council, 10)).hasSize(2);
    }

    @Test
    void theListIsReadOnFromItsPlace() {
        var first = own.of(council, false, null, 1);
        assertThat(first).extracting(Agreed::what).containsExactly("Flyers maken");
        var second = own.of(council, false, first.get(0).place(), 1);
        assertThat(second).extracting(Agreed::what).containsExactly("Snelheid meten");
        assertThat(own.of(council, false, second.get(0).place(), 1)).isEmpty();
        assertThat(own.of(council, false, "geen plaats", 5)).hasSize(2);

        own.done(council, flyers.id(), 0, "Klaar.", member());
        goTo(LocalDate.of(2027, 6, 9));
        agreements.done(measured.id(), 0, today(), "Gemeten.", "mobiliteit");
        var done = own.of(council, true, null, 1);
        assertThat(done).extracting(Agreed::what).containsExactly("Snelheid meten");
        assertThat(own.of(council, true, done.get(0).place(), 5))
                .extracting(Agreed::what)
                .containsExactly("Flyers maken");
    }

    @Test
    void anOfficialSeesBesideTheWorkListWhatTheirGroupPromised() throws Exception {
        mvc.perform(get("/werk?view=groups").with(SignedInAs.role("department-mobility")))
                .andExpect(content().string(containsString("Snelheid meten")))
                .andExpect(content().string(containsString("/afspraken/" + measured.id())))
                .andExpect(content().string(not(containsString("Flyers maken"))));
        mvc.perform(get("/werk?view=groups").with(SignedInAs.role("department-green")))
                .andExpect(content().string(not(containsString("Snelheid meten"))));
    }

    /** A named official and the alderman see what they promised; so do the lists, the dossier and the form of next year. */
    @Test
    void oneOfficialOrTheAldermanKeepsAnAgreement() throws Exception {
        var manager = jdbc.sql("select id from identity_person where email = ?")
                .param(MANAGER)
                .query(UUID.class)
                .single();
        var asked =
                Map.of("whose", "person", "person", manager.toString(), "what", "Lokaal zoeken", "due", "2027-07-01");
        var board = Map.of("whose", "city", "group", "alderman", "what", "Minister schrijven", "due", "2027-07-02");
        var after = Map.of("whose", "person", "person", manager.toString(), "what", "Zaal huren", "due", "2027-07-03");
        var kermt = council("Wijkraad Kermt");
        council = kermt;
        memberships.replace(kermt, List.of(person("Bo Jans", AN, Function.CHAIR)), today(), OFFICE);
        var talk = planned("2027-06-08");
        goTo(LocalDate.of(2027, 6, 9));
        answer(talk, "Task_Report", report("2027-06-08", "agreements", List.of(asked, board, after)));

        var me = SignedInAs.person(new PersonId(manager), "area-manager@" + AreaId.create());
        mvc.perform(get("/werk?view=groups").with(me))
                .andExpect(content().string(containsString("Lokaal zoeken")))
                .andExpect(content().string(not(containsString("Voor iedereen van"))))
                .andExpect(content().string(not(containsString("Minister schrijven"))));
        mvc.perform(get("/werk?view=groups").with(SignedInAs.role("alderman")))
                .andExpect(content().string(containsString("Minister schrijven")))
                .andExpect(content().string(containsString("Wijkraad Kermt. Voor iedereen van: Schepen")))
                .andExpect(content().string(not(containsString("Lokaal zoeken"))));
        goTo(LocalDate.of(2027, 7, 5));
        mvc.perform(get("/afspraken?show=late").with(SignedInAs.role("auditor")))
                .andExpect(content().string(containsString("wijkmanager Runkst")))
                .andExpect(content().string(containsString("Schepen")));
        mvc.perform(get("/zaken/" + cases.get(talk).number()).with(SignedInAs.role("participation-office")))
                .andExpect(content().string(containsString("wijkmanager Runkst")));
        var open = agreements.open(kermt, 10);
        assertThat(open).extracting(words::owner).anyMatch(owner -> owner.startsWith("wijkmanager Runkst ("));
        assertThat(AgreementCare.mayChange(open.get(0), SignedInAs.load(context, new PersonId(manager))))
                .isTrue();
        mvc.perform(post("/afspraken/" + open.get(0).id() + "/gedaan")
                        .param("version", "0")
                        .param("note", "In de school.")
                        .with(SignedInAs.role("participation-office"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/afspraken/" + open.get(0).id() + "/gedaan")
                        .param("version", "0")
                        .param("note", "In de school.")
                        .with(me)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        // of who left, who looks after the council says that it is done
        jdbc.sql("update identity_person set active = false where id = ?")
                .param(manager)
                .update();
        var left = agreements.open(kermt, 10).stream()
                .filter(one -> one.what().equals("Zaal huren"))
                .findFirst()
                .orElseThrow();
        mvc.perform(post("/afspraken/" + left.id() + "/gedaan")
                        .param("version", "0")
                        .param("note", "De school is vrij.")
                        .with(SignedInAs.role("participation-office"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/afspraken/" + left.id()).with(SignedInAs.role("auditor")))
                .andExpect(content().string(containsString("De school is vrij.")));
    }
}
