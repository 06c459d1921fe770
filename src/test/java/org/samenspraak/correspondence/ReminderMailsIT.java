package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Two cases ask the view of one council until 28 September; both remind on Monday 21 September. */
class ReminderMailsIT extends CouncilCaseIT {

    private static final Pattern LINK = Pattern.compile("/v/([A-Za-z0-9_-]{64})");

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private ReminderRound round;

    @Autowired
    private TermChanges terms;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Prompts prompts;

    @Autowired
    private Messages messages;

    @Autowired
    private Timeline timeline;

    private CaseId second;

    @BeforeEach
    void askTwice() {
        askForView();
        second = CaseId.create();
        cases.open(new OpenCase(
                second,
                "recognition-withdrawal",
                "REC",
                "Wijkraad Runkst",
                council,
                cases.get(caseId).area(),
                today(),
                false,
                OFFICE));
        processes.start("recognition-withdrawal", second, Map.of(), OFFICE);
        engine.runDue();
        outbox.sendDue();
    }

    @Test
    void remindsOfBothInOneMailWithALinkForEach() throws Exception {
        due("2026-09-21");
        outbox.sendDue();

        var text = body(reminders(AN).get(0));
        assertThat(reminders(AN)).hasSize(1);
        assertThat(text).contains(cases.get(caseId).number(), cases.get(second).number());
        assertThat(links(text)).hasSize(2).allSatisfy(token -> assertThat(prompts.open(token))
                .isInstanceOfSatisfying(
                        Opening.Open.class, open -> assertThat(open.name()).isEqualTo("An Peeters")));
        for (var id : List.of(caseId, second)) {
            var told = outbox.page(id, null, 20).stream()
                    .filter(row -> row.subject().startsWith("Herinnering: 2 vragen")
                            && row.to().equals(AN))
                    .toList();
            assertThat(told).hasSize(1);
            assertThat(outbox.sheet(id, told.get(0).id()).text())
                    .contains("[[link]]")
                    .doesNotContain("[[link:");
            assertThat(timeline.page(id, null, 50))
                    .anyMatch(entry -> entry.kind().equals("correspondence.mail")
                            && told.get(0).subject().equals(entry.args().get("subject")));
        }
    }

    @Test
    void dropsWhatWasAnsweredOrMovedWhileTheMailWaited() throws Exception {
        due("2026-09-21");
        assertThat(waiting()).containsOnly("Herinnering: 2 vragen, de eerste tegen maandag 28 september 2026");
        tasks.complete(view(second).id(), Map.of(), OFFICE);

        outbox.sendDue();

        var single = reminders(AN);
        assertThat(single).singleElement().satisfies(sent -> {
            assertThat(sent.getSubject()).startsWith("Herinnering, tegen maandag 28 september 2026: ");
            assertThat(sent.getHeader("References")).isNotNull();
            assertThat(links(body(sent))).hasSize(1);
        });
    }

    @Test
    void sendsNothingWhenNothingIsLeftInIt() throws Exception {
        due("2026-09-21");
        tasks.complete(view(second).id(), Map.of(), OFFICE);
        terms.change(
                caseId,
                "withdrawal-view",
                null,
                new TermChange(TermChange.Kind.MOVE, LocalDate.of(2026, 10, 30), "Ziek"),
                OFFICE);

        outbox.sendDue();

        assertThat(reminders(AN)).isEmpty();
        assertThat(outbox.page(State.WITHDRAWN, null, 10)).hasSize(2);
    }

    @Test
    void queuesOneMailForAReaderOnHoweverManyNodes() {
        clock.set(Instant.parse("2026-09-21T07:30:00Z"));
        schedule.giveDue();
        var nodes = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.runAsync(round::queueDue))
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(waiting()).hasSize(2);
    }

    @Test
    void waitsForTheHourOfTheDay() {
        clock.set(Instant.parse("2026-09-21T06:30:00Z"));
        schedule.giveDue();
        round.queueDue();
        assertThat(waiting()).isEmpty();

        clock.set(Instant.parse("2026-09-21T07:00:00Z"));
        round.queueDue();
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void tellsWhatSomebodyTypedAlreadyAndWhatFollowsWithoutAnAnswer() throws Exception {
        var token = tokenOf(ELS);
        mvc.perform(MockMvcRequestBuilders.post("/v/" + token + "/concept").param("view", "Wij vinden"));
        due("2026-09-28");
        outbox.sendDue();

        var text = body(reminders(AN).get(0));
        assertThat(text)
                .contains(
                        "Er staat al een begin klaar. Els Maes, secretaris bewaarde het laatst op maandag 14 september")
                .contains("Dan gaat de zaak verder zonder uw mening.")
                .contains("Liever op papier");
    }

    @Test
    void saysSomethingElseEachTime() throws Exception {
        jdbc.sql(
                        "update regulation_parameter set value = '10 d, 7 d, 5 d, 3 d' where key = 'withdrawal-view.reminders'")
                .update();
        tasks.complete(view(second).id(), Map.of(), OFFICE);
        terms.change(
                caseId,
                "withdrawal-view",
                null,
                new TermChange(TermChange.Kind.MOVE, LocalDate.of(2026, 10, 30), "Ziek"),
                OFFICE);
        for (var day : List.of("2026-10-20", "2026-10-23", "2026-10-26", "2026-10-27")) {
            due(day);
            outbox.sendDue();
        }

        var subjects = new ArrayList<String>();
        var openings = new HashSet<String>();
        for (var sent : reminders(AN)) {
            subjects.add(sent.getSubject().replaceFirst(",? tegen .*", ""));
            openings.add(body(sent)
                    .lines()
                    .filter(line -> line.contains("Wijkraad Runkst"))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(subjects)
                .containsExactly(
                        "Herinnering",
                                "Kunnen wij helpen? Tegen vrijdag 30 oktober 2026: Uw mening geven over de intrekking",
                        "Een kort antwoord is ook goed", "Bijna te laat");
        assertThat(openings).hasSize(4);
    }

    /** Both cases get a task, and the next right address ends both. */
    @Test
    void asksToReachTheCouncilInEachCaseOfAMailThatCameBack() {
        due("2026-09-21");
        outbox.sendDue();
        var bundle = outbox.page(State.SENT, null, 50).stream()
                .filter(row ->
                        row.subject().startsWith("Herinnering: 2") && row.to().equals(AN))
                .findFirst()
                .orElseThrow();
        messages.returned(bundle.id(), 1, "mailbox");

        outbox.sendDue();
        outbox.sendDue();

        assertThat(reaching(caseId)).isEqualTo(1);
        assertThat(reaching(second)).isEqualTo(1);

        memberships.replace(
                council,
                List.of(
                        person("An Peeters", "an.nieuw@raad.example", Function.CHAIR),
                        person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);

        assertThat(reaching(caseId)).isZero();
        assertThat(reaching(second)).isZero();
        assertThat(outbox.sheet(bundle.id()).row().state()).isEqualTo(State.WITHDRAWN);
    }

    private long reaching(CaseId of) {
        return tasks.ofCase(of).stream()
                .filter(task -> task.element().equals("Task_ReachCouncil"))
                .count();
    }

    private OpenTask view(CaseId of) {
        return tasks.ofCase(of).stream()
                .filter(task -> task.element().equals("Task_GiveView"))
                .findFirst()
                .orElseThrow();
    }

    private void due(String day) {
        clock.set(Instant.parse(day + "T08:30:00Z"));
        schedule.giveDue();
        round.queueDue();
    }

    private List<String> waiting() {
        return outbox.page(State.WAITING, null, 20).stream()
                .map(Outbox.Row::subject)
                .toList();
    }

    private List<MimeMessage> reminders(String address) throws Exception {
        var found = new ArrayList<MimeMessage>();
        var others = List.of("Tegen", "Wijkraad", "Nieuwe laatste dag");
        for (var sent : mail.receivedBy(address)) {
            if (others.stream().noneMatch(sent.getSubject()::startsWith)) {
                found.add(sent);
            }
        }
        return found;
    }

    private static String body(MimeMessage sent) throws Exception {
        return text(sent);
    }

    private static String text(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return Objects.toString(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            return text(parts.getBodyPart(0));
        }
        return GreenMailUtil.getBody(part);
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
