package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.identity.Browser;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People of councils at a browser of their own. */
abstract class PortalScenario extends CouncilCaseIT {

    private static final Pattern LINK = Pattern.compile("/raad/aanmelden/[A-Za-z0-9_-]{64}");

    @LocalServerPort
    protected int port;

    @Autowired
    protected SignInRound round;

    protected Browser browser = new Browser(0);

    @BeforeEach
    void sitDown() {
        browser = new Browser(port);
    }

    /** The answer to who asks for a link. */
    protected String ask(Browser browser, String address) {
        var page = browser.get("/raad/aanmelden");
        var sent = browser.post("/raad/aanmelden", Map.of("_csrf", Browser.token(page), "mail", address));
        assertThat(Browser.location(sent)).isEqualTo("/raad/aanmelden");
        return browser.get("/raad/aanmelden?verstuurd").body();
    }

    /** The path of the newest link that was mailed to an address. */
    protected String link(String address) throws Exception {
        round.mail();
        outbox.sendDue();
        String link = null;
        for (var received : mail.receivedBy(address)) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            if (found.find()) {
                link = found.group();
            }
        }
        return Objects.requireNonNull(link, "no link for " + address);
    }

    protected String enter(Browser browser, String link) {
        var page = browser.get(link);
        return Browser.location(browser.post(link, Map.of("_csrf", Browser.token(page))));
    }

    /** Somebody who asked a link, opened it and pressed the button. */
    protected Browser signedIn(String address) throws Exception {
        var own = new Browser(port);
        ask(own, address);
        enter(own, link(address));
        return own;
    }
}
