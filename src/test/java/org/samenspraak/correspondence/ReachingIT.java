package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.TaskData;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.RefusingMailServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

class ReachingIT extends CouncilCaseIT {

    private static final String NEW = "an.nieuw@raad.example";

    @Autowired
    private Messages messages;

    @Autowired
    private Readiness readiness;

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private Pace pace;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Prompts prompts;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Forms forms;

    @Autowired
    private TaskData taskData;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Clocks clocks;

    @BeforeEach
    void setEngine() {
        engine.set(clock.instant());
    }

    @AfterEach
    void resetEngine() {
        engine.reset();
    }

    @Test
    void asksTheAreaManagerToReachACouncilWhoseAddressIsRefused() throws Exception {
        askToSign();

        sendWithRefused(AN);
        outbox.sendDue();

        var task = reachTask();
        assertThat(task.groups()).anySatisfy(group -> assertThat(group.role()).isEqualTo("area-manager"));
        assertThat(told(task)).contains(AN).contains("An Peeters").contains("Engagementsverklaring");
        assertThat(timeline.page(caseId, null, 50))
                .filteredOn(entry -> entry.kind().equals("correspondence.undelivered"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.args()).containsEntry("who", AN));
    }

    /** Filters of other mail servers judge the content: what they refuse then is refused. */
    @Test
    void asksToReachACouncilWhoseMailIsRefusedOnceItWasRead() throws Exception {
        askToSign();

        send(RefusingMailServer.afterTheContent(AN, "554 5.7.1 looks like spam"));
        outbox.sendDue();

        assertThat(told(reachTask())).contains(AN, "Engagementsverklaring");
        assertThat(outbox.page(State.FAILED, null, 10)).hasSize(2).allSatisfy(row -> assertThat(row.problem())
                .isEqualTo("policy"));
        assertThat(mail.receivedBy(AN)).isEmpty();
    }

    @Test
    void triesAgainWhatAMailServerRefusesForAWhileOnceItWasRead() throws Exception {
        askToSign();

        send(RefusingMailServer.afterTheContent(AN, "451 4.3.0 try later"));

        assertThat(outbox.page(State.FAILED, null, 10)).isEmpty();
        assertThat(outbox.page(State.WAITING, null, 10))
                .extracting(Outbox.Row::to)
                .containsOnly(AN);
        clock.advance(Duration.ofMinutes(2));
        outbox.sendDue();
        assertThat(mail.receivedBy(AN)).hasSize(2);
    }

    /** A case of a city whose regulation is older than the rule. */
    @Test
    void asksWithinTheDefaultTermWhenTheRegulationSaysNothing() throws Exception {
        jdbc.sql("delete from regulation_parameter where key like 'reach-council%'")
                .update();
        askToSign();

        sendWithRefused(AN);
        outbox.sendDue();

        assertThat(reachTask().due()).isNotNull();
        assertThat(clocks.find(caseId, "reach-council", null)).hasValueSatisfying(clock -> {
            assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2026, 9, 21));
            assertThat(clock.rules())
                    .extracting(rule -> rule.sentence())
                    .anyMatch(it -> it.contains("Het reglement zegt hier niets over"));
        });
    }

    @Test
    void asksOncePerCase() throws Exception {
        askToSign();
        sendWithRefused(AN);
        outbox.sendDue();

        outbox.sendDue();

        assertThat(reachTask()).isNotNull();
    }

    @Test
    void sendsLetterAndQuestionAgainToTheRightAddress() throws Exception {
        askToSign();
        sendWithRefused(AN);
        outbox.sendDue();

        memberships.replace(
                council,
                List.of(person("An Peeters", NEW, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);

        assertThat(prompts.open(tokenOf(NEW))).isInstanceOf(Opening.Open.class);
        assertThat(mail.receivedBy(NEW)).hasSize(2);
        assertThat(outbox.page(State.FAILED, null, 10)).isEmpty();
        assertThat(open()).doesNotContain("Task_ReachCouncil").contains("Task_SignChair");
        assertThat(cases.get(caseId).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void leavesTheCaseAsItIsWhenTheCouncilWasReachedOtherwise() throws Exception {
        askToSign();
        sendWithRefused(AN);
        outbox.sendDue();

        tasks.complete(reachTask().id(), Map.of("reached", "otherwise"), OFFICE);
        outbox.sendDue();

        assertThat(open()).doesNotContain("Task_ReachCouncil").contains("Task_SignChair", "Task_SignSecretary");
        assertThat(cases.get(caseId).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(clocks.find(caseId, "sign", null).orElseThrow().running()).isTrue();
    }

    @Test
    void sendsAgainToTheSameAddressWhenTheOfficeSaysThatItIsRight() throws Exception {
        askToSign();
        sendWithRefused(AN);
        outbox.sendDue();

        tasks.complete(reachTask().id(), Map.of("reached", "mail"), OFFICE);
        engine.runDue();

        assertThat(prompts.open(tokenOf(AN))).isInstanceOf(Opening.Open.class);
        assertThat(mail.receivedBy(AN)).hasSize(2);
        assertThat(outbox.page(State.FAILED, null, 10)).isEmpty();
    }

    @Test
    void asksToReachACouncilWithoutAnyAddressUntilThereIsOne() {
        askToSign(person("Els Maes", ELS, Function.SECRETARY));
        outbox.sendDue();
        assertThat(told(reachTask())).contains("Verklaring tekenen als voorzitter");

        memberships.add(council, person("An Peeters", AN, Function.CHAIR), today(), OFFICE);

        assertThat(open()).doesNotContain("Task_ReachCouncil");
    }

    @Test
    void tellsWhoReachesTheCouncilThatTheWrongPersonReadTheQuestion() throws Exception {
        askToSign();
        outbox.sendDue();
        prompts.wrongReader(((Opening.Open) prompts.open(tokenOf(AN))).prompt());
        assertThat(told(reachTask())).contains("Verklaring tekenen als voorzitter", AN, "not for them");

        memberships.replace(
                council,
                List.of(person("An Peeters", NEW, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);

        assertThat(open()).doesNotContain("Task_ReachCouncil").contains("Task_SignChair");
        assertThat(prompts.open(tokenOf(NEW))).isInstanceOf(Opening.Open.class);
    }

    private OpenTask reachTask() {
        var open = tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals("Task_ReachCouncil"))
                .toList();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<String> open() {
        return tasks.ofCase(caseId).stream().map(OpenTask::element).toList();
    }

    private String told(OpenTask task) {
        var form = forms.shipped("reach-council");
        return String.valueOf(taskData.of(task, form, OFFICE).get("undelivered"));
    }

    private void sendWithRefused(String address) throws Exception {
        send(new RefusingMailServer(address));
    }

    private void send(RefusingMailServer to) throws Exception {
        try (var server = to) {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            new Postman(messages, readiness, envelopes, pace, transaction, only(sender)).sendDue();
        }
    }

    private static ObjectProvider<JavaMailSender> only(JavaMailSender sender) {
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return sender;
            }

            @Override
            public JavaMailSender getIfAvailable() {
                return sender;
            }
        };
    }
}
