package org.samenspraak.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.LinkedMultiValueMap;

/** What a council proposes about its members, until it stands in the register or not. */
class MembershipChangeProcessTest extends CouncilCaseIT {

    private static final String TASK = "Task_CheckMembershipChange";

    @Autowired
    private Intake intake;

    @Autowired
    private Forms forms;

    @Autowired
    private TaskData taskData;

    @Autowired
    private Tasks tasks;

    @BeforeEach
    void aCouncil() {
        engine.set(clock.instant());
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        var area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        memberships.replace(
                council,
                List.of(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
    }

    @AfterEach
    void leaveTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aNewMemberStandsInTheRegisterOnceConfirmed() throws Exception {
        var opened = propose("add", Map.of("name", "Bo Jans", "email", "bo@raad.example", "address", "Dorp 1"));
        assertThat(names()).doesNotContain("Bo Jans");

        answer(opened, Map.of("decision", "confirm"));

        assertThat(names()).contains("Bo Jans");
        assertThat(cases.get(opened).outcome()).isEqualTo("confirmed");
        outbox.sendDue();
        assertThat(GreenMailUtil.getBody(mail.receivedBy(AN).get(0)).replace("=\r\n", ""))
                .contains("Ze staat nu in het register");
        assertThat(mail.receivedBy(ELS)).hasSize(1);
    }

    @Test
    void refusedNothingChangesAndTheCouncilReadsWhy() throws Exception {
        var opened = propose("leave", Map.of("member", "Els Maes"));

        answer(opened, Map.of("decision", "refuse", "reason", "Els belde dat zij blijft."));

        assertThat(names()).contains("Els Maes");
        assertThat(cases.get(opened).outcome()).isEqualTo("refused");
        outbox.sendDue();
        assertThat(GreenMailUtil.getBody(mail.receivedBy(AN).get(0)).replace("=\r\n", ""))
                .contains("Els belde dat zij blijft.");
    }

    @Test
    void withdrawnNothingChanges() {
        var opened = propose("leave", Map.of("member", "Els Maes"));

        cases.stop(opened, CaseStatus.WITHDRAWN, "Zij blijft.", by());
        engine.runDue();

        assertThat(names()).contains("Els Maes");
        assertThat(tasks.ofCase(opened)).isEmpty();
        assertThat(cases.get(opened).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void aNewFunctionIsInTheRegisterToo() {
        var opened = propose("change", details("Els Maes", ELS, List.of("chair", "secretary")));
        answer(opened, Map.of("decision", "confirm"));

        assertThat(member("Els Maes").details().functions())
                .containsExactlyInAnyOrder(Function.CHAIR, Function.SECRETARY);
    }

    @Test
    void showsHowItIsAndHowItWillBe() {
        var opened = propose("change", details("Els Maes", "els.maes@raad.example", List.of("secretary")));

        var known = known(opened);

        assertThat(String.valueOf(known.get("proposed")))
                .startsWith("Gegevens of functie van een lid veranderen, vanaf ");
        assertThat(String.valueOf(known.get("before"))).contains("Naam: Els Maes", "Functie: secretaris", ELS);
        assertThat(String.valueOf(known.get("after")))
                .contains("els.maes@raad.example")
                .doesNotContain(ELS);
    }

    @Test
    void twoProposalsAboutOneMemberBothHold() {
        var first = propose("change", details("Els Maes", "nieuw@raad.example", List.of("secretary")));
        var second = propose("change", details("Els Maes", ELS, List.of("secretary", "treasurer")));
        answer(first, Map.of("decision", "confirm"));

        answer(second, Map.of("decision", "confirm"));

        var els = member("Els Maes").details();
        assertThat(els.email()).isEqualTo("nieuw@raad.example");
        assertThat(els.functions()).contains(Function.TREASURER);
    }

    @Test
    void aProposalAboutWhoLeftMeanwhileCanOnlyBeRefused() {
        var opened = propose("change", details("Els Maes", "nieuw@raad.example", List.of("secretary")));
        jdbc.sql(
                        "update council_membership set from_day = from_day - 10, until_day = from_day - 1 where name = 'Els Maes'")
                .update();

        assertThat(known(opened)).doesNotContainKey("before");
        assertThatThrownBy(() -> answer(opened, Map.of("decision", "confirm")))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("membership.refusal.gone");
        answer(opened, Map.of("decision", "refuse", "reason", "Zij is weg."));
        assertThat(cases.get(opened).outcome()).isEqualTo("refused");
    }

    @Test
    void refusesWhatCantBeInTheRegister() {
        refuses("membership.refusal.unknown", "leave", Map.of("member", "Niemand"));
        refuses("council.refusal.member-already", "add", Map.of("name", "Els Maes", "address", "Els Maesstraat 1"));
    }

    private void refuses(String key, String what, Map<String, Object> answers) {
        assertThatThrownBy(() -> propose(what, answers))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }

    private Map<String, Object> details(String member, String email, List<String> functions) {
        return Map.of(
                "member",
                member,
                "name",
                member,
                "email",
                email,
                "address",
                member + "straat 1",
                "functions",
                functions);
    }

    private Actor by() {
        return Actor.council(council, "An Peeters, voorzitter (Wijkraad Runkst)");
    }

    private CaseId propose(String what, Map<String, Object> answers) {
        var form = forms.shipped("membership-change");
        var known = Map.<String, Object>of("portal", Map.of("council", council.toString()));
        var typed = new HashMap<>(answers);
        typed.put("what", what);
        typed.put("day", today().toString());
        if (!what.equals("leave")) {
            typed.putIfAbsent("membership", "voting");
            typed.putIfAbsent("politician", "no");
            typed.putIfAbsent("sex", "not-stated");
        }
        var opened = intake.start("membership-change", form, judged(form, known, typed), today(), false, by());
        engine.runDue();
        return opened.id();
    }

    private void answer(CaseId caseId, Map<String, Object> answers) {
        var task = task(caseId);
        var form = forms.parse(Objects.requireNonNull(task.formJson()));
        intake.answer(task.id(), form, judged(form, taskData.of(task, form, OFFICE), answers), false, OFFICE);
        engine.runDue();
    }

    private Map<String, Object> known(CaseId caseId) {
        var task = task(caseId);
        return taskData.of(task, forms.parse(Objects.requireNonNull(task.formJson())), OFFICE);
    }

    private OpenTask task(CaseId caseId) {
        var task = tasks.ofCase(caseId).get(0);
        assertThat(task.element()).isEqualTo(TASK);
        assertThat(task.due()).isNotNull();
        return task;
    }

    private Judgement judged(Form form, Map<String, Object> known, Map<String, Object> answers) {
        var sent = new LinkedMultiValueMap<String, String>();
        answers.forEach((key, value) -> {
            if (value instanceof List<?> all) {
                all.forEach(one -> sent.add(key, one.toString()));
            } else {
                sent.add(key, value.toString());
            }
        });
        var judgement = forms.judge(form, known, sent);
        assertThat(judgement.errors()).isEmpty();
        return judgement;
    }

    private List<String> names() {
        return memberships.today(council).stream()
                .map(member -> member.details().name())
                .toList();
    }

    private Member member(String name) {
        return memberships.today(council).stream()
                .filter(one -> one.details().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
