package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.Applicant;
import org.samenspraak.testing.PostgresIT;

/** The form that anybody may fill in, page by page, with a draft that belongs to a browser. */
class ApplicationPagesTest extends PostgresIT {

    private static final String FORM = Applicant.FORM;

    private Applicant applicant;

    @BeforeEach
    void comeIn() {
        applicant = new Applicant(mvc);
    }

    @Test
    void showsTheFirstPageOfThePublicFormToAnybody() throws Exception {
        mvc.perform(get(FORM))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Stap 1 van 4")))
                .andExpect(content().string(containsString("Naam van de raad")))
                .andExpect(content().string(containsString("90 dagen bij, alleen voor deze browser")));
    }

    @Test
    void storesNothingBeforeSomethingIsTyped() throws Exception {
        applicant.open("");
        assertThat(applicant.setCookie())
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age", "Expires");

        applicant.press("_next=1");
        applicant.type("name=");

        assertThat(drafts()).isZero();
    }

    @Test
    void judgesAPageByItsOwnQuestionsAndKeepsWhatWasTyped() throws Exception {
        applicant.open("");

        var page = applicant.press("_next=1", "name=Wijkraad Kuringen");

        assertThat(applicant.status()).isEqualTo(422);
        assertThat(page.select(".error-summary a[href='#kind']")).hasSize(1);
        assertThat(page.select(".error-summary a[href='#contactMail']")).isEmpty();
        assertThat(page.expectFirst("#name").val()).isEqualTo("Wijkraad Kuringen");
        assertThat(applicant.setCookie()).contains("Max-Age=7776000", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void showsADraftToItsOwnBrowserOnly() throws Exception {
        applicant.open("");
        applicant.press("_save=1", "name=Wijkraad Geheim");
        assertThat(applicant.location()).isEqualTo(FORM + "?bewaard&stap=1").doesNotContain(applicant.cookie());
        assertThat(applicant.open("").expectFirst("#name").val()).isEqualTo("Wijkraad Geheim");
        assertThat(applicant.tab().page().expectFirst("#name").val()).isEqualTo("Wijkraad Geheim");

        var stranger = new Applicant(mvc);
        assertThat(stranger.open("").html()).doesNotContain("Geheim");
        for (var odd :
                new String[] {"", "1-1-1-1-1", applicant.cookie().toUpperCase(java.util.Locale.ROOT), "' or 1=1"}) {
            stranger.takeCookie(odd);
            assertThat(stranger.open("").html()).doesNotContain("Geheim");
        }
    }

    @Test
    void takesNoNumberFromAPageOfAnotherSite() throws Exception {
        var evil = new Applicant(mvc);
        evil.open("");
        evil.press("_save=1", "name=Lokaas");

        for (var site : new String[] {"cross-site", "same-site", "none"}) {
            var answer = mvc.perform(multipart(FORM)
                            .param("_draft", evil.cookie())
                            .param("_step", "1")
                            .param("_save", "1")
                            .param("boundaries", "Adres van een slachtoffer")
                            .header("Sec-Fetch-Site", site))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse();
            assertThat(answer.getContentAsString()).contains("slachtoffer").doesNotContain(evil.cookie());
            assertThat(answer.getHeader("Set-Cookie")).isNull();
        }
        assertThat(evil.open("").html()).doesNotContain("slachtoffer");
    }

    @Test
    void keepsWhatIsTypedAndTellsTheLaterOfTwoTabs() throws Exception {
        applicant.open("");
        var other = applicant.tab();

        assertThat(applicant.type("name=Wijkraad Kermt").text()).contains("Bewaard op");
        var kept = other.type("name=Wijkraad Kuringen");

        assertThat(kept.select("[data-rival=name]").text())
                .contains(
                        "Dit is in twee vensters anders ingevuld",
                        "Wijkraad Kermt",
                        "Wijkraad Kuringen",
                        "Neem antwoord 2");
        var page = other.open("");
        assertThat(page.select("[data-rival=name] button")).hasSize(2);
        page = other.press(
                "_take=" + page.select("[data-rival=name] button").get(1).val());
        assertThat(page.select("[data-rival]")).isEmpty();
        assertThat(page.expectFirst("#name").val()).isEqualTo("Wijkraad Kuringen");
    }

    @Test
    void wipesTheDraftAndBeginsAgain() throws Exception {
        applicant.open("");
        applicant.press("_save=1", "name=Wijkraad Weg");
        var before = applicant.cookie();
        var shown = applicant.page();

        var page = applicant.press("_wipe=1");
        assertThat(new Applicant(mvc)
                        .takeCookie(before)
                        .back(shown)
                        .type("name=Onderweg")
                        .text())
                .as("what was on its way")
                .contains("Dit staat niet meer open voor u");

        assertThat(page.text()).contains("Wat u invulde, is gewist.").doesNotContain("Wijkraad Weg");
        assertThat(applicant.cookie()).isNotEmpty().isNotEqualTo(before);
        assertThat(drafts()).isZero();
        applicant.takeCookie(before);
        assertThat(applicant.open("").html()).doesNotContain("Wijkraad Weg");
    }

    @Test
    void showsAllOfItOnOnePageForWhoAsks() throws Exception {
        applicant.open("");

        var page = applicant.press("_all=1", "name=Wijkraad Kuringen");

        assertThat(applicant.location()).isEqualTo(FORM + "?alles");
        assertThat(page.expectFirst("#name").val()).isEqualTo("Wijkraad Kuringen");
        assertThat(page.select("#contactMail")).hasSize(1);
        assertThat(applicant.press("_steps=1").text()).contains("Stap 1 van 4");
    }

    @Test
    void goesOnWithoutCookies() throws Exception {
        applicant.withoutCookies().open("");

        var next = applicant.press("_back=1", "name=Wijkraad Kuringen");
        assertThat(applicant.location()).isEmpty();
        assertThat(next.expectFirst("#name").val()).isEqualTo("Wijkraad Kuringen");
        next = applicant.press("_all=1", "purpose=Samen");

        assertThat(next.expectFirst("#name").val()).isEqualTo("Wijkraad Kuringen");
        assertThat(next.expectFirst("#purpose").text()).isEqualTo("Samen");
        assertThat(drafts()).isEqualTo(1);
        assertThat(applicant.press("_wipe=1").html()).doesNotContain("Kuringen");
        assertThat(drafts()).isZero();
    }

    @Test
    void saysWhenItIsTooMuchToKeepAndShowsItAgain() throws Exception {
        applicant.open("?alles");
        var rows = new String[16];
        rows[0] = "_rows.members=15";
        for (int row = 1; row < rows.length; row++) {
            rows[row] = "members[" + (row - 1) + "].name=" + row + "x".repeat(19_990);
        }

        for (var button : new String[] {"_save=1", "_send=1"}) {
            var page = applicant.press(button, rows);

            assertThat(applicant.status()).isEqualTo(422);
            assertThat(page.text()).contains("Dit is te veel om te bewaren.");
            assertThat(page.html()).contains("15" + "x".repeat(100));
        }
        applicant.open("?stap=2");
        for (var button : new String[] {"_save=1", "_next=1", "_back=1"}) {
            var page = applicant.press(button, rows);

            assertThat(applicant.status()).isEqualTo(422);
            assertThat(page.select(".error-summary a[href='#kept']").text()).contains("Dit is te veel om te bewaren.");
            assertThat(page.html()).contains("15" + "x".repeat(100));
        }
        assertThat(drafts()).isZero();
    }

    @Test
    @Tag("full")
    void letsOneAddressFillNoTable() throws Exception {
        for (int draft = 0; draft < Visits.MOST_DRAFTS; draft++) {
            var robot = new Applicant(mvc, "198.51.100.7");
            robot.open("");
            robot.type("name=Raad " + draft);
        }
        assertThat(drafts()).isEqualTo(Visits.MOST_DRAFTS);

        var late = new Applicant(mvc, "198.51.100.7");
        late.open("");
        late.type("name=Raad te laat");
        var page = late.press("_next=1", "name=Raad te laat");
        assertThat(late.status()).isEqualTo(422);
        assertThat(page.expectFirst("#name").val()).isEqualTo("Raad te laat");
        assertThat(page.text()).contains("veel aanvragen van deze plek");
        assertThat(drafts()).isEqualTo(Visits.MOST_DRAFTS);
        applicant.open("");
        applicant.type("name=Van elders");
        assertThat(drafts()).isEqualTo(Visits.MOST_DRAFTS + 1);

        clock.advance(Duration.ofHours(2));
        assertThat(late.press("_save=1").expectFirst("#name").val()).isEqualTo("Raad te laat");
    }

    @Test
    void knowsOnlyTrajectoriesThatAreOpenToThePublic() throws Exception {
        mvc.perform(get("/aanvraag/recognition-withdrawal")).andExpect(status().isNotFound());
        mvc.perform(get("/aanvraag/nothing")).andExpect(status().isNotFound());
        mvc.perform(multipart("/aanvraag/nothing/concept")).andExpect(status().isNotFound());
    }

    @Test
    void showsTheNumberOfAReceivedApplicationAndNothingElse() throws Exception {
        mvc.perform(get("/aanvraag/recognition/ontvangen").param("nummer", "2026-REC-0012"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-REC-0012")));
        mvc.perform(get("/aanvraag/recognition/ontvangen").param("nummer", "<b>"))
                .andExpect(status().isNotFound());
    }

    private int drafts() {
        return jdbc.sql("select count(*) from forms_draft").query(Integer.class).single();
    }
}
