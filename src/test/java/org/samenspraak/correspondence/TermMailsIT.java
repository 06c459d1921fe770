package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Who was asked to sign by 14 October hears what becomes of that day. */
class TermMailsIT extends CouncilCaseIT {

    @Autowired
    private TermChanges changes;

    @Autowired
    private CalendarChanges calendar;

    @Autowired
    private Clocks clocks;

    @BeforeEach
    void ask() {
        askToSign();
        outbox.sendDue();
    }

    @Test
    void tellTheNewLastDayAndWhyToEachWhoWasAsked() throws Exception {
        change(Kind.MOVE, LocalDate.of(2026, 10, 6), "De raad vergadert vroeger.");

        for (var reader : List.of(AN, ELS)) {
            assertThat(subjects(reader)).contains("Nieuwe laatste dag, dinsdag 6 oktober 2026: " + task(reader));
        }
        assertThat(text()).contains("want: De raad vergadert vroeger.", "dinsdag 6 oktober 2026");
        mvc.perform(get("/v/" + tokenOf(AN))).andExpect(content().string(containsString("6 oktober 2026")));
    }

    @Test
    void tellEachOfTwoChangesToTheSameDayOnce() {
        change(Kind.MOVE, LocalDate.of(2026, 10, 6), "Vroeger.");
        change(Kind.MOVE, LocalDate.of(2026, 10, 14), "Toch niet.");
        change(Kind.MOVE, LocalDate.of(2026, 10, 6), "Toch wel.");

        assertThat(subjects(AN))
                .filteredOn(subject -> subject.startsWith("Nieuwe laatste dag, dinsdag 6"))
                .hasSize(2);
    }

    @Test
    void tellThatThereIsNoHurryWhileItIsSuspendedAndWhenItRunsAgain() throws Exception {
        change(Kind.SUSPEND, null, "De sporthal is dicht.");

        assertThat(subjects(AN)).contains("U hoeft nu niet te haasten: " + task(AN));
        assertThat(text()).contains("De sporthal is dicht.").doesNotContain("Tegen wanneer?");
        mvc.perform(get("/v/" + tokenOf(AN)))
                .andExpect(content().string(containsString("De termijn van deze vraag staat stil")));

        change(Kind.RESUME, null, "De sporthal is open.");
        assertThat(subjects(AN)).contains("Nieuwe laatste dag, woensdag 14 oktober 2026: " + task(AN));
        mvc.perform(get("/v/" + tokenOf(AN)))
                .andExpect(content().string(not(containsString("De termijn van deze vraag staat stil"))));
    }

    @Test
    void tellAClosingDayThatMovesIt() {
        calendar.add(LocalDate.of(2026, 10, 14), "Brugdag", OFFICE);

        assertThat(subjects(AN)).contains("Nieuwe laatste dag, donderdag 15 oktober 2026: " + task(AN));
        assertThat(text()).contains("werd een sluitingsdag (Brugdag)");
    }

    @Test
    void areNamedBeforeTheChangeIsSaved() throws Exception {
        var clock = clocks.find(caseId, "sign", scope()).orElseThrow();
        mvc.perform(post("/zaken/" + cases.get(caseId).number() + "/termijnen/" + clock.id())
                        .param("act", "SUSPEND")
                        .param("reason", "De sporthal is dicht.")
                        .with(role("participation-office"))
                        .with(csrf()))
                .andExpect(content().string(containsString("De raad krijgt een mail: er is nu geen haast")));
    }

    private void change(Kind kind, @Nullable LocalDate until, String reason) {
        changes.change(caseId, "sign", scope(), new TermChange(kind, until, reason), OFFICE);
        outbox.sendDue();
    }

    private @Nullable String scope() {
        return jdbc.sql("select scope from correspondence_prompt limit 1")
                .query((row, index) -> row.getString("scope"))
                .list()
                .get(0);
    }

    private String task(String reader) {
        return jdbc.sql("select task_name from correspondence_prompt where recipient = ?")
                .param(reader)
                .query(String.class)
                .single();
    }

    /** Of the mail that was queued last. */
    private String text() {
        return outbox.sheet(outbox.of(caseId).get(0).id()).text();
    }

    private List<String> subjects(String reader) {
        return outbox.of(caseId).stream()
                .filter(row -> row.to().equals(reader))
                .map(Outbox.Row::subject)
                .toList();
    }
}
