package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.Actor;

/** What a work list is narrowed to and how it is shown, as its address says. */
class InboxFilterPagesTest extends InboxScenario {

    @Test
    void filtersByAreaGroupAndLateness() throws Exception {
        work.task("a", work.openCase("Zaak in Runkst", runkst), "Nakijken", "legal", NOW.minus(Duration.ofDays(1)));
        work.task(
                "b", work.openCase("Zaak in Kuringen", kuringen), "Nakijken", "finance", NOW.plus(Duration.ofDays(9)));
        var me = role("legal", "finance");

        mvc.perform(get("/werk").param("area", kuringen.toString()).with(me))
                .andExpect(content()
                        .string(allOf(containsString("Zaak in Kuringen"), not(containsString("Zaak in Runkst")))));
        mvc.perform(get("/werk").param("group", "legal").with(me))
                .andExpect(content()
                        .string(allOf(containsString("Zaak in Runkst"), not(containsString("Zaak in Kuringen")))));
        mvc.perform(get("/werk").param("view", "late").with(me))
                .andExpect(content()
                        .string(allOf(containsString("Zaak in Runkst"), not(containsString("Zaak in Kuringen")))));
    }

    @Test
    void namesTheFiltersThatAreOnAndTakesEachAway() throws Exception {
        var council =
                context.getBean(Councils.class).add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", runkst, Actor.SYSTEM);
        work.task("a", work.openCase("Wijkraad Runkst", council, runkst), "Nakijken", "legal", NOW);

        mvc.perform(get(URI.create("/werk?council=" + council + "&area=" + runkst + "&late=yes&q=run%20kst%26"))
                        .with(role("legal")))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Filters (4)",
                                "Gebied: Runkst",
                                "href=\"/werk?view=groups&amp;council=" + council
                                        + "&amp;late=yes&amp;q=run%20kst%26\"",
                                "Raad: Wijkraad Runkst",
                                "Alleen te laat",
                                "Nummer, titel of raad: run kst&amp;",
                                "Geen taak past bij deze filters.")));
    }

    @Test
    void makesTheAddressOfAFormShort() throws Exception {
        mvc.perform(get("/werk?view=late&q=&area=" + runkst + "&who=&sort=due&column=council&column=due&column=who")
                        .with(role("legal")))
                .andExpect(redirectedUrl("/werk?view=late&area=" + runkst));
    }

    @Test
    void offersNoTwoStepsByTheSameName() throws Exception {
        for (var language : List.of("nl", "en")) {
            var page = mvc.perform(
                            get("/werk?filters=open").param("lang", language).with(role("legal")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();

            assertThat(Jsoup.parse(page).select("select[name=step] option").eachText())
                    .hasSizeGreaterThan(20)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void offersWhatCanBeChosenOnRequestOnly() throws Exception {
        mvc.perform(get("/werk").with(role("legal")))
                .andExpect(content().string(not(containsString("name=\"trajectory\""))));
        mvc.perform(get("/werk?filters=open&area=" + runkst).with(role("legal")))
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"trajectory\""),
                                containsString(".Task_CheckApplication\""),
                                stringContainsInOrder("value=\"" + runkst + "\"", "selected=", ">Runkst<"))));
    }

    @Test
    void showsTheColumnsThatWereChosen() throws Exception {
        work.task("a", work.openCase("Zaak", runkst), "Nakijken", "area-manager@" + runkst, NOW);

        mvc.perform(get("/werk?column=age&column=group&column=nonsense").with(role("area-manager@" + runkst)))
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder("Wacht sinds", "Voor groep", "Wijkmanager, Runkst"),
                                not(containsString("Raad of gebied</span>")))));
    }

    @Test
    void standsWhateverTheAddressSays() throws Exception {
        work.task("a", work.openCase("Zaak", runkst), "Nakijken", "legal", NOW);
        for (var asked : List.of(
                "view=x&sort=y&column=z&area=1&council=2&group=finance&who=3&from=4&until=5&late=6&trajectory=%27&step=%00",
                "sort=due&after=never_x",
                "sort=due&after=%2B999999999-12-31T23%3A59%3A59Z_x",
                "sort=-age&after=2026_x",
                "sort=council&after=%00_x",
                "sort=case&after=_",
                "after=_____",
                "from=-999999999-01-01&until=%2B999999999-12-31",
                "from=9999-12-31",
                "q=%27%20%7C%20%21%20%3A%2A%20%28%29%20%26",
                "q=" + "a".repeat(5_000),
                "_list=%25%25&view=groups&view=late",
                "column=due&column=due&sort=--due")) {
            mvc.perform(get(URI.create("/werk?" + asked)).with(role("legal")))
                    .andExpect(result -> assertThat(result.getResponse().getStatus())
                            .as(asked)
                            .isIn(200, 400));
        }
        mvc.perform(get(URI.create("/taken/gone?_list=%25zz&&=&view")).with(role("legal")))
                .andExpect(status().isNotFound());
    }
}
