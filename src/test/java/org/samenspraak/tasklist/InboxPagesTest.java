package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.SqlCount;

class InboxPagesTest extends InboxScenario {

    @Test
    void listsTheTasksOfMyGroupsNearestDateFirst() throws Exception {
        var file = work.openCase("Wijkraad Runkst vraagt erkenning", runkst);
        work.task("b", file, "Advies schrijven", "participation-office", NOW.plus(Duration.ofDays(5)));
        work.task("a", file, "Aanvraag nakijken", "participation-office", NOW.minus(Duration.ofDays(2)));
        work.task("c", file, "Betalen", "finance", NOW.plus(Duration.ofDays(1)));

        var page = mvc.perform(get("/werk").with(role("participation-office")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .containsSubsequence("Aanvraag nakijken", "2 dagen te laat", "Advies schrijven", "over 5 dagen")
                .doesNotContain("Betalen");
    }

    @Test
    void saysTheNameOfACouncilOnce() throws Exception {
        var council =
                context.getBean(Councils.class).add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", runkst, Actor.SYSTEM);
        work.task("a", work.openCase("Wijkraad Runkst", council, runkst), "Nakijken", "participation-office", NOW);

        mvc.perform(get("/werk").with(role("participation-office")))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).containsOnlyOnce("Wijkraad Runkst"));
    }

    @Test
    void showsAnAreaManagerOnlyTheirOwnAreas() throws Exception {
        work.task("a", work.openCase("In Runkst", runkst), "Kijk geven", "area-manager@" + runkst, NOW);
        work.task("b", work.openCase("In Kuringen", kuringen), "Kijk geven", "area-manager@" + kuringen, NOW);
        work.councilTask("c", work.openCase("Raad in Kuringen", kuringen), "Aanvraag aanvullen", NOW);

        mvc.perform(get("/werk").with(role("area-manager@" + runkst)))
                .andExpect(content().string(allOf(containsString("In Runkst"), not(containsString("In Kuringen")))));
        mvc.perform(get("/werk?view=council").with(role("area-manager@" + runkst)))
                .andExpect(content().string(not(containsString("Raad in Kuringen"))));
        mvc.perform(get("/werk?view=council").with(role("area-manager@" + kuringen)))
                .andExpect(content().string(containsString("Raad in Kuringen")));
        mvc.perform(get("/werk?view=council").with(role("finance")))
                .andExpect(content().string(not(containsString("Raad in Kuringen"))));
    }

    @Test
    void readsOnFromTheLastRowAlsoPastTasksWithoutADate() throws Exception {
        var file = work.openCase("Veel werk", runkst);
        for (int i = 0; i < 30; i++) {
            work.task(
                    "dated-%02d".formatted(i), file, "Taak %02d.".formatted(i), "legal", NOW.plus(Duration.ofHours(i)));
            work.task("undated-%02d".formatted(i), file, "Ooit %02d.".formatted(i), "legal", null);
        }

        var seen = new StringBuilder();
        var url = "/werk";
        for (int page = 0; page < 3; page++) {
            var html = mvc.perform(get(URI.create(url)).with(role("legal")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen.append(html);
            var more = html.indexOf("data-hx-get=\"") + "data-hx-get=\"".length();
            url = html.contains("data-hx-get")
                    ? html.substring(more, html.indexOf('"', more)).replace("&amp;", "&")
                    : "";
        }

        assertThat(url).isEmpty();
        assertThat(seen).containsSubsequence("Taak 00.", "Taak 24.", "Taak 25.", "Ooit 00.", "Ooit 29.");
        assertThat(seen.toString().split("data-row", -1)).hasSize(61);
    }

    @Test
    void takesATaskAndTellsTheSecond() throws Exception {
        var task = work.onlyTask(work.startTrial(runkst));

        mvc.perform(post("/werk/{task}/nemen", task).with(csrf()).with(person(ME, "participation-office")))
                .andExpect(redirectedUrl("/werk?view=groups"))
                .andExpect(flash().attribute("notice", "tasklist.inbox.claimed"));
        mvc.perform(post("/werk/{task}/nemen", task)
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("role=\"status\""), not(containsString("<html")))));
    }

    @Test
    void refusesToTakeAnotherGroupsTask() throws Exception {
        var task = work.onlyTask(work.startTrial(runkst));

        mvc.perform(post("/werk/{task}/nemen", task).with(csrf()).with(role("finance")))
                .andExpect(flash().attributeExists("results"));
        mvc.perform(post("/werk/{task}/nemen", task).with(csrf()).with(role("auditor")))
                .andExpect(status().isForbidden());
    }

    @Test
    void speaksEnglishOnRequest() throws Exception {
        mvc.perform(get("/werk?lang=en").with(role("participation-office")))
                .andExpect(content().string(allOf(containsString("My groups"), containsString("lang=\"en\""))));
    }

    @Test
    void keepsOutWhoSeesNoOffice() throws Exception {
        mvc.perform(get("/werk").with(role("administrator"))).andExpect(status().isForbidden());
    }

    @Test
    void followsTheCaseAndItsCouncil() throws Exception {
        var councils = context.getBean(Councils.class);
        var before = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", runkst, Actor.SYSTEM);
        var after = councils.add(CouncilKind.WIJKRAAD, "Dorpsraad Kuringen", kuringen, Actor.SYSTEM);
        var file = work.openCase("Wijkraad Runkst", before, runkst);
        work.task("a", file, "Nakijken", "legal", NOW);

        context.getBean(Cases.class)
                .move(file.id(), file.version(), after, kuringen, "Dorpsraad Kuringen", "Verkeerd", Actor.SYSTEM);

        for (var asked : List.of("q=kuringen", "council=" + after, "area=" + kuringen)) {
            mvc.perform(get("/werk?" + asked).with(role("legal")))
                    .andExpect(content().string(containsString("data-row")));
        }
        for (var asked : List.of("q=runkst", "council=" + before, "area=" + runkst)) {
            mvc.perform(get("/werk?" + asked).with(role("legal")))
                    .andExpect(content().string(not(containsString("data-row"))));
        }
        jdbc.sql("update council_council set name = 'Anders' where id = ?")
                .param(after.value())
                .update();
        assertThat(jdbc.sql("select place from process_task")
                        .query(String.class)
                        .single())
                .isEqualTo("anders");
    }

    @Test
    void asksTheDatabaseTheSameNumberOfQuestionsForOneRowAndForMany() throws Exception {
        var file = work.openCase("Eerste zaak", runkst);
        work.task("first", file, "Nakijken", "legal", NOW);
        var one = SqlCount.of(() -> mvc.perform(get("/werk").with(role("legal"))));
        for (int i = 0; i < 20; i++) {
            work.task("more-" + i, work.openCase("Zaak " + i, kuringen), "Nakijken", "legal", NOW);
        }

        assertThat(one).isPositive();
        assertThat(SqlCount.of(() -> mvc.perform(get("/werk").with(role("legal")))))
                .isEqualTo(one);
    }
}
