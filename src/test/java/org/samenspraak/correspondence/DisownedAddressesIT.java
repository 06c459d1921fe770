package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A reader of AN says that a question is not for them: nothing goes there until the office found out. */
class DisownedAddressesIT extends CouncilCaseIT {

    private static final String NEW = "an.nieuw@raad.example";

    @Autowired
    private Prompts prompts;

    @Autowired
    private PromptRows rows;

    @Autowired
    private Tasks tasks;

    @Autowired
    private ApplicationContext application;

    @BeforeEach
    void setEngine() {
        engine.set(clock.instant());
    }

    @Test
    void remindsOnlyTheOthersOfTheCouncil() throws Exception {
        askForView();
        disown(AN);
        var before = mail.receivedBy(AN).size();

        clock.advance(Duration.ofDays(14));
        application.getBean(ReminderSchedule.class).giveDue();
        application.getBean(ReminderRound.class).queueDue();
        outbox.sendDue();

        assertThat(mail.receivedBy(AN)).hasSize(before);
        assertThat(mail.receivedBy(ELS)).last().satisfies(it -> assertThat(it.getSubject())
                .contains("tegen"));
    }

    @Test
    void killsTheOtherLinksOfThatAddressToo() throws Exception {
        askToSign();
        var signing = tokenOf(AN);
        processes.start("recognition-withdrawal", caseId, Map.of(), OFFICE);
        engine.runDue();
        var view = tokenOf(AN);
        assertThat(view).isNotEqualTo(signing);

        prompts.wrongReader(((Opening.Open) prompts.open(view)).prompt());

        assertThat(prompts.open(signing)).isInstanceOf(Opening.Unknown.class);
        assertThat(prompts.open(tokenOf(ELS))).isInstanceOf(Opening.Open.class);
    }

    @Test
    void sendsTheQuestionAgainOnceTheOfficeConfirmsTheAddress() throws Exception {
        askToSign();
        var old = disown(AN);

        complete("mail");
        var again = tokenOf(AN);

        assertThat(again).isNotEqualTo(old);
        assertThat(prompts.open(again)).isInstanceOf(Opening.Open.class);
        prompts.askAgain(again);
        application.getBean(LinkRound.class).mail();
        outbox.sendDue();
        assertThat(mail.receivedBy(AN)).last().satisfies(it -> assertThat(it.getSubject())
                .startsWith("Uw link: "));
    }

    @Test
    void keepsLaterQuestionsBackAndAsksAgainToReachTheCouncil() throws Exception {
        askToSign();
        var old = disown(AN);
        complete("otherwise");

        processes.start("recognition-withdrawal", caseId, Map.of(), OFFICE);
        engine.runDue();

        assertThat(tokenOf(AN)).isEqualTo(old);
        complete("mail");
        assertThat(prompts.open(tokenOf(AN))).isInstanceOf(Opening.Open.class);
        assertThat(rows.ofCase(caseId)).noneMatch(PromptRow::disowned);
    }

    @Test
    void takesAnAddressThatTheOfficeEntersAsRight() throws Exception {
        askToSign();
        disown(AN);
        enter(NEW);
        assertThat(prompts.open(tokenOf(NEW))).isInstanceOf(Opening.Open.class);

        enter(AN);

        assertThat(prompts.open(tokenOf(AN))).isInstanceOf(Opening.Open.class);
        assertThat(reachTasks()).isEmpty();
    }

    private String disown(String address) throws Exception {
        var token = tokenOf(address);
        prompts.wrongReader(((Opening.Open) prompts.open(token)).prompt());
        assertThat(prompts.open(token)).isInstanceOf(Opening.Unknown.class);
        return token;
    }

    private void enter(String address) {
        memberships.replace(
                council,
                List.of(person("An Peeters", address, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
    }

    private void complete(String reached) {
        assertThat(reachTasks()).hasSize(1);
        tasks.complete(reachTasks().get(0).id(), Map.of("reached", reached), OFFICE);
        engine.runDue();
    }

    private List<OpenTask> reachTasks() {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals("Task_ReachCouncil"))
                .toList();
    }
}
