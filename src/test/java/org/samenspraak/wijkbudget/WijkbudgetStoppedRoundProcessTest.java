package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An official stops a round, a project or an idea as a case: nobody loses it in silence, and no decision is gone around. */
class WijkbudgetStoppedRoundProcessTest extends ProjectScenario {

    private static final String WHY = "Er is geen geld meer.";
    private static final String CHAIR = "voorzitter@rabot.example";
    private static final Actor OFFICIAL = Actor.person(PersonId.create(), "Participatieambtenaar");

    @Autowired
    private VoteRows votes;

    @Autowired
    private RoundYears years;

    @Autowired
    private Memberships memberships;

    @Test
    void takesItsIdeasAndProjectsAlongAndSaysWhy() throws Exception {
        var project = project("Groen plein", "bank");

        refused("wijkbudget.refusal.round-withdrawn", () -> cases.stop(round, CaseStatus.WITHDRAWN, WHY, CLERK));
        var counted = years.of(OPENS.getYear()).rounds();
        cases.stop(round, CaseStatus.STOPPED, WHY, CLERK);
        run();
        assertThat(years.of(OPENS.getYear()).rounds()).isEqualTo(counted - 1);

        var all = projects.ideas(projects.get(project).id()).stream()
                .map(this::status)
                .toList();
        assertThat(all).containsOnly(CaseStatus.STOPPED);
        assertThat(status(project)).isEqualTo(CaseStatus.STOPPED);
        assertThat(subjects())
                .contains("Het wijkbudget stopt")
                .noneMatch(one -> one.startsWith("Het project van uw idee"));
        var idea = projects.ideas(projects.get(project).id()).get(0);
        mvc.perform(get("/publiek/wijkbudget/" + view(round).number() + "/ideeen/"
                        + view(idea).number()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Deze ronde is gestopt op"),
                                containsString("<strong>De ronde is gestopt</strong>"),
                                not(containsString("In een project")))));
        mvc.perform(get("/publiek/wijkbudget/" + view(round).number()))
                .andExpect(content().string(containsString(WHY)));
    }

    @Test
    void closesItsVoteAtOnceButNobodyTakesOneProjectOffABallot() throws Exception {
        var project = feasible("Groen plein");
        goTo(begins(Phase.CHOICE));
        refused("wijkbudget.refusal.project-on-ballot", () -> cases.stop(project, CaseStatus.STOPPED, WHY, CLERK));
        assertThat(votes.find(round).orElseThrow().isOpen(clock.instant())).isTrue();

        cases.stop(round, CaseStatus.STOPPED, WHY, CLERK);

        assertThat(votes.find(round).orElseThrow().isOpen(clock.instant())).isFalse();
        assertThat(stands(project)).isEqualTo(BudgetProject.State.STOPPED);
        mvc.perform(get("/wijkbudget/" + view(round).number()).with(role("participation-office")))
                .andExpect(content().string(containsString(WHY)))
                .andExpect(content().string(not(containsString("Nu: Keuze"))))
                .andExpect(content().string(not(containsString("/fase/"))));
        mvc.perform(post("/wijkbudget/" + view(round).number() + "/fase/evaluation")
                        .param("ends", today().plusYears(3).toString())
                        .param("reason", "Wij willen meer tijd.")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(content().string(containsString("Deze ronde is gestopt of gesloten")));
    }

    @Test
    void tellsWhoHandedInIdeasThatOneProjectStops() throws Exception {
        var project = project("Groen plein", "bank");

        cases.stop(project, CaseStatus.STOPPED, "De school bouwt er zelf.", CLERK);

        assertThat(subjects()).anyMatch(one -> one.startsWith("Het project van uw idee"));
        assertThat(mail.receivedBy(PROPOSER))
                .extracting(Mails::text)
                .anyMatch(text -> text.replaceAll("\\s+", " ").contains("Dit is de reden: De school bouwt er zelf.")
                        && text.contains("Het participatiebureau besliste dit op")
                        && text.contains("klacht indienen"));
        var idea = projects.ideas(projects.get(project).id()).get(0);
        assertThat(ideas.isInProject(idea))
                .as("who has no other project is told so later")
                .isFalse();
    }

    @Test
    void refusesNoIdeaWithoutTheStepThatCanBeLookedAtAgain() throws Exception {
        var idea = received("bank");

        refused("wijkbudget.refusal.idea-stopped", () -> cases.stop(idea, CaseStatus.STOPPED, WHY, CLERK));
        assertThat(status(idea)).isEqualTo(CaseStatus.OPEN);
        refused(
                "wijkbudget.refusal.idea-not-yours",
                () -> cases.stop(idea, CaseStatus.WITHDRAWN, "De indiener belde.", OFFICIAL));
        mvc.perform(get("/zaken/" + view(idea).number() + "/stoppen").with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("De indiener trekt het zelf in"), not(containsString("name=\"as\"")))));
        assertThat(status(idea)).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void stopsByTheWordOfTwoAndADecisionAndTellsCollegeAndCouncils() throws Exception {
        project("Groen plein", "bank");
        var council = ExecutionScenario.council("Buurtcomité Rabot", councils, jdbc, poort, today());
        var chair = new NewMember(
                "Voorzitter", CHAIR, null, null, Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.add(council, chair, today(), CLERK);
        var one = person(PersonId.create(), "participation-office");
        var other = person(PersonId.create(), "participation-office");
        sends(422, "", one, "reason", " ");
        sends(302, "", one, "reason", "De subsidie valt weg.");
        sends(422, "/besluit", one, "decision", "2028-CBS-0007", "day", today().toString());
        sends(422, "/besluit", other, "decision", "", "day", today().toString());
        sends(
                422,
                "/besluit",
                other,
                "decision",
                "2028-CBS-0007",
                "day",
                today().plusDays(1).toString());
        sends(422, "/besluit", other, "decision", "2028-CBS-0007", "day", "2019-01-01");
        assertThat(status(round)).isEqualTo(CaseStatus.OPEN);
        sends(302, "/niet", one);
        sends(422, "/besluit", other, "decision", "2028-CBS-0007", "day", today().toString());
        sends(302, "", one, "reason", "De subsidie valt weg.");
        mvc.perform(get("/wijkbudget/" + view(round).number() + "/stoppen").with(other))
                .andExpect(content().string(allOf(containsString("en 1 project"), containsString("subsidie"))));

        colleague("schepen.stop", GroupId.of("college"));
        sends(302, "/besluit", other, "decision", "2028-CBS-0007", "day", today().toString());
        run();

        assertThat(status(round)).isEqualTo(CaseStatus.STOPPED);
        outbox.sendDue();
        assertThat(mail.receivedBy(PROPOSER))
                .extracting(Mails::text)
                .anyMatch(text -> text.contains("De subsidie valt weg.") && text.contains("2028-CBS-0007"));
        assertThat(mail.receivedBy("schepen.stop@stad.example"))
                .extracting(Mails::text)
                .anyMatch(text -> text.contains("De subsidie valt weg."));
        assertThat(jdbc.sql("select subject from correspondence_message where case_id = ? and recipient = ?")
                        .params(round.value(), CHAIR)
                        .query(String.class)
                        .list())
                .contains("Het wijkbudget stopt");
        mvc.perform(get("/publiek/wijkbudget/" + view(round).number()))
                .andExpect(content().string(allOf(containsString("2028-CBS-0007"), containsString("De subsidie"))));
        mvc.perform(post("/wijkbudget/" + view(round).number() + "/loting")
                        .with(other)
                        .with(csrf()))
                .andExpect(content().string(containsString("Er is niets meer te loten")));
    }

    private void sends(int status, String to, RequestPostProcessor by, String... fields) throws Exception {
        var request = post("/wijkbudget/" + view(round).number() + "/stoppen" + to);
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        mvc.perform(request.with(by).with(csrf()))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isEqualTo(status));
    }

    @Test
    void acceptsNoEndingThatTheFormOfTheCaseDoesNotOffer() throws Exception {
        var project = project("Groen plein", "bank");
        for (var one :
                List.of(project, projects.ideas(projects.get(project).id()).get(0), round)) {
            forge(one, "WITHDRAWN");
            forge(one, "CLOSED");
            assertThat(status(one)).isEqualTo(CaseStatus.OPEN);
        }
    }

    private void forge(CaseId of, String as) throws Exception {
        mvc.perform(post("/zaken/" + view(of).number() + "/stoppen")
                        .param("as", as)
                        .param("reason", WHY)
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isEqualTo(422))
                .andExpect(content().string(containsString("role=\"alert\"")));
    }

    @Test
    void keepsTheVersionOfItsRegulationForIdeasAndProjects() throws Exception {
        var ofRound = view(round).regulation();
        var newer = version(ofRound, Map.of("vote.most", "4"));
        assertThat(regulations.inForce(Idea.TRAJECTORY, today())).isEqualTo(newer);

        var project = project("Groen plein", "bank");

        assertThat(view(project).regulation()).isEqualTo(ofRound);
        assertThat(projects.ideas(projects.get(project).id()).stream()
                        .map(one -> view(one).regulation())
                        .toList())
                .containsExactly(ofRound);
    }

    private CaseStatus status(CaseId id) {
        return view(id).status();
    }
}
