package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is different between two sendings, in the dossier. */
class SubmissionChangesPagesTest extends PostgresIT {

    private static final String FORM =
            """
            {"type":"default","id":"%s","schemaVersion":18,"properties":{"title":"%s"%s},"components":[
              {"type":"textfield","id":"a","key":"what","label":"Wat","properties":{"label_en":"What"}},
              {"type":"textfield","id":"b","key":"mail","label":"E-mail","properties":{"personal":"contact"}}]}""";
    private static final String APPLICATION = FORM.formatted("ask", "Vraag", "");
    private static final String SUPPLEMENT = FORM.formatted("add", "Aanvulling", ",\"corrects\":\"ask\"");
    private static final String SIGNATURE = FORM.formatted("sign", "Tekenen", "");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Forms forms;

    private CaseView file;
    private UUID first;
    private UUID second;

    @BeforeEach
    void sendTwice() {
        file = new WorkFixture(context).openCase("Een vraag", areas.add("Runkst", null, Actor.SYSTEM));
        first = send(null, "Start", APPLICATION, "Een bank", "oud@raad.example");
        second = send("t1", "Task_Add", SUPPLEMENT, "Twee <b>banken", "nieuw@raad.example");
    }

    @Test
    void tellsWhatASupplementChanges() throws Exception {
        var link = page("", "participation-office", "nl").select("a[href$=/veranderd]");
        assertThat(link.eachAttr("href"))
                .containsExactly("/zaken/" + file.number() + "/formulieren/" + second + "/veranderd");
        assertThat(link.text()).startsWith("Wat is er veranderd: Aanvulling");

        var page = page("/formulieren/" + second + "/veranderd", "participation-office", "nl");

        assertThat(page.select("h1").text()).isEqualTo("Wat is er veranderd");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("Wat Een bank Twee <b>banken", "E-mail oud@raad.example nieuw@raad.example");
    }

    @Test
    void readsInEnglishWithoutAddressesForWhoHasNoNeedOfThem() throws Exception {
        var page = page("/formulieren/" + second + "/veranderd", "finance", "en");

        assertThat(page.select("h1").text()).isEqualTo("What has changed");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "What Een bank Twee <b>banken",
                        "E-mail Only shown to those who work with the council Only shown to those who work with the council");
        assertThat(page.html()).doesNotContain("raad.example");
    }

    @Test
    void tellsWhichVersionOfTheFormWasSent() throws Exception {
        clock.advance(Duration.ofMinutes(1));
        var third = send("t2", "Task_Add", SUPPLEMENT.replace("Wat", "Hoe"), "Drie banken", "");

        assertThat(page("/formulieren/" + second, "auditor", "nl").text()).contains("Formulier “Aanvulling”, versie 1");
        var page = page("/formulieren/" + third, "auditor", "en");

        assertThat(page.text()).contains("Form “Aanvulling”, version 2");
        assertThat(page.select("main h1, main h2, main h3").eachText()).containsExactly("Aanvulling", "Answers");
    }

    @Test
    void saysSoWhenNothingChanged() throws Exception {
        var third = send("t2", "Task_Add", SUPPLEMENT, "Twee <b>banken", "nieuw@raad.example");

        var page = page("/formulieren/" + third + "/veranderd", "auditor", "nl");

        assertThat(page.select("table")).isEmpty();
        assertThat(page.select(".empty").text()).isEqualTo("Alle antwoorden zijn dezelfde als de vorige keer.");
    }

    @Test
    void comparesNothingThatIsNoCorrection() throws Exception {
        send("t3", "Task_SignChair", SIGNATURE, "Ja", "");
        var other = send("t4", "Task_SignMayor", SIGNATURE, "Ja", "");

        refuses("/formulieren/" + first + "/veranderd", "auditor", 404);
        refuses("/formulieren/" + other + "/veranderd", "auditor", 404);
        refuses("/formulieren/" + UUID.randomUUID() + "/veranderd", "auditor", 404);
        refuses("/formulieren/" + second + "/veranderd", "administrator", 403);
        assertThat(page("", "auditor", "nl").select("a[href$=/veranderd]")).hasSize(1);
    }

    private UUID send(@Nullable String task, String element, String schema, String what, String mail) {
        var answers = new Answers(Map.of("what", what, "mail", mail));
        return submissions.keep(file.id(), task, element, forms.parse(schema), answers, Actor.SYSTEM, false);
    }

    private void refuses(String path, String who, int status) throws Exception {
        mvc.perform(get("/zaken/" + file.number() + path).with(role(who))).andExpect(status().is(status));
    }

    private Document page(String path, String who, String language) throws Exception {
        return Jsoup.parse(mvc.perform(get("/zaken/" + file.number() + path)
                        .param("lang", language)
                        .with(role(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
