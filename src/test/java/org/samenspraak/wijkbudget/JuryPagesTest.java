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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.voting.RecountRun;
import org.springframework.beans.factory.annotation.Autowired;

/** A mix of votes and a jury. */
class JuryPagesTest extends VoteScenario {

    @Autowired
    private JuryHistory past;

    @Override
    Map<String, String> regulation() {
        return Map.of(
                "choice.method",
                "mix",
                "choice.public-share",
                "70",
                "choice.criteria",
                "draagvlak:1",
                "choice.points",
                "10",
                "vote.most",
                "2",
                "count.rule",
                "greedy-skip");
    }

    @Test
    void hasNoPageWhereOnlyResidentsChoose() throws Exception {
        toChoice();
        jdbc.sql(
                        "update regulation_parameter set value = 'vote' where name = ? and version = ? and key = 'choice.method'")
                .params(
                        view(round).regulation().name(),
                        view(round).regulation().version())
                .update();
        var url = "/wijkbudget/" + number + "/jury";
        mvc.perform(get(url).with(role("participation-office"))).andExpect(status().isNotFound());
        mvc.perform(post(url).with(role("participation-office")).with(csrf()).param("label", "lid 1"))
                .andExpect(status().isNotFound());
        assertThat(scores.jurors(round)).isEmpty();
    }

    @Test
    void letsAMemberWithAnAccountKeepTheirOwnSheetAlone() throws Exception {
        toChoice();
        var url = "/wijkbudget/" + number + "/jury";
        var person = people.add(
                new NewPerson(
                        "lid-jury",
                        "lid van de jury",
                        "lid-jury@stad.example",
                        "",
                        "een lang wachtwoord hier",
                        Set.of(ProjectPages.COMMITTEE)),
                CLERK);
        mvc.perform(post(url)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("label", "lid 1")
                        .param("person", UUID.randomUUID().toString()))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post(url)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("label", "lid 1")
                        .param("person", person.value().toString()))
                .andExpect(redirectedUrl(url));
        var sheet = url + "/" + scores.jurors(round).get(0).id();

        mvc.perform(get(sheet).param("lang", "en").with(person(person, "committee-dialoogkamer")))
                .andExpect(content().string(containsString("<span lang=\"nl\">draagvlak</span>")));
        mvc.perform(post(sheet).with(role("participation-office")).with(csrf()).param("p-1-0", "2"))
                .andExpect(status().isForbidden());
        mvc.perform(post(sheet)
                        .with(role("committee-dialoogkamer"))
                        .with(csrf())
                        .param("p-1-0", "2"))
                .andExpect(status().isForbidden());
        mvc.perform(post(sheet)
                        .with(person(person, "committee-dialoogkamer"))
                        .with(csrf())
                        .param("p-1-0", "2"))
                .andExpect(redirectedUrl(url));

        mvc.perform(get(sheet).with(role("department-green"))).andExpect(status().isForbidden());
        mvc.perform(get(sheet).with(role("auditor"))).andExpect(status().isOk());
        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Vult zelf in: lid van de jury"), containsString("Ingevuld door"))));
        mvc.perform(post(sheet + "/weg").with(role("committee-dialoogkamer")).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(sheet)
                        .with(person(person, "committee-dialoogkamer"))
                        .with(csrf())
                        .param("p-1-0", "3"))
                .andExpect(redirectedUrl(url));
        assertThat(past.of(round)).as("no reason is asked").singleElement().satisfies(first -> assertThat(
                        first.points())
                .isEqualTo("1;draagvlak;2"));
        assertThat(scores.jurors(round).get(0).isUnconfirmed()).isFalse();
        mvc.perform(post(sheet + "/weg")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("gone", "Het lid is ziek."))
                .andExpect(redirectedUrl(url));
        assertThat(scores.jurors(round)).isEmpty();
    }

    @Test
    void weighsVotesAndScoresAndLeavesOutWhoHasAnInterest(@TempDir Path folder) throws Exception {
        toChoice();
        vote("een@wijk.example", poort, 1);
        var url = "/wijkbudget/" + number + "/jury";
        mvc.perform(post(url).with(role("participation-office")).with(csrf()).param("label", "lid 1"))
                .andExpect(redirectedUrl(url));
        mvc.perform(post(url).with(role("participation-office")).with(csrf()).param("label", "lid 1"))
                .andExpect(status().isUnprocessableEntity());
        var sheet = url + "/" + scores.jurors(round).get(0).id();
        mvc.perform(post(sheet).with(role("participation-office")).with(csrf()).param("p-1-0", "11"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"11\"")));
        pastChoice();
        refused("wijkbudget.jury.refusal.open", () -> counting.count(round, CLERK));
        mvc.perform(post(sheet).with(role("participation-office")).with(csrf()).param("p-1-0", "2"))
                .andExpect(redirectedUrl(url));
        mvc.perform(post(sheet + "/bevestigen")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("version", "1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("nog geen punten voor project 2, 3, 4.")));
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Telt nog niet mee: lid 1. Onvolledig: nog geen punten voor project 2"),
                                not(containsString("Project 1: 1 leden")))));
        mvc.perform(post(sheet)
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("why", "De achterkant was nog niet overgenomen.")
                        .param("p-1-0", "2")
                        .param("p-2-0", "8")
                        .param("c-3", "yes")
                        .param("p-4-0", "5"))
                .andExpect(redirectedUrl(url));
        mvc.perform(post(sheet + "/bevestigen")
                        .with(role("participation-office"))
                        .with(csrf())
                        .param("version", "2"))
                .andExpect(redirectedUrl(url));

        counting.count(round, CLERK);
        mvc.perform(post(sheet).with(role("participation-office")).with(csrf()).param("p-1-0", "10"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("liggen nu vast")));

        assertThat(counts.lines(round))
                .filteredOn(line -> line.area().equals(poort.value()))
                .extracting(CountRows.Line::number)
                .as("1: all votes and 2 of 10 points; 2: 8 of 10 points; 3: nothing")
                .containsExactly(1, 2, 3);
        assertThat(score(1)).isEqualTo("19/25");
        assertThat(score(2)).isEqualTo("6/25");
        assertThat(counts.lines(round))
                .filteredOn(line -> line.number() == 1)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.points()).isEqualByComparingTo("2");
                    assertThat(line.reason())
                            .as("what votes gave it, what points did, and both together")
                            .contains(
                                    "100,00% van alle stemmen van inwoners. Die wegen 70%: dat is 70,00%.",
                                    "20,00% van alle punten van jury of panel. Die wegen 30%: dat is 6,00%.",
                                    "Samen is dat 76,00%.");
                });
        for (var file : counts.files(round)) {
            var written = Files.write(folder.resolve("mix.pb"), file.file());
            assertThat(RecountRun.of(written)).isEqualTo(file.steps());
        }
        mvc.perform(get(url).with(role("auditor")))
                .andExpect(content()
                        .string(allOf(
                                containsString("Project 2: 1 leden"),
                                containsString("Project 3: lid 1 doet niet mee door een belang"))));
    }

    private String score(int project) {
        return jdbc.sql("select r.score from wijkbudget_result r join wijkbudget_project p on p.id = r.project"
                        + " where p.number = ?")
                .param(project)
                .query(String.class)
                .single();
    }

    @Test
    void showsHowManyVotedOnlyToWhoCountsUntilTheCountIsConfirmed() throws Exception {
        toChoice();
        for (var reader : List.of("committee-dialogue-room", "department-green")) {
            mvc.perform(get("/wijkbudget/" + number + "/tellen").with(role(reader)))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("U leest het als de telling"), not(containsString("Op papier")))));
        }
        mvc.perform(get("/wijkbudget/" + number + "/tellen").with(role("participation-office")))
                .andExpect(content().string(not(containsString("U leest het als de telling"))));
    }
}
