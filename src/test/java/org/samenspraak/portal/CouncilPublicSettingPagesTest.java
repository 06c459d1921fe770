package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.council.PublicContacts;
import org.samenspraak.identity.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Chair and secretary say for themselves what everybody sees of them, and take it back. */
class CouncilPublicSettingPagesTest extends PortalScenario {

    private static final String PAGE = "/raad/instellingen/openbaar";
    private static final String MO = "mo@raad.example";

    @Autowired
    private PublicContacts contacts;

    @Test
    void agreesAndTakesItBack() throws Exception {
        askForView();
        outbox.sendDue();
        var an = signedIn(AN);

        assertThat(an.get("/raad/instellingen").body()).contains(PAGE);
        assertThat(contacts.of(council)).isEmpty();
        send(an, Map.of("mail", "true"));
        assertThat(contacts.of(council)).hasSize(1).allSatisfy(one -> {
            assertThat(one.name()).isNull();
            assertThat(one.mail()).isEqualTo(AN);
        });
        assertThat(an.get(PAGE).body()).contains("checked").doesNotContain("??");
        send(an, Map.of());
        assertThat(contacts.of(council)).isEmpty();
    }

    @Test
    void asksNobodyButChairAndSecretary() throws Exception {
        askForView();
        memberships.add(
                council,
                new NewMember("Mo Aziz", MO, null, null, Set.of(), true, true, false, Sex.NOT_STATED),
                today(),
                OFFICE);
        outbox.sendDue();
        var mo = signedIn(MO);

        assertThat(mo.get("/raad/instellingen").body()).doesNotContain(PAGE);
        assertThat(mo.get(PAGE).statusCode()).isEqualTo(403);
    }

    private void send(Browser browser, Map<String, String> ticks) {
        var typed = new HashMap<>(ticks);
        typed.put("_csrf", Browser.token(browser.get(PAGE)));
        typed.put("_council", council.toString());
        browser.post(PAGE, typed);
    }
}
