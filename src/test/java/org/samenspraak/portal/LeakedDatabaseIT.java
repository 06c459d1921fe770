package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMailUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LinkRound;
import org.samenspraak.correspondence.ReminderRound;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.testing.CouncilCaseIT;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Who steals the database or the logs, after links were mailed, opened, typed in and asked again, can open nothing with it. */
class LeakedDatabaseIT extends CouncilCaseIT {

    @Autowired
    private LinkRound links;

    private static final Pattern LINK = Pattern.compile("/v/([A-Za-z0-9_-]{64})");

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private ReminderRound round;

    @Test
    void holdsNoLinkThatWorks() throws Exception {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var sql = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core");
        all.addAppender(heard);
        sql.setLevel(Level.TRACE);
        try {
            walk();
        } finally {
            all.detachAppender(heard);
            sql.setLevel(null);
        }
        var tokens = mailed();
        assertThat(tokens).hasSizeGreaterThan(3);

        var places = new ArrayList<String>();
        heard.list.stream()
                .filter(event -> !event.getLoggerName().startsWith("com.icegreen"))
                .forEach(event -> places.add(event.getFormattedMessage()));
        for (var table : jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()) {
            places.addAll(jdbc.sql("select t::text from \"" + table + "\" t")
                    .query(String.class)
                    .list());
        }
        var whole = String.join("\n", places);
        assertThat(whole).contains(cases.get(caseId).number());
        for (var token : tokens) {
            // the first 22 characters are the id of the question, the rest proves it
            var proof = token.substring(23);
            assertThat(whole.contains(proof)).as("readable").isFalse();
            assertThat(whole.contains(HexFormat.of().formatHex(proof.getBytes(StandardCharsets.US_ASCII))))
                    .as("as bytes")
                    .isFalse();
        }
    }

    private void walk() throws Exception {
        engine.set(clock.instant());
        askToSign();
        processes.start("recognition-withdrawal", caseId, Map.of(), OFFICE);
        engine.runDue();
        var token = tokenOf(AN);
        mvc.perform(get("/v/" + token));
        mvc.perform(get("/v/" + token + "?stap=1"));
        mvc.perform(post("/v/" + token + "/concept").param("view", "Wij vinden"));
        mvc.perform(multipart("/v/" + token).param("view", ""));
        mvc.perform(post("/v/" + token + "/nieuwe-link"));
        links.mail();
        mvc.perform(get("/v/" + token + "/nergens"));
        outbox.sendDue();
        for (int day = 0; day < 14; day++) {
            clock.advance(Duration.ofDays(1));
            schedule.giveDue();
            round.queueDue();
            outbox.sendDue();
        }
        mvc.perform(post("/v/" + tokenOf(ELS) + "/niet-voor-mij"));
    }

    private Set<String> mailed() {
        var tokens = new HashSet<String>();
        for (var sent : mail.received()) {
            var found = LINK.matcher(GreenMailUtil.getBody(sent).replace("=\r\n", ""));
            while (found.find()) {
                tokens.add(found.group(1));
            }
        }
        return tokens;
    }

    /** What a mail is about is read on locked screens and in lists of others: it names no person. */
    @Test
    void namesNobodyInASubject() throws Exception {
        walk();

        for (var sent : mail.received()) {
            assertThat(sent.getSubject()).doesNotContain("Peeters", "Maes", "@");
        }
        assertThat(List.copyOf(mail.received())).hasSizeGreaterThan(5);
    }
}
