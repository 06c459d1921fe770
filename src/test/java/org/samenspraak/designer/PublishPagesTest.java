package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.process.NamedStep;
import org.samenspraak.process.TrajectoryFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** From a draft to a version that new cases start on, and back. */
class PublishPagesTest extends Designers {

    private static final String NAME = "Dienst kiezen voor het signaal";

    @Autowired
    private TrajectoryFiles files;

    @Autowired
    private Budgets budgets;

    @Test
    void isPublishedBySomebodyElseAndHoldsForNewCasesOnly() throws Exception {
        var old = reported();
        change(NAME, "Dienst aanwijzen");
        assertThat(page(SIGNAL).select("section[aria-labelledby=changes]").text())
                .contains("Taak “" + NAME + "” heet nu “Dienst aanwijzen”.");
        assertThat(page(SIGNAL + "?lang=en").text()).contains("is now called “Dienst aanwijzen”");

        post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", "Duidelijker")
                .andExpect(status().is3xxRedirection());
        assertThat(text(post(FIRST, SIGNAL + "/publiceren", "draft", draft())
                        .andExpect(status().isUnprocessableEntity())))
                .contains("Vraag een collega");
        post(SECOND, SIGNAL + "/publiceren", "draft", draft()).andExpect(status().is3xxRedirection());

        assertThat(routing()).containsExactly("Dienst aanwijzen");
        assertThat(task(old, "Task_RouteSignal").name()).isEqualTo(NAME);
        assertThat(task(reported("Donker pad"), "Task_RouteSignal").name()).isEqualTo("Dienst aanwijzen");
        assertThat(page(SIGNAL).select("section[data-part=versions]").text()).contains("versie 2 geldt", "Duidelijker");
        assertThat(files.current("signal").orElseThrow().shipped()).isFalse();
    }

    @Test
    void tellsEveryChangeAlsoOfWhatHasNoWords() throws Exception {
        change("camunda:historyTimeToLive=\"P365D\"", "camunda:historyTimeToLive=\"P9D\"");
        assertThat(changes()).contains("hoe lang de motor het verloop bewaart wordt “P9D” (was “P365D”)");
        change(
                "calledElementBinding=\"deployment\">",
                "calledElementBinding=\"deployment\" camunda:asyncAfter=\"true\">");
        assertThat(changes()).contains("krijgt een nieuwe start erna: “ja”");
        change(
                "<camunda:out source=\"helped\" target=\"helped\" />",
                "<camunda:in source=\"helped\" target=\"helped\" />");
        assertThat(changes())
                .contains("Deelproces “Signaal behandelen”: ook iets dat hier geen woorden heeft, verandert.");
        assertThat(page(SIGNAL + "?lang=en").text()).contains("something that has no words here changes too");
    }

    @Test
    void tellsChangesByTheNamesThatPeopleKnow() throws Exception {
        change(
                "camunda:candidateGroups=\"alderman\" camunda:formRef=\"signal-look-along\"",
                "camunda:candidateGroups=\"council@case,legal\" camunda:formRef=\"signal-judge\"");
        assertThat(changes())
                .contains("wie het doet wordt “De raad van de zaak, Juridische dienst” (was “")
                .contains("het formulier wordt “Zeggen of het hielp” (was “Meekijken met het signaal”)")
                .doesNotContain("signal-judge", "council@case");
        change(
                "sourceRef=\"Task_LookAlong\" targetRef=\"Step_EntrustAgain\"",
                "sourceRef=\"Task_LookAlong\" targetRef=\"Call_HandleAgain\"");
        assertThat(changes())
                .contains("Pijl “van Meekijken met het signaal naar Signaal opnieuw behandelen”: het einde van de pijl"
                        + " wordt “Signaal opnieuw behandelen” (was “Dienst opnieuw verantwoordelijk maken”)");
        change("${casefile.close(&#39;not-helped&#39;)}", "${casefile.note(&#39;niet geholpen&#39;)}");
        assertThat(changes()).contains("(was “Zaak afsluiten: not-helped”)");

        var form = SIGNAL + "/signal-route.form";
        var content = content(form).replace("\"fact\": \"yes\"", "\"fact\": \"no\"");
        post(FIRST, form + "/inhoud", "content", content).andExpect(status().isOk());
        assertThat(changes())
                .contains("Vraag “Welke dienst antwoordt?”: of het antwoord een feit is wordt “nee” (was “ja”)");
        assertThat(page(SIGNAL + "?lang=en").text())
                .contains("Question “Welke dienst antwoordt?”: whether the answer is a fact becomes “no” (was “yes”)");
    }

    @Test
    void publishesADrawingThatWasOnlyTidied() throws Exception {
        change("<dc:Bounds x=\"", "<dc:Bounds x=\"1");
        assertThat(changes()).startsWith("Model “Signaal” is anders getekend of geschikt.");

        publish();

        assertThat(files.current("signal").orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void standsOnTheFirstPageOnceItIsForEverybody() throws Exception {
        assertThat(page("/").select("a[href=/aanvraag/signal]")).isEmpty();
        change("name=\"started_by\" value=\"", "name=\"started_by\" value=\"public,");
        publish();

        assertThat(page("/")
                        .select("section[aria-labelledby=starts] a[href=/aanvraag/signal]")
                        .text())
                .isEqualTo("Signaal");
        assertThat(page("/?lang=en").select("a[href=/aanvraag/signal]").text()).isEqualTo("Signal");
        assertThat(page("/").select("section[aria-labelledby=starts] a[href=/aanvraag/recognition]"))
                .as("it has a place of its own")
                .isEmpty();
    }

    private String changes() throws Exception {
        return page(SIGNAL).select("section[aria-labelledby=changes] li").text();
    }

    @Test
    void findsWhatBelongsToAnotherTrajectory() throws Exception {
        var signal = content(MODEL);
        var url = "/ontwerp/trajecten/buurtbank";
        post(FIRST, "/ontwerp/trajecten", "folder", "buurtbank", "name", "Buurtbank")
                .andExpect(status().is3xxRedirection());
        readIn("buurtbank", zip(Map.of("signal.bpmn", signal))).andExpect(status().is3xxRedirection());
        assertThat(findings(url)).contains("Een ander traject heeft al een model met deze id: signal.");

        var own = signal.replace("process id=\"signal\"", "process id=\"other\"");
        post(FIRST, "/ontwerp/trajecten", "folder", "other", "name", "Ander").andExpect(status().is3xxRedirection());
        readIn("other", zip(Map.of("other.bpmn", own))).andExpect(status().is3xxRedirection());
        assertThat(findings("/ontwerp/trajecten/other"))
                .contains("other.bpmn, other De code 'SIG' is van een ander traject: Signaal.");
        assertThat(findings(SIGNAL)).doesNotContain("ander traject");
    }

    @Test
    void findsAConditionThatReadsWhatNobodySays() throws Exception {
        change("${helped == &#39;no&#39;}", "${nobody == &#39;no&#39;}");
        assertThat(findings(SIGNAL)).contains("Niemand zegt 'nobody'");

        change("${nobody == &#39;no&#39;}", "${note == &#39;no&#39;}");
        assertThat(findings(SIGNAL)).contains("'note' is een antwoord op een formulier, maar geen feit.");
        assertThat(text(post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", "x")
                        .andExpect(status().isUnprocessableEntity())))
                .contains("Er staan nog fouten in dit ontwerp");
    }

    @Test
    void findsAConditionThatReadsWhatIsSaidElsewhereOnly() throws Exception {
        change("${casefile.responsible(department)}", "${casefile.responsible(helped)}");
        assertThat(findings(SIGNAL)).contains("'helped' wordt pas later gezegd, of op een andere weg.");

        var grant = "/ontwerp/trajecten/grant";
        var model = grant + "/grant-request.bpmn";
        var content = content(model);
        assertThat(content).as("read from a step").contains("${applies == 'no'}");
        post(FIRST, model + "/inhoud", "content", content.replace("${applies == 'no'}", "${nobody == 'no'}"));
        assertThat(findings(grant)).contains("grant-request.bpmn").contains("Niemand zegt 'nobody'");
    }

    @Test
    void findsAnAnswerOrAValueThatIsNotThere() throws Exception {
        change("${helped == &#39;no&#39;}", "${answers.value('signal-route', 'nobody') == 'no'}");
        assertThat(findings(SIGNAL)).contains("Het formulier 'signal-route' van dit traject heeft geen veld 'nobody'.");

        change("${answers.value('signal-route', 'nobody') == 'no'}", "${regulation.value('nothing') == 'no'}");
        assertThat(findings(SIGNAL)).contains("De waarde 'nothing' staat in geen regeling.");
    }

    @Test
    void findsMoneyOfAPurposeThatHasNoBudget() throws Exception {
        change("${casefile.responsible(department)}", "${ledger.reserve('maanreizen', 2026, 5)}");
        assertThat(findings(SIGNAL)).contains("'maanreizen' is er niet, dus ledger.reserve kan er niets mee.");

        budgets.open(new BudgetKey(2027, "maanreizen"), "Maanreizen");
        assertThat(findings(SIGNAL)).doesNotContain("maanreizen");
    }

    private String findings(String trajectory) throws Exception {
        return page(trajectory).select("section[aria-labelledby=check]").text();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var out = new ByteArrayOutputStream();
        TrajectoryZip.write(files, out);
        return out.toByteArray();
    }

    @Test
    void findsNothingInTheWayOfWhatCameWithTheProduct() throws Exception {
        var folders = page("/ontwerp").select("a[href^=/ontwerp/trajecten/]").eachAttr("href");

        assertThat(folders).contains(SIGNAL, "/ontwerp/trajecten/grant");
        for (var folder : folders) {
            assertThat(page(folder).select("section[aria-labelledby=check]").text())
                    .as(folder)
                    .isNotEmpty()
                    .doesNotContain("fout");
        }
    }

    @Test
    void isReadByAnAuditorWhoChangesNothing() throws Exception {
        change(NAME, "Dienst aanwijzen");
        post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", "Duidelijker")
                .andExpect(status().is3xxRedirection());
        for (var address : List.of("/ontwerp", SIGNAL, MODEL, SIGNAL + "/versies/1", SIGNAL + "/lopend")) {
            var page = document(mvc.perform(get(address).with(role("auditor"))).andExpect(status().isOk()));
            assertThat(page.select("main form, #editor")).as(address).isEmpty();
        }
        assertThat(document(mvc.perform(get(SIGNAL).with(role("auditor")))).text())
                .contains("heet nu “Dienst aanwijzen”", "Duidelijker");
        mvc.perform(MockMvcRequestBuilders.post(SIGNAL + "/publiceren")
                        .param("draft", String.valueOf(draft()))
                        .with(role("auditor"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(files.current("signal").orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void goesBackToAnEarlierVersion() throws Exception {
        change(NAME, "Dienst aanwijzen");
        publish();

        assertThat(page(SIGNAL + "/versies/1").text()).contains("“Dienst aanwijzen” heet nu “" + NAME + "”");
        post(FIRST, SIGNAL + "/versies/1/terug", "note", " ").andExpect(status().isUnprocessableEntity());
        post(FIRST, SIGNAL + "/versies/1/terug", "note", "De nieuwe naam verwart")
                .andExpect(status().is3xxRedirection());

        assertThat(routing()).containsExactly(NAME);
        mvc.perform(get(SIGNAL + "/versies/9").with(role("process-designer"))).andExpect(status().isNotFound());
    }

    @Test
    void refusesWhatIsWrongUnexplainedOrChangedMeanwhile() throws Exception {
        assertThat(text(post(FIRST, SIGNAL + "/voorleggen", "draft", 0, "note", "Zomaar")
                        .andExpect(status().isUnprocessableEntity())))
                .contains("Er is niets veranderd");
        change("candidateGroups=\"area-manager@area\"", "candidateGroups=\"iedereen\"");
        assertThat(page(SIGNAL).select("section[aria-labelledby=check]").text())
                .contains("signal.bpmn, Task_RouteSignal De groep 'iedereen' bestaat niet.");
        post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", "Fout")
                .andExpect(status().isUnprocessableEntity());

        change("candidateGroups=\"iedereen\"", "candidateGroups=\"participation-office\"");
        post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", " ").andExpect(status().isUnprocessableEntity());
        var seen = draft();
        post(FIRST, SIGNAL + "/voorleggen", "draft", seen, "note", "Beter").andExpect(status().is3xxRedirection());
        change(NAME, "Anders");
        assertThat(text(post(SECOND, SIGNAL + "/publiceren", "draft", seen)
                        .andExpect(status().isUnprocessableEntity())))
                .contains("Leg het eerst voor");
        post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", "Beter").andExpect(status().is3xxRedirection());
        post(SECOND, SIGNAL + "/publiceren", "draft", seen).andExpect(status().isConflict());
        assertThat(routing()).containsExactly(NAME);
    }

    @Test
    void refusesATermThatNoRegulationKnows() throws Exception {
        change("name=\"term\" value=\"signal-route\"", "name=\"term\" value=\"sometime\"");

        assertThat(page(SIGNAL).text()).contains("De termijn 'sometime' staat in geen regeling.");
        post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", "Fout")
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void tellsThatOtherFilesCameWithTheProduct() throws Exception {
        change(NAME, "Dienst aanwijzen");
        publish();
        assertThat(page(SIGNAL).text()).doesNotContain("kwamen andere bestanden mee");
        jdbc.sql("update designer_version set shipped_digest = 'an older one'").update();

        assertThat(page(SIGNAL).text()).contains("kwamen andere bestanden mee");
        post(FIRST, SIGNAL + "/meegeleverd").andExpect(status().is3xxRedirection());
        assertThat(page(SIGNAL).text()).contains("“Dienst aanwijzen” heet nu “" + NAME + "”");
        assertThat(routing()).containsExactly("Dienst aanwijzen");
    }

    private List<String> routing() {
        return processes.userTasks().stream()
                .filter(step -> step.element().equals("Task_RouteSignal"))
                .map(NamedStep::name)
                .toList();
    }
}
