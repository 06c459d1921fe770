package org.samenspraak.advice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.JourneyIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A question to three councils, from the first draft to what everybody reads. */
class AdviceJourneyIT extends JourneyIT {

    private static final String YOUTH = Advisers.mail("Jeugdraad", Function.CHAIR);
    private static final String NEIGHBOURS = Advisers.mail("Wijkraad Kuringen", Function.SECRETARY);
    private static final String CULTURE = Advisers.mail("Cultuurraad", Function.CHAIR);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 14);

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Publishing publishing;

    private String kuringen = "";
    private String number = "";

    @BeforeEach
    void makeCouncils() {
        var city = areas.add("Hasselt", null, Actor.SYSTEM);
        var area = areas.add("Kuringen", city, Actor.SYSTEM);
        var advisers = new Advisers(councils, memberships, jdbc);
        var since = LocalDate.of(2026, 9, 1);
        advisers.add(CouncilKind.ADVIESRAAD, "Jeugdraad", city, since);
        advisers.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", area, since);
        advisers.add(CouncilKind.ADVIESRAAD, "Cultuurraad", city, since);
        kuringen = area.toString();
    }

    @Test
    void asksThreeCouncilsAndTellsWhatWasDoneWithTheirAdvice() {
        walk();
    }

    @Test
    @Tag("full")
    void asksThreeCouncilsWithoutJavaScript() {
        switchScriptOff();
        walk();
    }

    private void walk() {
        var department = official("department-youth");
        draft(department);
        choose(department);
        sendBack();
        mend(department);
        sendOut();
        advise();
        askMoreTime();
        grantMoreTime(department);
        letItPass();
        adviseLater();
        reply(department);
        var alderman = official("alderman");
        disagree(alderman);
        replyBetter(department);
        take(alderman, "Akkoord geven met de antwoorden");
        check(alderman, "agreed", "yes");
        send(alderman);
        adopt();
        readFeedback();
        readByEverybody();
    }

    private void draft(Page page) {
        page.navigate("/start/advice-request");
        good(page);
        choose(page, "asker", "department-youth");
        check(page, "onBehalfOf", "college");
        fill(
                page,
                Map.of(
                        "subject", "Schoolomgeving Kuringen",
                        "question", "Hoe maken we de schoolomgeving veilig?",
                        "stillOpen", "Alles behalve de ligging van de school."));
        check(page, "phase", "design");
        check(page, "position", "advise");
        choose(page, "domain", "youth");
        choose(page, "area", kuringen);
        upload(page, "documents", "plan.pdf");
        press(page, "Start");
        page.waitForURL("**/zaken/*");
        good(page);
        run();
        number = page.url().replaceFirst(".*/", "");
    }

    private void choose(Page page) {
        take(page, "Raden kiezen");
        assertThat(page.locator("#proposed").inputValue()).contains("Jeugdraad", "Wijkraad Kuringen");
        assertThat(page.locator("#term").inputValue()).contains("14 oktober 2026");
        press(page, "Voeg toe: Raad");
        page.locator("[id='councils[2].council']").selectOption("Cultuurraad");
        check(page, "councils[2].ask", "yes");
        check(page, "urgent", "no");
        send(page);
    }

    private void sendBack() {
        var office = official("participation-office");
        take(office, "Adviesvraag nakijken");
        assertThat(office.locator("#councils").inputValue()).contains("Cultuurraad");
        check(office, "checked", "return", "remarks");
        fill(office, Map.of("remarks", "Zeg ook om welke straten het gaat."));
        send(office);
    }

    private void mend(Page page) {
        take(page, "Adviesvraag verbeteren");
        assertThat(page.locator("#remarks").inputValue()).isEqualTo("Zeg ook om welke straten het gaat.");
        fill(page, Map.of("question", "Hoe maken we de Dorpsstraat en de Kerkstraat veilig?"));
        send(page);
        take(page, "Raden kiezen");
        assertThat(page.locator("[id='councils[2].council'] option:checked")).hasText("Cultuurraad");
        send(page);
    }

    private void sendOut() {
        var office = official("participation-office");
        take(office, "Adviesvraag nakijken");
        assertThat(office.locator("#question").inputValue()).contains("Dorpsstraat");
        check(office, "checked", "send");
        send(office);
    }

    private void advise() {
        assertThat(asked(YOUTH)).contains("Dorpsstraat", "14 oktober 2026");
        var page = question(YOUTH);
        check(page, "answer", "advice", "minority");
        point(page, 0, "Snelheid", "Laat er traag rijden.", "condition");
        press(page, "Voeg toe: Punt");
        point(page, 1, "Paaltjes", "Zet paaltjes aan de poort.", "positive");
        good(page);
        check(page, "basis", "votes", "votesFor");
        fill(page, Map.of("votesFor", "7", "votesAgainst", "2", "votesAbstained", "1"));
        fill(page, Map.of("minority", "Twee leden willen geen paaltjes."));
        assertThat(page.locator("#chair").inputValue()).isEqualTo("chair Jeugdraad");
        answer(page);
    }

    private void point(Page page, int row, String topic, String text, String kind) {
        var path = "points[" + row + "].";
        fill(page, Map.of(path + "topic", topic, path + "text", text, path + "page", "blz. 3"));
        choose(page, path + "kind", kind);
    }

    private void askMoreTime() {
        var page = question(NEIGHBOURS);
        check(page, "answer", "more-time", "moreReason");
        fill(page, Map.of("moreReason", "Wij vergaderen pas later.", "moreUntil", "2026-10-30"));
        answer(page);
    }

    private void grantMoreTime(Page page) {
        take(page, "Beslissen over meer tijd");
        assertThat(page.locator("#moreReason").inputValue()).isEqualTo("Wij vergaderen pas later.");
        check(page, "moreTime", "granted");
        fill(page, Map.of("decisionReason", "Er is nog tijd."));
        send(page);
    }

    private void letItPass() {
        goTo(LAST_DAY.plusDays(1));
        assertThat(subjects(CULTURE)).last().asString().contains("De termijn voor uw advies is voorbij");
    }

    private void adviseLater() {
        var page = question(NEIGHBOURS);
        check(page, "answer", "advice", "minority");
        point(page, 0, "Fiets", "Maak het fietspad breder.", "condition");
        check(page, "basis", "consensus");
        answer(page);
    }

    private void reply(Page page) {
        take(page, "Antwoorden op de adviezen");
        follow(page, "Punten en antwoorden (0 van 3 klaar)");
        page.waitForURL("**/terugkoppeling");
        good(page);
        reply(page, "Laat er traag rijden.", "followed", "", "artikel 4");
        reply(page, "Zet paaltjes aan de poort.", "not", "De brandweer moet er door.", "");
        reply(page, "Maak het fietspad breder.", "noted", "Dat komt in het volgende plan.", "");
        press(page, "Bewaar alles op deze pagina");
        assertThat(page.locator(".flash")).containsText("3");
        good(page);
        sendReplies(page);
    }

    private void reply(Page page, String point, String outcome, String reason, String place) {
        var reply = page.locator(".reply").filter(new FilterOptions().setHasText(point));
        reply.locator("[name^=outcome-]").selectOption(outcome);
        reply.locator("[name^=reason-]").fill(reason);
        if (!place.isEmpty()) {
            reply.locator("[name^=place-]").fill(place);
        }
    }

    private void sendReplies(Page page) {
        page.navigate("/werk");
        page.locator("[data-row]")
                .filter(new FilterOptions().setHasText("Antwoorden op de adviezen"))
                .locator("[data-open]")
                .press("Enter");
        page.waitForURL("**/taken/*");
        good(page);
        send(page);
    }

    private void disagree(Page alderman) {
        take(alderman, "Akkoord geven met de antwoorden");
        check(alderman, "agreed", "no", "remarks");
        fill(alderman, Map.of("remarks", "Vraag het na bij de brandweer."));
        send(alderman);
    }

    private void replyBetter(Page page) {
        take(page, "Antwoorden op de adviezen");
        assertThat(page.locator("#remarks").inputValue()).isEqualTo("Vraag het na bij de brandweer.");
        page.navigate("/zaken/" + number + "/terugkoppeling");
        reply(page, "Zet paaltjes aan de poort.", "partly", "Er komen paaltjes die de brandweer kan wegnemen.", "");
        press(page, "Bewaar alles op deze pagina");
        assertThat(page.locator(".flash")).containsText("bewaard");
        sendReplies(page);
    }

    private void adopt() {
        var page = official("college");
        take(page, "Besluit van het college noteren");
        var task = page.url();
        press(page, "Nota maken");
        page.waitForURL("**/zaken/**");
        good(page);
        page.navigate(task);
        check(page, "decision", "adopted");
        fill(page, "decisionDate", LAST_DAY.plusDays(1).toString(), "earlyReason"); // one council has its term still
        fill(page, Map.of("decisionNumber", "2026_CBS_0101", "earlyReason", "Alles is binnen."));
        send(page);
    }

    private void readFeedback() {
        assertThat(subjects(YOUTH)).last().asString().contains("Wat er met uw advies gebeurd is");
        var page = signedIn(YOUTH);
        follow(page, "Dossier");
        page.waitForURL("**/raad/dossier");
        page.locator("main a[href*='-RAD-']").first().press("Enter");
        page.waitForURL("**/raad/dossier/*");
        good(page);
        var text = page.locator("main").innerText();
        assertThat(text).contains("Wat er met uw advies gebeurd is", "De punten van andere raden", "artikel 4");
        assertThat(text.indexOf("paaltjes die de brandweer kan wegnemen"))
                .isBetween(0, text.indexOf("De punten van andere raden"));
    }

    /** Not before somebody of the office said that nothing about people is left in it, and the letters left. */
    private void readByEverybody() {
        publishing.release();
        var sooner = screen(Screen.PHONE); // a browser keeps what is public for a minute
        sooner.navigate("/publiek/adviezen");
        assertThat(sooner.locator("main")).not().containsText("Schoolomgeving Kuringen");
        var office = official("participation-office");
        take(office, "Openbare pagina nakijken");
        office.locator("[name=lookedThrough][type=checkbox]").press("Space");
        send(office);
        publishing.release();
        var page = screen(Screen.PHONE);
        page.navigate("/publiek/adviezen");
        good(page);
        follow(page, "Schoolomgeving Kuringen");
        assertThat(page.locator("main")).containsText("Er komen paaltjes die de brandweer kan wegnemen.");
        assertThat(page.locator("main")).not().containsText("chair Jeugdraad");
    }
}
