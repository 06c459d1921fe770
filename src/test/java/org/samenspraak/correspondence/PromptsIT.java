package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class PromptsIT extends CouncilCaseIT {

    @Autowired
    private Prompts prompts;

    @Autowired
    private AccessLinks links;

    @Autowired
    private Letters letters;

    @Autowired
    private Documents documents;

    @Autowired
    private Tasks tasks;

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private ReminderRound round;

    @Test
    void asksChairAndSecretaryEachWithALinkOfTheirOwn() throws Exception {
        askToSign();

        var an = tokenOf(AN);
        var els = tokenOf(ELS);

        assertThat(an).isNotEqualTo(els);
        assertThat(prompts.open(an)).isInstanceOfSatisfying(Opening.Open.class, open -> {
            assertThat(open.council()).isEqualTo(council);
            assertThat(open.function()).isEqualTo("CHAIR");
        });
        assertThat(mail.receivedBy(AN))
                .anySatisfy(sent -> assertThat(sent.getSubject()).startsWith("Tegen woensdag 14 oktober 2026: "));
    }

    @Test
    void refusesTamperedForeignAndGuessedLinks() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        var prompt = links.claimed(token).orElseThrow();

        assertThat(prompts.open(token.substring(0, 63) + (token.endsWith("A") ? "B" : "A")))
                .isInstanceOf(Opening.Unknown.class);
        assertThat(prompts.open(links.token(prompt, AN, 2))).isInstanceOf(Opening.Unknown.class);
        assertThat(prompts.open(links.token(prompt, ELS, 1))).isInstanceOf(Opening.Unknown.class);
        assertThat(prompts.open(links.token(UUID.randomUUID(), AN, 1))).isInstanceOf(Opening.Unknown.class);
        assertThat(prompts.open("raad")).isInstanceOf(Opening.Unknown.class);
    }

    @Test
    void killsTheOldLinkWhenTheContactChangesAndAsksTheNewOne() throws Exception {
        askToSign();
        var old = tokenOf(AN);

        memberships.replace(
                council,
                List.of(
                        person("Piet Claes", "piet@raad.example", Function.CHAIR),
                        person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);

        assertThat(prompts.open(old)).isInstanceOf(Opening.Earlier.class);
        var prompt = links.claimed(old).orElseThrow();
        assertThat(prompts.open(links.token(prompt, AN, 2))).isInstanceOf(Opening.Unknown.class);
        assertThat(prompts.open(tokenOf("piet@raad.example"))).isInstanceOf(Opening.Open.class);
    }

    @Test
    void neverSendsTheMailOfAContactWhoLeftBeforeItWentOut() {
        askToSign();
        memberships.replace(
                council,
                List.of(
                        person("Piet Claes", "piet@raad.example", Function.CHAIR),
                        person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);

        outbox.sendDue();

        assertThat(mail.receivedBy(AN))
                .allSatisfy(sent -> assertThat(sent.getSubject()).doesNotContain("Tegen "));
        assertThat(mail.receivedBy("piet@raad.example")).isNotEmpty();
    }

    @Test
    void neverSendsAQuestionThatWasWithdrawn() throws Exception {
        askToSign();
        processes.cancel(caseId, "Toch niet nodig", OFFICE);

        outbox.sendDue();

        assertThat(outbox.page(State.WITHDRAWN, null, 10)).hasSize(2);
        assertThat(mail.received())
                .allSatisfy(sent -> assertThat(sent.getSubject()).doesNotContain("Tegen "));
    }

    @Test
    void tellsAnsweredAndWithdrawnApart() throws Exception {
        askToSign();
        var an = tokenOf(AN);
        var els = tokenOf(ELS);
        var signed = (Opening.Open) prompts.open(an);

        tasks.complete(signed.taskId(), Map.of(), OFFICE);
        prompts.received(signed.taskId(), "An Peeters, voorzitter");
        processes.cancel(caseId, "Gestopt", OFFICE);

        assertThat(prompts.open(an))
                .isInstanceOfSatisfying(Opening.Answered.class, answered -> assertThat(answered.by())
                        .isEqualTo("An Peeters, voorzitter"));
        assertThat(prompts.open(els)).isInstanceOf(Opening.Withdrawn.class);
    }

    @Test
    void leavesAQuestionThatReachesNobodyForTheOfficeUntilThereIsAnAddress() throws Exception {
        askToSign(person("Els Maes", ELS, Function.SECRETARY));
        assertThat(prompts.unreached(10)).singleElement().satisfies(row -> assertThat(row.council())
                .isEqualTo(council));

        memberships.add(council, person("An Peeters", AN, Function.CHAIR), today(), OFFICE);

        assertThat(prompts.unreached(10)).isEmpty();
        assertThat(prompts.open(tokenOf(AN))).isInstanceOf(Opening.Open.class);
    }

    @Test
    void remindsTwiceInAMonthAndNotAfterTheAnswer() throws Exception {
        askToSign();
        outbox.sendDue();
        var signed = (Opening.Open) prompts.open(tokenOf(ELS));
        for (int day = 0; day < 29; day++) {
            if (day == 20) {
                tasks.complete(signed.taskId(), Map.of(), OFFICE);
            }
            clock.advance(Duration.ofDays(1));
            schedule.giveDue();
            round.queueDue();
            outbox.sendDue();
        }

        assertThat(subjects(AN))
                .filteredOn(subject -> !subject.startsWith("Wijkraad"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Tegen "),
                        second -> assertThat(second).startsWith("Herinnering, tegen "),
                        third -> assertThat(third).startsWith("Bijna te laat, tegen "));
        assertThat(subjects(ELS))
                .filteredOn(subject -> !subject.startsWith("Wijkraad"))
                .satisfiesExactly(first -> assertThat(first).startsWith("Tegen "), second -> assertThat(second)
                        .startsWith("Herinnering, tegen "));
    }

    /** The mail server is gone for longer than the term. */
    @Test
    void remindsNobodyOfATermThatIsOver() throws Exception {
        askToSign();
        for (int day = 0; day < 32; day++) {
            clock.advance(Duration.ofDays(1));
            schedule.giveDue();
            round.queueDue();
        }

        outbox.sendDue();

        assertThat(subjects(AN))
                .filteredOn(subject -> !subject.startsWith("Wijkraad"))
                .containsExactly("Vraag aan uw raad: Verklaring tekenen als voorzitter");
        assertThat(outbox.page(State.WITHDRAWN, null, 10)).hasSize(4);
    }

    @Test
    void keepsNoLinkInTheDatabase() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        mvc.perform(MockMvcRequestBuilders.get("/v/" + token));

        var tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();

        assertThat(tables).contains("correspondence_message", "spring_session_attributes");
        assertThat(tables).allSatisfy(table -> assertThat(
                        jdbc.sql("select count(*) from \"" + table + "\" t where t::text like '%' || :token || '%'")
                                .param("token", token.substring(22))
                                .query(Long.class)
                                .single())
                .as(table)
                .isZero());
    }

    @Test
    void filesALetterAsItWasMailed() throws Exception {
        askToSign();
        outbox.sendDue();

        var document = letters.latest(caseId, "engagement-statement").orElseThrow();
        var pdf = new ByteArrayOutputStream();
        documents.write(document, pdf);

        assertThat(text(pdf.toByteArray()))
                .contains("Engagementsverklaring", "Wijkraad Runkst", "Stad Hasselt", "open bijeenkomst", "2026-REC-");
        assertThat(subjects(ELS)).contains("Wijkraad Runkst: Engagementsverklaring");
        try (var file = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Engagementsverklaring");
            assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void writesEveryLetterWithHowToObjectWhereItIsADecision() throws Exception {
        askToSign();
        for (var template : List.of(
                "application-received",
                "not-handled",
                "recognition-granted",
                "recognition-refused",
                "registration-confirmed",
                "engagement-statement",
                "engagement-signed",
                "renewal-invitation",
                "recognition-expired",
                "withdrawal-intention",
                "recognition-withdrawn",
                "recognition-kept",
                "application-withdrawn")) {
            var document = letters.send(caseId, template, "council", Map.of("signatures", List.of()), OFFICE);
            var pdf = new ByteArrayOutputStream();
            documents.write(document, pdf);

            assertThat(text(pdf.toByteArray()))
                    .as(template)
                    .contains("Wijkraad Runkst")
                    .doesNotContain("??");
            if (List.of("not-handled", "recognition-refused", "recognition-withdrawn")
                    .contains(template)) {
                assertThat(text(pdf.toByteArray())).as(template).contains("klacht indienen", "30 dagen");
                assertThat(documents.get(caseId, document).kind()).isEqualTo(Documents.Kind.DECISION);
            }
        }
    }

    private List<String> subjects(String address) throws Exception {
        var found = new ArrayList<String>();
        for (var sent : mail.receivedBy(address)) {
            found.add(sent.getSubject());
        }
        return found;
    }

    private static String text(byte[] pdf) throws Exception {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        }
    }
}
