package org.samenspraak.grant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.grant.Agreements.Promise;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.JourneyIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What a council and the office do for a yearly talk, page by page: asked on a phone, planned, held and confirmed. */
abstract class TalkJourney extends JourneyIT {

    static final String AN = "an@raad.example";
    static final LocalDate DAY = LocalDate.of(2026, 10, 6);

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Cases cases;

    @Autowired
    private Agreements agreements;

    @Autowired
    private TalkStarter starter;

    AreaId area = AreaId.create();
    CouncilId council = CouncilId.create();

    @BeforeEach
    void aCouncilThatTalkedLastYear() {
        area = areas.add("Runkst", null, Actor.SYSTEM);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, Actor.SYSTEM);
        jdbc.sql("update council_council set standing = 'RECOGNISED' where id = ?")
                .param(council.value())
                .update();
        var chair = new NewMember(
                "An Peeters", AN, null, "Straat 1", Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.replace(council, List.of(chair), LocalDate.of(2026, 9, 1), Actor.SYSTEM);
        lastYear();
    }

    private void lastYear() {
        var round = UUID.randomUUID();
        jdbc.sql(
                        "insert into grant_round (case_id, year, closing_day, closed_at) values (?, 2025, '2025-12-31', now())")
                .param(round)
                .update();
        var talk = cases.open(new OpenCase(
                CaseId.create(),
                Talk.YEARLY,
                "GES",
                "Jaarlijks gesprek 2025",
                council,
                area,
                LocalDate.of(2026, 9, 1),
                false,
                Actor.SYSTEM));
        jdbc.sql(
                        """
                        insert into grant_talk (case_id, round, council_id, year, state, goals)
                        values (?, ?, ?, 2025, 'CONFIRMED', 'Meer banken in de wijk.')
                        """)
                .params(talk.value(), round, council.value())
                .update();
        agreements.keep(talk, council, List.of(new Promise("Flyers maken", null, null, LocalDate.of(2026, 10, 1))));
    }

    void startRound(Page page) {
        page.navigate("/start/yearly-round");
        good(page);
        assertThat(page.locator("main")).containsText("Sluitingsdag van 2026: do 31 december 2026");
        choose(page, "year", "2027");
        update(page, "year");
        page.getByText("Sluitingsdag van 2027: vr 31 december 2027").waitFor();
        good(page);
        choose(page, "year", "2026");
        check(page, "sure", "true");
        press(page, "Start");
        page.waitForURL("**/zaken/*");
        good(page);
        starter.begin();
        run();
        page.navigate("/rondes/" + page.url().replaceFirst(".*/", ""));
        good(page);
        assertThat(page.locator("main")).containsText("Bereidt zich voor (1)");
    }

    /** Nothing has changed: three answers. */
    void prepare() {
        assertThat(asked(AN)).contains("Gesprek voorbereiden");
        var page = question(AN);
        assertThat(page.locator("#lastGoals")).hasValue("Meer banken in de wijk.");
        assertThat(page.locator("main")).containsText("Flyers maken");
        check(page, "changed", "no");
        check(page, "agreements[0].done", "no");
        check(page, "talking", "yes");
        fill(page, Map.of("wishes", "Een lokaal om te vergaderen."));
        answer(page);
    }

    void plan(Page page) {
        take(page, "Gesprek plannen");
        assertThat(page.locator("#prepared")).hasValue(Pattern.compile("Een lokaal om te vergaderen"));
        assertThat(page.locator("#partnerRole")).hasValue("de schepen of wethouder");
        assertThat(page.locator("#partner option:checked")).hasText("alderman");
        check(page, "way", "fixed", "day");
        fill(page, Map.of("day", DAY.toString(), "time", "19:30", "place", "Buurthuis De Linde"));
        send(page);
        assertThat(subjects(AN)).last().asString().contains("Uitnodiging voor het gesprek");
    }

    void report(Page page) {
        take(page, "Gesprek voeren en verslag maken");
        check(page, "held", "yes", "heldOn");
        press(page, "Voeg toe: Afspraak");
        page.locator("[id='agreements[0].what']").waitFor();
        if (hasScript()) {
            typeWithoutNetwork(page);
        } else {
            fill(page, Map.of("points[0].said", "Er is een lokaal vrij in de school."));
        }
        fill(page, Map.of("agreements[0].what", "Snelheid meten in de Kerkstraat"));
        check(page, "agreements[0].whose", "city", "agreements[0].group");
        choose(page, "agreements[0].group", "department-mobility");
        fill(page, Map.of("agreements[0].due", "2026-12-01"));
        press(page, "Voeg toe: Afspraak");
        page.locator("[id='agreements[1].what']").waitFor();
        fill(page, Map.of("agreements[1].what", "Bewoners uitnodigen"));
        check(page, "agreements[1].whose", "council");
        fill(page, Map.of("agreements[1].due", "2026-11-15"));
        good(page);
        send(page);
    }

    /** What is typed meanwhile stays on the page, is said not to be kept, and is kept as soon as the network is back. */
    private void typeWithoutNetwork(Page page) {
        var fault = page.locator("[data-fault=connection]");
        page.context().setOffline(true);
        var said = page.locator("[id='points[0].said']");
        said.pressSequentially("Er is een lokaal vrij");
        fault.waitFor();
        said.pressSequentially(" in de school.");
        page.locator("#present").pressSequentially("voorzitter, schepen");
        good(page);
        assertThat(said).hasValue("Er is een lokaal vrij in de school.");

        page.context().setOffline(false);
        assertThat(page.locator("#kept")).containsText("Bewaard op");
        assertThat(fault).isHidden();
        page.reload();
        assertThat(page.locator("[id='points[0].said']")).hasValue("Er is een lokaal vrij in de school.");
        assertThat(page.locator("#present")).hasValue("voorzitter, schepen");
    }

    void confirm() {
        var page = question(AN);
        assertThat(page.locator("#agreements")).hasValue(Pattern.compile("Bewoners uitnodigen"));
        check(page, "agreed", "yes");
        answer(page);
        assertThat(jdbc.sql("select state from grant_talk where round is not null and year = 2026")
                        .query(String.class)
                        .single())
                .isEqualTo("CONFIRMED");
    }
}
