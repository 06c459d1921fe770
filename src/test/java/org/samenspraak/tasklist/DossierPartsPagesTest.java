package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.StepLog;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Tasks;

/** Owner, linked cases, steps and the filters of the timeline. */
class DossierPartsPagesTest extends DossierScenario {

    @Test
    void namesWhoKeepsAnEyeOnTheCase() throws Exception {
        var colleague = people.add(
                new NewPerson(
                        "jan",
                        "Wijkmanager Runkst",
                        "jan@hasselt.example",
                        "",
                        "een lang wachtwoord",
                        Set.of(GroupId.parse("participation-office"))),
                Actor.SYSTEM);
        send("/dossierbeheerder", "owner", colleague.toString(), "version", String.valueOf(file.version()))
                .andExpect(redirectedUrl("/zaken/" + file.number()));

        assertThat(dossier(OFFICE)).contains("Dossierbeheerder is nu Wijkmanager Runkst");
        send("/dossierbeheerder", "owner", "", "version", String.valueOf(file.version()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Iemand anders veranderde deze zaak")));
        send("/dossierbeheerder", "owner", PersonId.create().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#owner\"")));
        assertThat(cases.get(file.id()).owner()).isEqualTo(colleague);
    }

    @Test
    void headsTheCaseWithItsOwnerTermAndRegulation() throws Exception {
        new LongDossier(context).fill(file, 1, 1, 2);

        assertThat(dossier(OFFICE))
                .contains(
                        "nog niemand",
                        "Volgende termijn",
                        "href=\"/beheer/reglementen/" + file.regulation().name());
        assertThat(dossier(role("process-designer"))).doesNotContain("/beheer/reglementen/", "/dossierbeheerder");
    }

    @Test
    void linksCasesInBothDossiersAndTakesTheLinkAway() throws Exception {
        send("/verbanden", "other", " " + other.number(), "kind", "FOLLOWS", "reason", "De klacht kwam na de aanvraag")
                .andExpect(redirectedUrl(url("/verbanden")));

        assertThat(dossier(OFFICE)).contains("vervolg op", other.number() + " Klacht over de zaal");
        mvc.perform(get("/zaken/" + other.number()).with(role("legal")))
                .andExpect(content()
                        .string(allOf(
                                containsString("gevolgd door"),
                                containsString(file.number() + " "),
                                containsString("Verbonden met zaak " + file.number()))));
        var link = links.page(file.id(), null, 1).get(0).id();
        send("/verbanden/" + link + "/weg", "why", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#why\"")));
        send("/verbanden/" + link + "/weg", "why", "Verkeerd nummer").andExpect(status().is3xxRedirection());
        send("/verbanden/" + link + "/weg", "why", "Nog eens")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("niet meer")));
        assertThat(links.page(other.id(), null, 1)).isEmpty();
    }

    @Test
    void refusesALinkThatMakesNoSense() throws Exception {
        links.link(other.id(), file.number(), CaseLinks.Kind.SAME_SUBJECT, "Zelfde zaal", Actor.SYSTEM);
        for (var wrong : Map.of(
                        file.number(),
                        "Dat is deze zaak zelf",
                        "2026-REC-9999",
                        "Er is geen zaak met het nummer 2026-REC-9999",
                        other.number(),
                        "is al verbonden")
                .entrySet()) {
            send("/verbanden", "other", wrong.getKey(), "kind", "FOLLOWS", "reason", "Daarom")
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(allOf(containsString(wrong.getValue()), containsString("Daarom"))));
        }
        send("/verbanden", "other", other.number(), "kind", "WITHDRAWAL", "reason", "Daarom")
                .andExpect(status().isUnprocessableEntity());
        send("/verbanden", "other", other.number(), "kind", "FOLLOWS").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void keepsALinkThatFollowsFromTheCases() throws Exception {
        links.tie(file.id(), other.id(), CaseLinks.Kind.RENEWAL);
        var link = links.page(file.id(), null, 1).get(0).id();

        assertThat(page("/verbanden", OFFICE)).contains("hernieuwing van").doesNotContain("/weg\"");
        send("/verbanden/" + link + "/weg", "why", "Weg ermee").andExpect(status().isUnprocessableEntity());
        assertThat(links.page(file.id(), null, 1)).hasSize(1);
    }

    @Test
    void offersAndTakesNothingOnceTheCaseEnded() throws Exception {
        links.link(other.id(), file.number(), CaseLinks.Kind.FOLLOWS, "Zelfde zaal", Actor.SYSTEM);
        cases.stop(file.id(), CaseStatus.STOPPED, "dubbel", Actor.SYSTEM);

        assertThat(dossier(OFFICE))
                .doesNotContain(
                        "/stoppen", "/verplaatsen", "/dossierbeheerder", "name=\"file\"", "Schrijf of verbeter");
        for (var page : new String[] {"/stoppen", "/verplaatsen", "/dossierbeheerder"}) {
            mvc.perform(get(url(page)).with(OFFICE)).andExpect(status().isNotFound());
        }
        send("/notities", "text", "Toch nog iets")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("al afgesloten"), containsString("Toch nog iets"))));
        send("/verbanden", "other", other.number(), "kind", "FOLLOWS", "reason", "x")
                .andExpect(status().isUnprocessableEntity());
        send("/stoppen", "as", "STOPPED", "reason", "Te laat gezien")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Te laat gezien")));
        assertThat(page("/verbanden", OFFICE)).doesNotContain("<textarea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"area-manager", "auditor", "process-designer"})
    void letsOnlyWhoWorksInItsAreaChangeADossier(String role) throws Exception {
        var me = role(role.equals("area-manager") ? "area-manager@" + AreaId.create() : role);

        for (var page : new String[] {"/notities", "/verbanden", "/dossierbeheerder"}) {
            mvc.perform(posting(page, "text", "x").with(me)).andExpect(status().isForbidden());
        }
        assertThat(dossier(me)).doesNotContain("Schrijf of verbeter", "/dossierbeheerder");
    }

    @Test
    void narrowsTheTimelineByKindPersonAndText() throws Exception {
        send("/notities", "text", "Over 100% van de leden");
        timeline.add(
                other.id(),
                "case.moved",
                Map.of("to", "Wijkraad Banneux"),
                "Verkeerde raad",
                Actor.resident("Juriste"));

        assertThat(page("/tijdlijn?kind=task", OFFICE))
                .contains("Taak klaargezet")
                .doesNotContain("Zaak geopend");
        assertThat(page("/tijdlijn?kind=case&kind=nonsense", OFFICE)).contains("Zaak geopend");
        assertThat(page("/tijdlijn?q=100%25", OFFICE)).contains("Over 100%").doesNotContain("Zaak geopend");
        assertThat(page("/tijdlijn?q=1_0", OFFICE)).contains("Niets in de tijdlijn past");
        mvc.perform(get(URI.create("/zaken/" + other.number() + "/tijdlijn?who=juri&q=banneux"))
                        .with(OFFICE))
                .andExpect(
                        content().string(allOf(containsString("Verkeerde raad"), not(containsString("Zaak geopend")))));
        for (var hostile : new String[] {"q=%27%5C%25", "who=" + "a".repeat(3_000), "before=9&kind=%27"}) {
            page("/tijdlijn?" + hostile, OFFICE);
        }
    }

    @Test
    void keepsItsFiltersOnTheNextPage() throws Exception {
        new LongDossier(context).fill(file, 200, 1, 1);

        assertThat(page("/tijdlijn?kind=task&kind=note&who=Wijk%26&q=", OFFICE)).contains("Niets in de tijdlijn");
        assertThat(page("/tijdlijn?kind=task&who=wijkmanager%20R&q=reden", OFFICE))
                .containsPattern("/tijdlijn\\?kind=task&amp;who=wijkmanager%20R&amp;q=reden&amp;before=\\d+");
    }

    @Test
    void saysWhoDidAStepAndWhomItWaitsForAlsoWithoutTheHistoryOfTheEngine() throws Exception {
        jdbc.sql("delete from act_hi_procinst").update();
        assertThat(context.getBean(StepLog.class).definition(file.id())).isPresent();

        assertThat(dossier(role("legal"))).contains("wacht op Participatiebureau");

        context.getBean(Tasks.class).complete(work.onlyTask(file), Map.of(), Actor.person(ME, "Juriste van de stad"));
        assertThat(dossier(role("legal")))
                .containsPattern("Alle stappen met hun datum(?s:(?!</ol>).)*Juriste van de stad");
    }
}
