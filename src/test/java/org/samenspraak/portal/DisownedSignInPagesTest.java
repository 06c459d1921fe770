package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.Browser;
import org.samenspraak.process.Tasks;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads an address and says that a question is not for them, does not sign in with it either. */
class DisownedSignInPagesTest extends PortalScenario {

    @Autowired
    private Tasks tasks;

    @BeforeEach
    void aQuestion() {
        askForView();
        outbox.sendDue();
    }

    @Test
    void letsNobodyInUntilTheOfficeSaysThatTheAddressIsRight() throws Exception {
        var an = signedIn(AN);
        ask(new Browser(port), AN);
        var before = link(AN);
        disown();

        assertThat(Browser.location(an.get("/raad"))).isEqualTo("/raad/aanmelden");
        var late = new Browser(port);
        var token = Browser.token(late.get(before));
        assertThat(late.post(before, Map.of("_csrf", token)).statusCode()).isEqualTo(410);
        assertThat(shown(ask(browser, AN))).isEqualTo(shown(ask(new Browser(port), "niemand@raad.example")));
        assertThat(link(AN)).isEqualTo(before);
        assertThat(signedIn(ELS).get("/raad").statusCode()).isEqualTo(200);

        var reach = tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals("Task_ReachCouncil"))
                .findFirst()
                .orElseThrow();
        tasks.complete(reach.id(), Map.of("reached", "mail"), OFFICE);
        engine.runDue();

        assertThat(signedIn(AN).get("/raad").statusCode()).isEqualTo(200);
    }

    @Test
    void letsInAtTheAddressThatComesInstead() throws Exception {
        disown();
        memberships.replace(
                council,
                List.of(
                        person("An Peeters", "an.nieuw@raad.example", Function.CHAIR),
                        person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);

        assertThat(signedIn("an.nieuw@raad.example").get("/raad").statusCode()).isEqualTo(200);
        ask(browser, AN);
        round.mail();
        assertThat(jdbc.sql("select count(*) from portal_sign_in")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void disown() throws Exception {
        new Browser(port).post("/v/" + tokenOf(AN) + "/niet-voor-mij", Map.of());
    }

    /** Without the token of the form, which differs for every browser. */
    private static String shown(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }
}
