package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.process.NamedStep;
import org.samenspraak.process.Processes;
import org.samenspraak.testing.JourneyIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A designer draws in the browser, which keeps it; a colleague publishes it. */
class WorkbenchJourneyIT extends JourneyIT {

    @Autowired
    private Processes processes;

    @Test
    void aDesignerChangesAModelAndAColleaguePublishesIt() {
        var page = official("process-designer");
        page.navigate("/ontwerp");
        good(page);
        follow(page, "Signaal");
        page.waitForURL("**/trajecten/signal");
        good(page);
        open(page, "Signaal");
        look(page, "model");

        page.locator("[data-element-id=Task_RouteSignal] .djs-hit").first().click();
        var name = page.locator("#bio-properties-panel-samenspraak-name");
        name.fill("Dienst aanwijzen");
        name.blur();
        saved(page);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Vergelijken"))
                .click();
        look(page, "compare");

        page.navigate("/ontwerp/trajecten/signal");
        good(page);
        assertThat(page.locator("section[aria-labelledby=changes]")).containsText("heet nu “Dienst aanwijzen”");
        page.fill("#note", "Duidelijker");
        press(page, "Voorleggen om te publiceren");
        good(page);
        assertThat(page.locator("section[aria-labelledby=changes]")).containsText("Vraag een collega");

        var other = official("process-designer");
        other.navigate("/ontwerp/trajecten/signal");
        press(other, "Publiceren");
        good(other);
        assertThat(other.locator(".flash")).containsText("Versie 2 is gepubliceerd");
        assertThat(processes.userTasks()).extracting(NamedStep::name).contains("Dienst aanwijzen");
    }

    @Test
    void aFindingLeadsToItsElementAndAStepThatCameAlongIsKnownInThePanel() {
        var page = official("process-designer");
        page.navigate("/ontwerp/trajecten/signal/signal.bpmn#Step_LetterReceived");
        ready(page);

        var panel = page.locator(".editor-panel");
        assertThat(panel.locator(".bio-properties-panel-header")).containsText("Brief: signaal ontvangen");
        assertThat(panel.locator("#bio-properties-panel-samenspraak-template"))
                .hasValue("samenspraak.correspondence.letter");
        assertThat(panel.locator("#bio-properties-panel-samenspraak-argument-template"))
                .hasValue("'signal-received'");
        assertThat(panel.locator("option[value='samenspraak.recognition.register']"))
                .containsText("(erkenning)");
        assertThat(panel.locator("[data-group-id*=ExtensionProperties] .bio-properties-panel-collapsible-entry"))
                .hasCount(0);
    }

    @Test
    void aFileOfCamundaModelerKeepsWhatItHadAndGoesBackToIt() {
        var page = official("process-designer");
        var model = "/ontwerp/trajecten/signal/signal.bpmn";
        page.navigate(model);
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Bron en bestand"))
                .press("Enter");
        page.fill("#content", asOfModeler(page.inputValue("#content")));
        press(page, "Bewaren");
        ready(page);
        assertThat(page.locator("#findings")).containsText("De controle vond niets");
        assertThat(page.locator("[data-element-id=Task_LookAlong] .djs-visual > rect"))
                .hasCSS("fill", "rgb(200, 230, 201)");

        page.locator("[data-element-id=Task_RouteSignal] .djs-hit").first().click();
        page.locator("#bio-properties-panel-samenspraak-name").fill("Dienst aanwijzen");
        saved(page);
        var file = page.request().get(page.url().split("#")[0] + "/bestand").text();

        assertThat(file)
                .contains(
                        "Dienst aanwijzen",
                        "exporter=\"Camunda Modeler\"",
                        "modeler:executionPlatformVersion=\"7.24.0\"")
                .contains("bioc:fill=\"#c8e6c9\"", "color:border-color=\"#205022\"")
                .contains("<camunda:property name=\"afdeling\" value=\"wijkwerking\" />");
    }

    /** With what Camunda Modeler writes: who made it, colours, and a property that is nobody's but the city's. */
    private static String asOfModeler(String model) {
        return model.replaceFirst(
                        "<bpmn:definitions ",
                        "<bpmn:definitions xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\""
                                + " xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\""
                                + " xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\""
                                + " exporter=\"Camunda Modeler\" exporterVersion=\"5.30.0\""
                                + " modeler:executionPlatform=\"Camunda Platform\""
                                + " modeler:executionPlatformVersion=\"7.24.0\" ")
                .replace(
                        "bpmnElement=\"Task_LookAlong\"",
                        "bpmnElement=\"Task_LookAlong\" bioc:stroke=\"#205022\" bioc:fill=\"#c8e6c9\""
                                + " color:background-color=\"#c8e6c9\" color:border-color=\"#205022\"")
                .replaceFirst(
                        "<camunda:properties>",
                        "<camunda:properties><camunda:property name=\"afdeling\" value=\"wijkwerking\" />");
    }

    @Test
    void formsAndTablesAreDrawnTooAndAreKept() {
        var page = official("process-designer");
        page.navigate("/ontwerp/trajecten/signal");
        open(page, "Dienst kiezen voor het signaal");
        look(page, "form");
        page.navigate("/ontwerp/trajecten/recognition");
        open(page, "Bevoegd orgaan");
        look(page, "table");
    }

    @Test
    void keepsWhatWasDrawnWithoutAConnection() {
        var page = official("process-designer");
        page.navigate("/ontwerp/trajecten/signal");
        open(page, "Signaal");
        page.context().setOffline(true);
        page.locator("[data-element-id=Task_RouteSignal] .djs-hit").first().click();
        page.locator("#bio-properties-panel-samenspraak-name").fill("Zonder verbinding");
        assertThat(page.locator("#editor-state")).containsText("geen verbinding");

        page.context().setOffline(false);
        saved(page);
        page.reload();
        ready(page);
        assertThat(page.locator("[data-element-id=Task_RouteSignal]").first()).containsText("Zonder");
    }

    @Test
    void nothingIsLostOfWhatTwoDesignersDrawInOneFile() {
        var one = official("process-designer");
        var other = official("process-designer");
        for (var page : List.of(one, other)) {
            page.navigate("/ontwerp/trajecten/signal/signal.bpmn");
            ready(page);
        }
        rename(one, "Van de eerste");
        saved(one);
        rename(other, "Van de tweede");
        var dialog = other.locator("dialog[open]");
        assertThat(dialog).containsText("Van de tweede");
        dialog.getByRole(AriaRole.BUTTON).first().click();
        ready(other);
        assertThat(other.locator("[data-element-id=Task_RouteSignal]").first()).containsText("eerste");

        var beside = other.locator("section[aria-labelledby=others]");
        beside.locator("summary").click();
        assertThat(beside.locator("li li").first()).containsText("Van de tweede");
        good(other);
        beside.getByRole(AriaRole.BUTTON).click();
        ready(other);
        assertThat(other.locator("[data-element-id=Task_RouteSignal]").first()).containsText("tweede");
        assertThat(other.locator("section[aria-labelledby=others] summary")).hasCount(1);
    }

    private static void rename(Page page, String name) {
        page.locator("[data-element-id=Task_RouteSignal] .djs-hit").first().click();
        page.locator("#bio-properties-panel-samenspraak-name").fill(name);
    }

    @Test
    void aColumnIsAskedBesideTheTable() {
        var page = official("process-designer");
        page.navigate("/ontwerp/trajecten/recognition");
        open(page, "Bevoegd orgaan");
        page.locator("th.input-cell").first().dblclick();
        assertThat(page.locator(".context-menu .input-edit")).isVisible();
        assertThat(page.locator("th.output-cell").first()).isInViewport();
        page.locator("tbody td.output-cell").first().click();
        assertThat(page.locator("tbody td.output-cell.focussed, tbody td.output-cell :focus"))
                .hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESKTOP", "PHONE"})
    void goesThroughADraftWithoutPublishingIt(String screen) {
        var page = screen(Screen.valueOf(screen));
        signIn(page, "process-designer");
        page.navigate("/ontwerp/trajecten/signal/proef");
        good(page);
        page.locator("[data-part=models] a[href$='/begin/signal-handling']").press("Enter");
        page.waitForURL("**/begin/signal-handling");
        good(page);
        press(page, "Verder");
        page.waitForURL(Pattern.compile(".*/proef/[0-9a-f-]{36}"));
        good(page);
        assertThat(page.locator("[data-part=waits] a")).hasText("Signaal beantwoorden");
        if (screen.equals("DESKTOP")) {
            Pictures.take(page, "proef");
        }
        var run = page.url();
        page.locator("[data-part=waits] a").press("Enter");
        page.waitForURL("**/taken/*");
        good(page);
        page.navigate(run + "?lang=en");
        good(page);
        press(page, "Throw the dry run away");
        page.waitForURL("**/signal/proef");
        good(page);
    }

    private static void open(Page page, String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        ready(page);
    }

    private static void ready(Page page) {
        page.locator("#editor[data-ready]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    private static void saved(Page page) {
        assertThat(page.locator("#editor-state")).hasText(Pattern.compile("Bewaard om .*"));
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/workbench/" + name + ".png")));
    }
}
