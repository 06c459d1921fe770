package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
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
    private SignInLinks links;

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

    /** The question is answered before anybody asked the member: no task and no question is left that could end the doubt. */
    @Test
    void isConfirmedInTheRegisterOnceNoTaskAsksIt() throws Exception {
        askForView();
        disown(AN);
        cases.stop(caseId, CaseStatus.STOPPED, "Niet meer nodig.", OFFICE);
        engine.runDue();
        assertThat(reachTasks()).isEmpty();
        var an = memberships.today(council).stream()
                .filter(member -> AN.equals(member.details().email()))
                .findFirst()
                .orElseThrow();
        var page = "/raden/" + council + "/leden/" + an.id();
        assertThat(page(page)).contains("Klopt dit e-mailadres?");

        save(page, an, null);
        assertThat(page(page)).contains("Klopt dit e-mailadres?");
        save(page, an, "true");

        assertThat(page(page)).doesNotContain("Klopt dit e-mailadres?");
        assertThat(links.isDoubted(AN, List.of(council))).isFalse();
        assertThat(jdbc.sql("select detail from council_event where kind = 'council.member-changed'")
                        .query(String.class)
                        .list())
                .containsExactly("Het e-mailadres is nagevraagd en klopt.");
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(role("participation-office")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void save(String path, Member an, @Nullable String confirmed) throws Exception {
        var post = post(path)
                .param("name", an.details().name())
                .param("email", AN)
                .param("address", String.valueOf(an.details().address()))
                .param("functions", "CHAIR")
                .param("voting", "" + an.details().voting())
                .param("sex", an.details().sex().name())
                .param("from", today().toString())
                .param("version", "" + an.version());
        if (confirmed != null) {
            post.param("confirmed", confirmed);
        }
        mvc.perform(post.with(csrf()).with(role("participation-office"))).andExpect(status().is3xxRedirection());
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
