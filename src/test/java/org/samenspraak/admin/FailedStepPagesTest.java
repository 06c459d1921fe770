package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.Processes;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;

class FailedStepPagesTest extends PostgresIT {

    private static final String RETRY = "/beheer/stappen/gone/opnieuw";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Processes processes;

    @Autowired
    private EngineClock engine;

    @AfterEach
    void resetEngine() {
        engine.reset();
    }

    @Test
    void saysThatNoStepFailed() throws Exception {
        mvc.perform(get("/beheer/stappen").with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Er is geen enkele stap mislukt.")));
    }

    @Test
    void showsAStepThatFailedUntilItIsRepeatedWithSuccess() throws Exception {
        var file = failedStep();
        list("administrator")
                .andExpect(
                        content().string(stringContainsInOrder(file.number(), "Stap", "14 september 2026, 12.00 uur")))
                .andExpect(content().string(containsString("No clock recognition-end runs")));
        var step = processes.failedSteps(2).get(0);
        assertThat(processes.failedSteps(2)).hasSize(1);

        retry(step.id()).andExpect(redirectedUrl("/beheer/stappen"));
        assertThat(jdbc.sql("select about from identity_audit where what = 'step-retried'")
                        .query(String.class)
                        .list())
                .containsExactly(file.number() + ": Stap");
        engine.runDue();
        assertThat(processes.failedSteps(2)).as("its cause is still there").hasSize(1);

        clocks.startUntil(file.id(), "recognition-end", null, LocalDate.of(2030, 9, 14));
        retry(step.id());
        engine.runDue();

        list("administrator").andExpect(content().string(containsString("Er is geen enkele stap mislukt.")));
        assertThat(cases.get(file.id()).outcome()).isEqualTo("yes");
        retry(step.id()).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void offersTheButtonToAdministratorsOnly() throws Exception {
        failedStep();

        list("administrator").andExpect(content().string(containsString("/opnieuw\"")));
        list("participation-office").andExpect(content().string(not(containsString("/opnieuw\""))));
    }

    /** It needs a clock that does not run yet. */
    private CaseView failedStep() {
        engine.set(clock.instant());
        var id = cases.open(new OpenCase(
                CaseId.create(),
                TrialModel.QUESTION,
                "REC",
                "Proef",
                null,
                null,
                LocalDate.of(2026, 9, 1),
                false,
                Actor.SYSTEM));
        TrialModel.ask(context, "${clock.before('recognition-end', 'renewal-invitation')}", "${true}");
        processes.start(TrialModel.QUESTION, id, Map.of(), Actor.SYSTEM);
        engine.runDue();
        return cases.get(id);
    }

    private ResultActions list(String role) throws Exception {
        return mvc.perform(get("/beheer/stappen").with(role(role))).andExpect(status().isOk());
    }

    private ResultActions retry(String step) throws Exception {
        return mvc.perform(post("/beheer/stappen/" + step + "/opnieuw")
                .with(role("administrator"))
                .with(csrf()));
    }

    @Test
    void letsOnlyAdministratorsTryAgain() throws Exception {
        mvc.perform(get("/beheer/stappen").with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(post(RETRY).with(role("participation-office")).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void refusesToTryAStepAgainThatIsGone() throws Exception {
        mvc.perform(post(RETRY).with(role("administrator")).with(csrf())).andExpect(status().isUnprocessableEntity());
    }
}
