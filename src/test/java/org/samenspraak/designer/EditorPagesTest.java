package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Files of a draft: kept while somebody draws, by two at once, brought in from elsewhere, taken out. */
class EditorPagesTest extends Designers {

    @Test
    void showsTheWaysBackFromADraftThatCantBeRead() throws Exception {
        post(FIRST, MODEL + "/inhoud", "content", "<a><a>", "version", version())
                .andExpect(status().isOk());

        var page = page(MODEL);

        assertThat(page.select("main .notice--soon").text()).contains("gooi uw verandering weg");
        assertThat(page.select("details[open] form[action$=/terug] button")).hasSize(1);
        assertThat(page.select("#findings a").eachAttr("href")).containsExactly("#content");

        post(FIRST, MODEL + "/terug", "version", version()).andExpect(status().is3xxRedirection());
        assertThat(page(MODEL).select("main .notice--soon, details[open]")).isEmpty();
    }

    @Test
    void keepsWhatIsDrawnAndSaysWhatIsWrongWithIt() throws Exception {
        var before = content(MODEL);
        var kept = json(
                post(FIRST, MODEL + "/inhoud", "content", before.replace("name=\"Signaal gemeld\"", ""), "version", 0)
                        .andExpect(status().isOk()));

        assertThat(kept.path("version").asLong()).isPositive();
        assertThat(kept.path("saved").asText()).matches("\\d{1,2}[:.]\\d{2}.*");
        assertThat(kept.path("findings").get(0).path("element").asText()).isEqualTo("Start_SignalReported");
        assertThat(content(MODEL)).doesNotContain("name=\"Signaal gemeld\"");
        assertThat(text(post(
                        FIRST, MODEL + "/terug", "version", kept.path("version").asLong())))
                .isEmpty();
        assertThat(content(MODEL)).isEqualTo(before);
    }

    @Test
    void tellsTheSecondOfTwoAndGivesBothTexts() throws Exception {
        var before = content(MODEL);
        change("Signaal gemeld", "Signaal binnen");

        var answer = json(
                post(SECOND, MODEL + "/inhoud", "content", before, "version", 0).andExpect(status().isConflict()));
        assertThat(answer.path("content").asText()).contains("Signaal binnen");
        assertThat(answer.path("message").asText()).contains("veranderde dit bestand intussen");
        var page = document(post(SECOND, MODEL + "/bron", "content", "wat ik typte", "version", 0)
                .andExpect(status().isConflict()));
        assertThat(page.select("#content").val()).isEqualTo("wat ik typte");
        assertThat(page.select("[role=alert]").text()).contains("Signaal binnen");
    }

    @Test
    void tellsWhoElseHasAFileOpenUntilTheyLeave() throws Exception {
        var form = SIGNAL + "/signal-chase.form";
        assertThat(text(post(FIRST, form + "/open"))).isEmpty();
        assertThat(text(post(SECOND, form + "/open")))
                .startsWith("Ook open bij ")
                .contains("wie eerst bewaart, gaat voor");
        assertThat(page(form).select("#editor-others").text()).startsWith("Ook open bij ");
        assertThat(page(SIGNAL + "/signal-judge.form").select("#editor-others").text())
                .isEmpty();

        jdbc.sql("update designer_open_file set at = at - interval '2 minutes' where person = ?")
                .param(SECOND.value())
                .update();
        assertThat(page(form).select("#editor-others").text()).isEmpty();
    }

    @Test
    void saysThatAModelHasNoDrawing() throws Exception {
        change("BPMNShape", "BPMNEdge");
        assertThat(page(MODEL).select("#findings").text()).contains("Dit model heeft geen tekening.");
    }

    @Test
    void showsAFormOfADraftAsPeopleWillSeeIt() throws Exception {
        var form = SIGNAL + "/signal-route.form";
        var shown = "/ontwerp/formulieren/ontwerp/signal/signal-route.form";
        var content = content(form).replace("Welke dienst antwoordt?", "Wie antwoordt?");
        post(FIRST, form + "/inhoud", "content", content).andExpect(status().isOk());

        assertThat(page(form).select(".editor-bar a").attr("href")).isEqualTo(shown);
        assertThat(page("/ontwerp/formulieren").select("section[aria-labelledby=drafts] a[href=" + shown + "]"))
                .isNotEmpty();
        assertThat(page(shown).select("label").eachText()).anyMatch(it -> it.startsWith("Wie antwoordt?"));

        readIn("signal", zip(Map.of("signal-route.form", content.replace("\"textarea\"", "\"iframe\""))));
        var answer = mvc.perform(get(shown).with(role("process-designer")));
        assertThat(text(answer.andExpect(status().isUnprocessableEntity())))
                .contains("Dit formulier kan niet getoond worden");
    }

    @Test
    void beginsATrajectoryAddsAFormAndThrowsItAway() throws Exception {
        post(FIRST, "/ontwerp/trajecten", "folder", "Kwaad/../", "name", "x")
                .andExpect(status().isUnprocessableEntity());
        post(FIRST, "/ontwerp/trajecten", "folder", "signal", "name", "x").andExpect(status().isUnprocessableEntity());
        post(FIRST, "/ontwerp/trajecten", "folder", "borrel", "name", "Borrel & \"feest\"")
                .andExpect(status().is3xxRedirection());

        var there = "/ontwerp/trajecten/borrel";
        assertThat(page(there).text()).contains("Borrel & \"feest\"");
        assertThat(page("/ontwerp").text()).contains("borrel", "nog niet gepubliceerd", "1 bestand veranderd");
        post(FIRST, there + "/bestanden", "kind", "form", "file", "borrel-vraag", "name", "Een \"vraag\"")
                .andExpect(status().is3xxRedirection());
        post(FIRST, there + "/bestanden", "kind", "form", "file", "borrel-vraag", "name", "Nog een")
                .andExpect(status().isUnprocessableEntity());
        assertThat(page(there + "/borrel-vraag.form").select("h1").text()).isEqualTo("Een \"vraag\"");
        assertThat(page(there + "/borrel-vraag.form").text())
                .contains("of de titel in het Engels is dezelfde")
                .doesNotContain("als geheel niet te lezen");
        assertThat(page(there).select("section[aria-labelledby=check]").text())
                .contains("Beschrijf in een paar zinnen");
        for (var file : new String[] {"borrel-vraag.form", "borrel.bpmn"}) {
            post(
                            FIRST,
                            there + "/" + file + "/terug",
                            "version",
                            jdbc.sql("select version from designer_draft where file = ?")
                                    .params(file)
                                    .query(Long.class)
                                    .single())
                    .andExpect(status().is3xxRedirection());
        }
        mvc.perform(get(there).with(role("process-designer"))).andExpect(status().isNotFound());
    }

    @Test
    void leadsFromAnElementToItsTermAndLetterAndToNewOnes() throws Exception {
        var choices = json(mvc.perform(get(MODEL + "/keuzes").with(role("process-designer"))));
        assertThat(choices.path("terms").findValuesAsText("href"))
                .contains("/beheer/reglementen/hasselt/1#waarde-check");
        assertThat(choices.path("letters").findValuesAsText("href")).contains("/beheer/brieven/signal-received/nl");
        assertThat(choices.path("letters").findValuesAsText("value").get(0))
                .as("those of the trajectory itself first")
                .startsWith("signal-");
        assertThat(choices.path("groups").findValuesAsText("value"))
                .contains("legal")
                .doesNotContain("auditor", "administrator");
        assertThat(choices.path("terms").findValuesAsText("about")).anyMatch(it -> it.contains("; herinneringen: "));
        assertThat(choices.path("fresh").path("terms").asText()).isEqualTo("/beheer/reglementen/hasselt/1");
        assertThat(page("/beheer/reglementen/hasselt/1").getElementById("waarde-check"))
                .isNotNull();
        assertThat(page("/beheer/brieven/signal-received/nl").select("[value=publish]"))
                .isEmpty();

        post(FIRST, "/beheer/reglementen/hasselt/1/kopie");
        var later = json(mvc.perform(get(MODEL + "/keuzes").with(role("process-designer"))));
        assertThat(later.path("fresh").path("terms").asText()).isEqualTo("/beheer/reglementen/hasselt/2/nieuw");
    }

    @Test
    void takesAFileOutOfTheDraft() throws Exception {
        var form = SIGNAL + "/signal-route.form";
        post(FIRST, form + "/weg", "version", 0).andExpect(status().is3xxRedirection());

        assertThat(page(SIGNAL).text())
                .contains(
                        "Formulier “Dienst kiezen voor het signaal” vervalt.",
                        "Het formulier 'signal-route' staat niet in dezelfde map.");
        mvc.perform(get(form).with(role("process-designer"))).andExpect(status().isNotFound());
    }

    @Test
    void leavesAndComesBackAsOneFile() throws Exception {
        var zip = mvc.perform(get(SIGNAL + "/bestand").with(role("process-designer")))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"signal.zip\""))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        readIn("signal", zip).andExpect(status().is3xxRedirection());
        assertThat(draft()).isZero();

        var changed = new TreeMap<>(TrajectoryZip.read(zip));
        changed.replaceAll((name, content) -> content.replace("Signaal gemeld", "Signaal binnen"));
        readIn("signal", zip(changed)).andExpect(status().is3xxRedirection());
        assertThat(page(SIGNAL).text()).contains("“Signaal gemeld” heet nu “Signaal binnen”");
    }

    @Test
    void saysOfAFileThatLostItsEndThatItIsNotWhole() throws Exception {
        var whole = zip(Map.of("signal-route.form", "{}"));
        for (var length : new int[] {3, whole.length / 2, whole.length - 1}) {
            assertThat(text(readIn("signal", Arrays.copyOf(whole, length)).andExpect(status().isUnprocessableEntity())))
                    .contains("Dit zip-bestand is niet volledig");
        }
        assertThat(draft()).isZero();
    }

    @Test
    void readsNothingHostile() throws Exception {
        for (var name : new String[] {"../../../etc/cron.bpmn.sh", "signal.bpmn/../../x.jar", "UP.bpmn", "x.groovy"}) {
            readIn("signal", zip(Map.of(name, "x"))).andExpect(status().isUnprocessableEntity());
        }
        readIn("signal", "no zip".getBytes(StandardCharsets.UTF_8)).andExpect(status().isUnprocessableEntity());
        readIn("signal", zip(Map.of("large.bpmn", "x".repeat(50_000_000)))).andExpect(status().isUnprocessableEntity());
        readIn("signal", zip(Map.of("a/signal.bpmn", "x", "b/signal.bpmn", "y")))
                .andExpect(status().isUnprocessableEntity());
        assertThat(draft()).isZero();

        // a path is a name here, whatever stands before it
        readIn("signal", zip(Map.of("../../../../signal-route.form", "{}"))).andExpect(status().is3xxRedirection());
        assertThat(page(SIGNAL).text()).contains("signal-route.form");
        mvc.perform(get(SIGNAL + "/signal.bpmn/inhoud").with(role("process-designer")))
                .andExpect(header().string("Content-Type", Matchers.startsWith("text/plain")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation-office", "administrator", "finance"})
    void isReadByDesignersAndAuditorsOnly(String other) throws Exception {
        for (var address :
                new String[] {"/ontwerp", SIGNAL, MODEL, MODEL + "/inhoud", SIGNAL + "/bestand", SIGNAL + "/versies/1"
                }) {
            mvc.perform(get(address).with(role(other))).andExpect(status().isForbidden());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation-office", "administrator", "auditor", "finance"})
    void isChangedByDesignersOnly(String other) throws Exception {
        for (var address : new String[] {
            MODEL + "/inhoud", SIGNAL + "/publiceren", SIGNAL + "/voorleggen", SIGNAL + "/versies/1/terug"
        }) {
            mvc.perform(MockMvcRequestBuilders.post(address)
                            .param("content", "x")
                            .param("draft", "0")
                            .with(role(other))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
    }

    private static byte[] zip(Map<String, String> files) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
