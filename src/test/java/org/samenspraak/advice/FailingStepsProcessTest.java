package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;

/** Each step of the models of advice that leaves something: fails once, leaves nothing then, and does it once when it is repeated. */
class FailingStepsProcessTest extends AdviceScenario {

    private static final List<String> FOLLOWED =
            List.of("advice", "casefile", "correspondence", "deadlines", "forms", "process");

    @AfterEach
    void mend() {
        jdbc.sql("drop function if exists broken() cascade").update();
    }

    @Test
    void sendsTheQuestionToAllOrToNobody() {
        var request = drafted(Map.of());
        answer(request, "Task_ChooseCouncils", choice(Map.of(), culture));

        failsAtOnce("advice_given", "new.council_id = '" + culture + "'", () -> {
            send(request, "Task_CheckRequest", Map.of("checked", "send"));
        });

        assertThat(count("advice_given")).isEqualTo(3);
        assertThat(count("casefile_case where trajectory = 'council-advice'")).isEqualTo(3);
        run();
        outbox.sendDue();
        assertThat(mailsTo("Jeugdraad")).hasSize(1);
    }

    @Test
    void asksAnotherCouncilToJoinAndKeepsThatItDidOnce() {
        var request = sentOut();
        var together = advice("Zet een bank.", "Plant een boom.");
        together.put("jointWith", Set.of(neighbourhood.toString()));

        failsAtOnce("advice_joint", "true", () -> {
            send(caseOf(request, youth), "Task_WriteAdvice", together);
        });
        assertThat(count("advice_point")).isEqualTo(2);
        assertThat(letters("joint-asked")).isEqualTo(1);

        failsAtOnce("advice_given", "new.council_id = '" + youth + "'", () -> {
            send(caseOf(request, neighbourhood), "Task_WriteAdvice", joins(youth));
        });
        assertThat(value(caseOf(request, youth), "joint_with")).contains(neighbourhood.toString());
        assertThat(letters("joint-answered")).isEqualTo(1);
    }

    @Test
    void movesTheTermsForMoreTimeTogether() {
        var request = sentOut();
        var later = LocalDate.of(2026, 10, 20);
        answer(caseOf(request, youth), "Task_WriteAdvice", moreTime(later));

        failsAtOnce("advice_request", "true", () -> {
            send(
                    caseOf(request, youth),
                    "Task_DecideMoreTime",
                    Map.of("moreTime", "granted", "decisionReason", "Dat kan."));
        });

        assertThat(List.of(lastDay(caseOf(request, youth)), lastDay(request))).containsOnly(later);
    }

    @Test
    void tellsOnceThatMoreTimeIsRefused() {
        var request = sentOut();
        answer(caseOf(request, youth), "Task_WriteAdvice", moreTime(LocalDate.of(2026, 10, 20)));
        send(caseOf(request, youth), "Task_DecideMoreTime", Map.of("moreTime", "refused", "decisionReason", "Nee."));

        failsLater("correspondence_letter", "new.template = 'more-time-refused'");

        assertThat(letters("more-time-refused")).isEqualTo(1);
    }

    @Test
    void notesSilenceAndTellsTheCouncilOnce() {
        var request = sentOut();
        var ofYouth = caseOf(request, youth);
        tomorrowOf(lastDay(ofYouth));

        failsLater("advice_given", "new.answer = 'silent' and new.case_id = '" + ofYouth + "'");

        assertThat(value(ofYouth, "answer")).isEqualTo("silent");
        assertThat(letters("advice-silence")).isEqualTo(3);
        assertThat(open(request)).containsExactly("Task_Reply");
    }

    @Test
    void sendsTheLetterOfSilenceOnce() {
        var ofYouth = caseOf(sentOut(), youth);
        tomorrowOf(lastDay(ofYouth));

        failsLater("correspondence_letter", "new.template = 'advice-silence' and new.case_id = '" + ofYouth + "'");

        assertThat(letters("advice-silence")).isEqualTo(3);
    }

    @Test
    void fixesTheRepliesAndPassesOnTogether() {
        var request = replied("passed-on");

        failsAtOnce("casefile_link", "true", () -> {
            send(request, "Task_Agree", Map.of("agreed", "yes"));
        });

        assertThat(count("casefile_case where trajectory = 'passed-on-point'")).isEqualTo(1);
        assertThat(open(caseOf(request, culture))).isEmpty();
    }

    @Test
    void decidesTellsPublishesAndClosesOnce() {
        var request = replied("noted");
        answer(request, "Task_Agree", Map.of("agreed", "yes"));

        failsAtOnce("advice_request", "new.decision is not null", () -> {
            send(request, "Task_DecideCollege", decision(today()));
        });
        failsLater(
                "correspondence_letter",
                "new.template = 'advice-decided' and new.case_id = '" + caseOf(request, neighbourhood) + "'");

        assertThat(letters("advice-feedback") + letters("advice-decided")).isEqualTo(3);
        lookThrough(request);
        assertThat(count("advice_publication")).isEqualTo(1);
        outbox.sendDue();
        assertThat(mailsTo("Jeugdraad"))
                .filteredOn(it -> it.contains("Wat er met uw advies"))
                .hasSize(1);
        wait(370);
        send(request, "Task_LookBack", Map.of("lookBack", "Er staat een bank."));
        failsLater("casefile_case", "new.status = 'CLOSED'");
        assertThat(view(request).outcome()).isEqualTo("concluded");
    }

    @Test
    void publishesOnce() {
        var request = replied("noted");
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        answer(request, "Task_DecideCollege", decision(today()));
        send(request, "Task_LookThrough", Map.of("lookedThrough", true));
        failsLater("advice_publication", "true");
        assertThat(letters("advice-feedback") + letters("advice-decided")).isEqualTo(3);
        assertThat(count("advice_publication")).isEqualTo(1);
    }

    @Test
    void receivesUnsolicitedAdviceAndSaysSoOnce() {
        failsAtOnce("advice_point", "new.number = 2", this::giveUnasked);
        assertThat(count("advice_point")).isEqualTo(2);

        failsLater("correspondence_letter", "new.template = 'unsolicited-received'");
        assertThat(letters("unsolicited-received")).isEqualTo(1);
        assertThat(count("process_task where element = 'Task_AssignAdvice'")).isEqualTo(1);
    }

    @Test
    void agreesWithRepliesToUnsolicitedAdviceAndClosesOnce() {
        var given = giveUnasked();
        run();
        answer(given, "Task_AssignAdvice", Map.of("responsible", "department-youth"));
        answer(given, "Task_Reply", Map.of("ours", "no", "notOurs", "Groen gaat erover."));
        failsAtOnce("advice_given", "new.responsible = 'department-green'", () -> {
            send(given, "Task_AssignAdvice", Map.of("responsible", "department-green"));
        });
        replyTo(given, "noted");
        answer(given, "Task_Reply", Map.of("ours", "yes", "summary", "Dank u."));

        failsAtOnce("advice_given", "new.agreed_at is not null", () -> {
            send(given, "Task_AgreeReplies", Map.of("agreed", "yes"), Actor.resident("schepen"));
        });
        run();
        send(given, "Task_LookThrough", Map.of("lookedThrough", true));
        failsLater("advice_publication", "true");

        assertThat(letters("advice-feedback")).isEqualTo(1);
        assertThat(view(given).outcome()).isEqualTo("answered");
    }

    private CaseId giveUnasked() {
        var answers = new HashMap<>(advice("Zet een bank.", "Plant een boom."));
        answers.putAll(Map.of("subject", "Speeltuin", "chair", "named", "secretary", "named"));
        var form = forms.shipped("unsolicited-advice");
        var known = Map.<String, Object>of("portal", Map.of("council", youth.toString()));
        var by = Actor.council(youth, "chair Jeugdraad, voorzitter (Jeugdraad)");
        return intake.start("unsolicited-advice", form, judged(form, known, answers), today(), false, by)
                .id();
    }

    /** One council answered, and its point got its reply. */
    private CaseId replied(String outcome) {
        var request = sentOut();
        answer(caseOf(request, youth), "Task_WriteAdvice", advice("Zet een bank."));
        tomorrowOf(lastDay(request));
        run();
        replyTo(request, outcome);
        answer(request, "Task_Reply", Map.of());
        return request;
    }

    private void replyTo(CaseId caseId, String outcome) {
        var typed = units.page(caseId, ReplyFilter.ALL, 10).rows().stream()
                .map(unit -> new TypedReply(
                        unit.key(),
                        unit.mark(),
                        outcome,
                        "Wij kijken ernaar.",
                        "",
                        outcome.equals("passed-on") ? "department-green" : "",
                        outcome.equals("passed-on") ? today().plusDays(30).toString() : ""))
                .toList();
        assertThat(replies.save(caseId, typed, CLERK).isWhole()).isTrue();
    }

    private void tomorrowOf(LocalDate day) {
        clock.set(day.plusDays(1).atTime(12, 0).atZone(clock.getZone()).toInstant());
        engine.set(clock.instant());
    }

    /** In the transaction of who acts: they see it, and nothing happened. */
    private void failsAtOnce(String table, String when, ThrowingCallable act) {
        var before = everything();
        breaks(table, when);
        assertThatThrownBy(act).hasStackTraceContaining("broken on purpose");
        // why a task is stuck is all that is kept, until an administrator lets it go
        processes.failedSteps(10).forEach(stuck -> processes.retry(stuck.id()));
        assertThat(everything()).isEqualTo(before);
        mend();
        assertThatCode(act).doesNotThrowAnyException();
    }

    /** Of the process by itself: an administrator has it repeated. */
    private void failsLater(String table, String when) {
        breaks(table, when);
        engine.runDue();
        var failed = processes.failedSteps(10);
        assertThat(failed).hasSize(1);
        mend();
        processes.retry(failed.get(0).id());
        run();
    }

    private void breaks(String table, String when) {
        jdbc.sql("create function broken() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'broken on purpose'; end $$")
                .update();
        jdbc.sql("create trigger broken before insert or update on " + table + " for each row when (" + when
                        + ") execute function broken()")
                .update();
    }

    /** A print of all rows that a step may leave. */
    private Map<String, String> everything() {
        var prints = new HashMap<String, String>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = current_schema()"
                        + " and table_type = 'BASE TABLE' and split_part(table_name, '_', 1) in (:modules)")
                .param("modules", FOLLOWED)
                .query(String.class)
                .list()
                .forEach(table -> prints.put(
                        table,
                        jdbc.sql("select coalesce(md5(string_agg(one::text, ',' order by one::text)), '') from " + table
                                        + " one")
                                .query(String.class)
                                .single()));
        return prints;
    }

    private int letters(String template) {
        return count("correspondence_letter where template = '" + template + "'");
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    private List<String> mailsTo(String council) {
        return mail.receivedBy(Advisers.mail(council, Function.CHAIR)).stream()
                .map(Mails::subject)
                .toList();
    }
}
