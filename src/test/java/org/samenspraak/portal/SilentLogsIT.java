package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LinkRound;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.testing.Applicant;
import org.samenspraak.testing.CouncilCaseIT;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Logs go to people who may not read mail, open links or sign in as somebody else. */
class SilentLogsIT extends CouncilCaseIT {

    @Autowired
    private LinkRound links;

    private static final String PASSWORD = "vier blauwe fietsen";
    private static final String MAIL_SERVER = "com.icegreen.greenmail";
    private static final String TYPO = "vier blauwe fietsem";

    @Autowired
    private People people;

    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.samenspraak");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        all.addAppender(heard);
        ours.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        all.detachAppender(heard);
        ours.setLevel(null);
    }

    @Test
    void holdNoTokenNoPasswordAndNoMailAddress() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        mvc.perform(get("/v/" + token));
        mvc.perform(get("/v/" + token + "/document"));
        mvc.perform(get("/v/" + token + "/nergens"));
        mvc.perform(get("/agenda/feed/" + token + ".ics"));
        mvc.perform(post("/v/" + token + "/document"));
        mvc.perform(multipart("/v/" + token).param("signedAs", ""));
        mvc.perform(multipart("/v/" + token).param("signedAs", AN).param("agrees", "true"));
        mvc.perform(post("/v/" + token + "/nieuwe-link"));
        links.mail();
        var applicant = apply();
        signIn();
        processes.start("engagement-statement", caseId, Map.of(), OFFICE);
        engine.runDue();
        mail.goAway();
        outbox.sendDue();
        mail.comeBack();

        assertThat(heard.list).isNotEmpty();
        assertThat(heard.list.stream()
                        .filter(event -> !event.getLoggerName().startsWith(MAIL_SERVER))
                        .map(SilentLogsIT::whole))
                .noneMatch(line -> line.contains(token)
                        || line.contains(token.substring(0, 20))
                        || line.contains(applicant)
                        || line.contains("Wijkraad Geheim")
                        || line.contains(PASSWORD)
                        || line.contains(TYPO)
                        || line.contains("@raad.example")
                        || line.contains("@hasselt.example"));
    }

    /** Types a draft; the number of its cookie. */
    private String apply() throws Exception {
        var applicant = new Applicant(mvc);
        applicant.open("");
        applicant.type("name=Wijkraad Geheim");
        applicant.press("_next=1", "name=Wijkraad Geheim", "contactMail=geheim@raad.example");
        return applicant.cookie();
    }

    private void signIn() throws Exception {
        people.add(new NewPerson("an", "An", "an@hasselt.example", "", PASSWORD, Set.of()), OFFICE);
        for (var password : new String[] {TYPO, PASSWORD}) {
            mvc.perform(post("/aanmelden").with(csrf()).param("username", "an").param("password", password));
        }
        mvc.perform(post("/aanmelden").param("username", "an").param("password", PASSWORD));
        mvc.perform(post("/mijn/wachtwoord").param("currentPassword", PASSWORD).param("password", TYPO));
    }

    private static String whole(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        return event.getLoggerName()
                + event.getFormattedMessage()
                + (failure == null ? "" : ThrowableProxyUtil.asString(failure));
    }
}
