package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail programs and virus scanners open every link before the reader does, as often as they like: nothing comes of it. */
class RobotsIT extends CouncilCaseIT {

    @Autowired
    private Prompts prompts;

    @Autowired
    private Tasks tasks;

    @Test
    void openEveryLinkAndChangeNothing() throws Exception {
        engine.set(clock.instant());
        askToSign();
        var open = tokenOf(AN);
        var answered = tokenOf(ELS);
        var task = ((Opening.Open) prompts.open(answered)).taskId();
        tasks.complete(task, Map.of(), OFFICE);
        prompts.received(task, "Els Maes, secretaris");
        outbox.sendDue();
        var withdrawn = withdrawnLink();
        var before = database();
        var mails = mail.received().size();

        for (var token : List.of(open, answered, withdrawn, "A".repeat(64), "raad")) {
            for (var page : pages(token)) {
                mvc.perform(get(page));
                mvc.perform(get(page).header("Sec-Purpose", "prefetch").header("Purpose", "prefetch"));
                mvc.perform(head(page));
            }
        }
        outbox.sendDue();

        assertThat(database()).isEqualTo(before);
        assertThat(mail.received()).hasSize(mails);
        assertThat(prompts.open(open)).isInstanceOf(Opening.Open.class);
    }

    private static List<String> pages(String token) {
        var pages = new ArrayList<String>();
        for (var page : List.of(
                "",
                "?alles",
                "?stap=1",
                "?nakijken=1",
                "?bedankt",
                "/document",
                "/concept",
                "/nieuwe-link",
                "/niet-voor-mij",
                "/intrekken")) {
            pages.add("/v/" + token + page);
        }
        return pages;
    }

    /** The link of a question to this council that was taken back. */
    private String withdrawnLink() throws Exception {
        processes.start("recognition-withdrawal", caseId, Map.of(), OFFICE);
        engine.runDue();
        var token = tokenOf(AN);
        var prompt = ((Opening.Open) prompts.open(token)).prompt();
        jdbc.sql("update correspondence_prompt set state = 'WITHDRAWN' where id = :id")
                .param("id", prompt)
                .update();
        return token;
    }

    private Map<String, List<String>> database() {
        var found = new TreeMap<String, List<String>>();
        for (var table : jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()) {
            found.put(
                    table,
                    jdbc.sql("select t::text from \"" + table + "\" t order by 1")
                            .query(String.class)
                            .list());
        }
        return found;
    }
}
