package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Browser;

/** What is asked of a council, for who signed in. */
class CouncilQuestionPagesTest extends PortalScenario {

    private static final String BO = "bo@raad.example";

    @Test
    void showsTheQuestionAndTakesItsAnswerUnderTheNameOfTheRegister() throws Exception {
        askForView();
        var an = signedIn(AN);
        var home = an.get("/raad").body();
        assertThat(home).contains(question()).contains("Later");
        var page = an.get(question());
        assertThat(page.body()).contains("U stuurt dit als An Peeters, voorzitter van Wijkraad Runkst");

        var sent = an.post(
                question(),
                Map.of(
                        "_csrf",
                        Browser.token(page),
                        "_council",
                        council.toString(),
                        "view",
                        "Wij zijn het niet eens.",
                        "_name",
                        "Iemand anders"));

        assertThat(Browser.location(sent)).isEqualTo("/raad");
        assertThat(an.get("/raad").body()).contains("wij hebben uw antwoord", "vraagt nu niets");
        assertThat(jdbc.sql("select by_name from forms_submission")
                        .query(String.class)
                        .list())
                .containsExactly("An Peeters, voorzitter (Wijkraad Runkst)");
    }

    @Test
    void saysWhatAQuestionIsAbout() throws Exception {
        askForView();
        jdbc.sql("update casefile_case set title = 'Plein en park' where id = ?")
                .param(caseId.value())
                .update();

        assertThat(signedIn(AN).get("/raad").body()).contains("Plein en park");
    }

    @Test
    void sharesOneDraftWithWhoHasALink() throws Exception {
        askForView();
        var link = "/v/" + tokenOf(ELS);
        new Browser(port).post(link + "/concept", Map.of("view", "Half ingevuld"));
        var an = signedIn(AN);

        assertThat(an.get(question()).body()).contains("Half ingevuld", "door Els Maes, secretaris");
        var page = an.get(question());
        an.post(
                question() + "/concept",
                Map.of("_csrf", Browser.token(page), "_council", council.toString(), "view", "Verder geschreven"));
        assertThat(new Browser(port).get(link).body()).contains("door An Peeters, voorzitter");
    }

    @Test
    void whoMayNotSendWritesAlongAndSendsNothing() throws Exception {
        askForView();
        addBo();
        var bo = signedIn(BO);
        var page = bo.get(question());
        assertThat(page.body())
                .contains("Versturen doet de voorzitter", "An Peeters, voorzitter", "Els Maes, secretaris")
                .doesNotContain("utrecht-button--primary-action");

        var answer = Map.of("_csrf", Browser.token(page), "_council", council.toString(), "view", "Van Bo");
        var sent = bo.post(question(), answer);
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("Van Bo", "Versturen doet de voorzitter");
        assertThat(jdbc.sql("select count(*) from forms_submission")
                        .query(Long.class)
                        .single())
                .isZero();

        letSend(bo);
        assertThat(Browser.location(bo.post(question(), answer))).isEqualTo("/raad");
    }

    @Test
    void printsTheQuestionToFillInByHand() throws Exception {
        askToSign();
        var an = signedIn(AN);
        var mine = "/raad/vragen/" + task("%council-chair@%");
        assertThat(an.get(mine).body()).contains(mine + "/papier");

        var paper = an.get(mine + "/papier");

        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(an.get("/raad/vragen/" + task("%council-secretary@%") + "/papier")
                        .statusCode())
                .isEqualTo(404);
    }

    /** The chair ticks the only other member. */
    private void letSend(Browser bo) throws Exception {
        var member = memberships.today(council).stream()
                .filter(one -> !one.isContact())
                .findFirst()
                .orElseThrow();
        var form = Map.of(
                "_csrf",
                Browser.token(bo.get("/raad")),
                "_council",
                council.toString(),
                "sender",
                member.id().toString());
        assertThat(bo.post("/raad/instellingen", form).statusCode()).isEqualTo(403);
        var an = signedIn(AN);
        var page = an.get("/raad/instellingen");
        assertThat(page.body()).contains("altijd versturen", "Bo Jans");
        an.post(
                "/raad/instellingen",
                Map.of(
                        "_csrf",
                        Browser.token(page),
                        "_council",
                        council.toString(),
                        "sender",
                        member.id().toString()));
        assertThat(jdbc.sql("select name || ', ' || chosen_by from council_sender"
                                + " join council_membership on id = membership_id")
                        .query(String.class)
                        .list())
                .containsExactly("Bo Jans, An Peeters, voorzitter (Wijkraad Runkst)");
    }

    @Test
    void onlyWhoSignsOpensWhatIsForOnePerson() throws Exception {
        askToSign();
        addBo();
        var an = signedIn(AN);
        var mine = task("%council-chair@%");
        var theirs = task("%council-secretary@%");
        assertThat(an.get("/raad").body())
                .contains("Alleen de secretaris kan dit invullen")
                .doesNotContain(theirs);
        assertThat(an.get("/raad/vragen/" + mine).body()).contains("Alleen u kunt dit invullen");
        assertThat(an.get("/raad/vragen/" + mine + "/document").statusCode()).isEqualTo(200);
        assertThat(an.get("/raad/vragen/" + theirs + "/document").statusCode()).isEqualTo(404);
        assertThat(signedIn(BO).get("/raad/vragen/" + mine + "/document").statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensNothingOfAnotherCouncil() throws Exception {
        askForView();
        var question = question();
        var other = councils.add(
                CouncilKind.WIJKRAAD, "Wijkraad Kuringen", councils.get(council).area(), OFFICE);
        memberships.add(other, person("Bo Jans", BO, Function.CHAIR), today(), OFFICE);
        var bo = signedIn(BO);

        assertThat(bo.get(question).statusCode()).isEqualTo(404);
        assertThat(bo.get(question + "/document").statusCode()).isEqualTo(404);
        var token = Browser.token(bo.get("/raad"));
        assertThat(bo.post(question, Map.of("_csrf", token, "view", "x")).statusCode())
                .isEqualTo(404);
        assertThat(bo.post(question + "/concept", Map.of("_csrf", token, "view", "x"))
                        .body())
                .doesNotContain("Bewaard op");
        // a form that names a council they are not in does nothing, and leads to the one they are in
        assertThat(Browser.location(
                        bo.post(question, Map.of("_csrf", token, "_council", council.toString(), "view", "x"))))
                .isEqualTo("/raad");
        assertThat(jdbc.sql("select count(*) from forms_submission")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void showsWhatWasTypedWhenAnotherWasFirst() throws Exception {
        askForView();
        var an = signedIn(AN);
        var els = signedIn(ELS);
        var question = question();
        send(els, question, "Van Els");

        assertThat(send(els, question, "Van Els")).as("pressed twice").isEqualTo(302);
        var page = an.get(question);
        assertThat(page.body()).contains("Dit is al verstuurd", "Els Maes, secretaris");
        var late = an.post(
                question,
                Map.of("_csrf", Browser.token(an.get("/raad")), "_council", council.toString(), "view", "Van An"));
        assertThat(late.body()).contains("Dit is al verstuurd", "Van An");
    }

    private int send(Browser browser, String question, String view) {
        var token = Browser.token(browser.get("/raad"));
        return browser.post(question, Map.of("_csrf", token, "_council", council.toString(), "view", view))
                .statusCode();
    }

    private void addBo() {
        memberships.add(
                council,
                new NewMember("Bo Jans", BO, null, "Dorpsstraat 9", Set.of(), true, true, false, Sex.NOT_STATED),
                today(),
                OFFICE);
    }

    private String question() {
        return "/raad/vragen/" + task("%council@%");
    }

    private String task(String group) {
        return jdbc.sql("select id from process_task where array_to_string(groups, ' ') like ?")
                .param(group)
                .query(String.class)
                .single();
    }
}
