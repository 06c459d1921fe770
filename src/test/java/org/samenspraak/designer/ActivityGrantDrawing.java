package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.samenspraak.testing.JourneyIT;

/** What the guide for designers tells to draw, step by step: a grant for an activity with two closing dates and a jury. */
abstract class ActivityGrantDrawing extends JourneyIT {

    static final String THERE = "/ontwerp/trajecten/activiteitensubsidie";
    /** Editors are large pages: on a busy machine they take their time. */
    static final double SLOW = 60_000;

    void begin(Page page) {
        page.navigate("/ontwerp");
        page.fill("#name", "Activiteitensubsidie");
        page.fill("#folder", "activiteitensubsidie");
        press(page, "Een nieuw traject beginnen");
        page.waitForURL("**" + THERE);
    }

    void values(Page page) {
        page.navigate("/beheer/reglementen/hasselt/1");
        press(page, "Nieuwe versie maken");
        page.waitForURL("**/hasselt/2");
        add(
                page,
                "activiteit-voorjaar",
                "DATE_IN_YEAR",
                "--02-15",
                "indienen in het voorjaar",
                "closing date in spring");
        add(page, "activiteit-najaar", "DATE_IN_YEAR", "--09-15", "indienen in het najaar", "closing date in autumn");
        add(page, "activiteit-jury", "WORKING_DAYS", "15", "punten geven door de jury", "scores by the jury");
        add(page, "activiteit-beslissen", "WEEKS", "4", "beslissen over de activiteit", "decision on the activity");
        add(
                page,
                "activiteit-maximum",
                "AMOUNT",
                "2500",
                "hoogste subsidie voor een activiteit",
                "highest activity grant");
    }

    private void add(Page page, String key, String type, String value, String name, String nameEn) {
        page.navigate("/beheer/reglementen/hasselt/2/nieuw");
        page.fill("#key", key);
        page.selectOption("#type", type);
        page.fill("#value", value);
        page.fill("#called", name);
        page.fill("#calledEn", nameEn);
        page.fill("#sentence", "Zo staat het in het reglement van de stad.");
        page.fill("#sentenceEn", "The regulation of the city says so.");
        page.fill("#reason", "Een voorbeeld, naar het reglement van Hasselt.");
        page.fill("#reasonEn", "An example, after the regulation of Hasselt.");
        look(page, "waarde");
        press(page, "Toevoegen");
        page.waitForURL("**/hasselt/2");
    }

    void putInForce(Page page) {
        page.navigate("/beheer/reglementen/hasselt/2");
        page.fill("#holdsFrom", "2026-09-14");
        press(page, "Bewaren");
        assertThat(page.locator(".flash")).containsText("Bewaard");
    }

    void letters(Page page) {
        for (var name : new String[] {"activiteit-toegekend", "activiteit-geweigerd"}) {
            page.navigate("/beheer/brieven/nieuw");
            page.fill("#name", name);
            page.selectOption("#kind", "LETTER");
            page.selectOption("#folder", "activiteitensubsidie");
            press(page, "Begin de tekst");
            page.waitForURL("**/" + name + "/nl");
            page.fill(
                    "#title",
                    name.endsWith("toegekend")
                            ? "Uw activiteit krijgt subsidie"
                            : "Uw activiteit krijgt geen subsidie");
            page.fill(
                    "#body", "De stad besliste over uw aanvraag van {{received}}. Vragen? Bel het participatiebureau.");
            press(page, "Bewaar als concept");
            assertThat(page.locator(".flash")).isVisible();
        }
    }

    void publishLetters(Page page) {
        for (var name : new String[] {"activiteit-toegekend", "activiteit-geweigerd"}) {
            page.navigate("/beheer/brieven/" + name + "/nl");
            page.fill("#note", "Voor de activiteitensubsidie");
            press(page, "Publiceer");
            assertThat(page.locator(".flash")).isVisible();
        }
    }

    private void addFile(Page page, String kind, String file, String name) {
        page.navigate(THERE);
        page.locator("summary")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Bestand toevoegen"))
                .click();
        page.locator("#kind-" + kind).check();
        page.fill("#name", name);
        page.fill("#file", file);
        press(page, "Bestand toevoegen");
        page.waitForURL("**/" + file + "." + kind);
        new Drawing(page).ready();
    }

    void forms(Page page) {
        addFile(page, "form", "activiteit-aanvraag", "Subsidie vragen voor een activiteit");
        var form = new Drawing(page);
        form.house("title_en", "Ask a grant for an activity");
        form.field("textfield", "subject", "Welke activiteit?", "Which activity?")
                .required()
                .caseTitle();
        form.field("number", "month", "In welke maand is de activiteit?", "In which month is the activity?")
                .required()
                .fact();
        form.field("number", "grantYear", "In welk jaar?", "In which year?")
                .required()
                .fact();
        form.field("number", "asked", "Hoeveel euro vraagt u?", "How many euros do you ask?")
                .required()
                .fact();
        form.saved();
        look(page, "formulier");
        addFile(page, "form", "activiteit-punten", "Punten geven");
        form.house("title_en", "Give points");
        form.field("number", "score", "Hoeveel punten op 20?", "How many points out of 20?")
                .required()
                .fact();
        form.field("textarea", "why", "Waarom?", "Why?").required();
        form.saved();
        addFile(page, "form", "activiteit-besluit", "Beslissen over de activiteit");
        form.house("title_en", "Decide on the activity");
        form.field("number", "granted", "Hoeveel euro krijgt de raad?", "How many euros does the council get?")
                .required()
                .fact();
        form.field("textfield", "decision", "Nummer van het besluit", "Number of the decision")
                .required()
                .fact();
        form.field("textarea", "reason", "Waarom?", "Why?").required();
        form.saved();
    }

    void table(Page page) {
        addFile(page, "dmn", "activiteit-indiendatum", "Welke indieningsdatum telt");
        var table = new Drawing(page);
        table.input("Maand van de activiteit", "month", "number");
        table.output("Indieningsdatum", "closing");
        table.addRule();
        table.cell(0, "input", "[1..6]");
        table.cell(0, "output", "\"activiteit-najaar\"");
        table.cell(1, "output", "\"activiteit-voorjaar\"");
        table.saved("activiteit-voorjaar");
        look(page, "tabel");
    }

    void model(Page page) {
        page.navigate(THERE + "/activiteitensubsidie.bpmn");
        var model = new Drawing(page).ready();
        model.process(
                "ACT",
                "activiteit-aanvraag",
                "council",
                "Een raad vraagt geld voor een activiteit. Na de indieningsdatum geeft een jury punten; daarna beslist de stad.");
        model.fill("name_en", "Activity grant");
        model.delete("End_Done");
        var table = model.place("Start_Begun", "rule-task", "Indieningsdatum kiezen", "Choose the closing date");
        model.choose("decision", "activiteit-indiendatum")
                .choose("camunda:mapDecisionResult", "singleEntry")
                .fill("camunda:resultVariable", "closing");
        var wait = model.append(table, "timer", "Indieningsdatum", "Closing date");
        model.fill("timeDate", "${clock.due(closing)}");
        var jury = model.append(wait, "user-task", "Punten geven", "Give points");
        model.task("committee-jury", "activiteit-punten", "activiteit-jury", "activiteit-aanvraag");
        var maximum = model.append(jury, "service-task", "Maximum lezen", "Read the maximum");
        model.step("regulation.value", "key", "'activiteit-maximum'").fill("camunda:resultVariable", "maximum");
        var reserve = model.append(maximum, "service-task", "Geld reserveren", "Reserve money");
        model.step("ledger.reserve", "purpose", "'activiteiten'", "year", "grantYear", "amount", "asked")
                .fill("camunda:resultVariable", "enough");
        var possible = model.append(reserve, "exclusive-gateway", "Kan het?", "Is it possible?");
        var decide = model.append(possible, "user-task", "Beslissen over de activiteit", "Decide on the activity");
        model.task(
                "participation-office",
                "activiteit-besluit",
                "activiteit-beslissen",
                "activiteit-aanvraag",
                "activiteit-punten");
        var granted = model.append(decide, "exclusive-gateway", "Toegekend?", "Granted?");
        var fix = model.append(granted, "service-task", "Geld vastleggen", "Fix the money");
        model.step("ledger.fix", "amount", "granted", "decision", "decision");
        var tell = model.append(fix, "service-task", "Brief: toegekend", "Letter: granted");
        model.step("correspondence.letter", "template", "'activiteit-toegekend'");
        var pay = model.append(tell, "service-task", "Laten betalen", "Have it paid");
        model.step("ledger.pay");
        var paid = model.place(pay, "message", "Betaald", "Paid");
        model.message("payment-made");
        var close = model.append(paid, "service-task", "Zaak sluiten: toegekend", "Close the case: granted");
        model.step("casefile.close", "outcome", "'granted'");
        model.append(close, "end-event", "Activiteit betaald", "Activity paid");
        var release = model.append(possible, "service-task", "Geld vrijgeven", "Release the money");
        model.step("ledger.release");
        var refuse = model.append(release, "service-task", "Brief: geweigerd", "Letter: refused");
        model.step("correspondence.letter", "template", "'activiteit-geweigerd'");
        var shut = model.append(refuse, "service-task", "Zaak sluiten: geweigerd", "Close the case: refused");
        model.step("casefile.close", "outcome", "'refused'");
        model.append(shut, "end-event", "Activiteit geweigerd", "Activity refused");
        model.connect(granted, release);
        model.selectArrow(possible, decide).otherwise("Ja");
        model.selectArrow(possible, release).answer("Nee", "${not enough or asked > maximum}");
        model.selectArrow(granted, fix).otherwise("Ja");
        model.selectArrow(granted, release).answer("Nee", "${granted <= 0}");
        model.saved();
        look(page, "tekenen");
        assertThat(page.locator("#findings [data-severity=error]")).hasCount(0);
    }

    void publish(Page page, Page other) {
        page.navigate(THERE);
        look(page, "traject");
        page.fill("#note", "Een nieuw traject: subsidie voor een activiteit");
        press(page, "Voorleggen om te publiceren");
        assertThat(page.locator(".flash")).isVisible();
        other.navigate(THERE);
        press(other, "Publiceren");
        assertThat(other.locator(".flash")).containsText("Versie 1 is gepubliceerd");
    }

    static void look(Page page, String name) {
        Pictures.take(page, name);
    }
}
