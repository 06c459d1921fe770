package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.TaskData;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.FailedStep;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** An office that walks a trajectory: forms are judged as a browser would send them, clocks run when a test says so. */
public abstract class CaseScenario extends PostgresIT {

    private static final Pattern LINK = Pattern.compile("/v/[A-Za-z0-9_-]{64}");

    protected static final Actor CLERK = Actor.resident("participatieambtenaar");

    @Autowired
    protected Intake intake;

    @Autowired
    protected Forms forms;

    @Autowired
    protected TaskData taskData;

    @Autowired
    protected Tasks tasks;

    @Autowired
    protected Processes processes;

    @Autowired
    protected EngineClock engine;

    @Autowired
    protected Cases cases;

    @Autowired
    protected Councils councils;

    @Autowired
    protected Areas areas;

    @Autowired
    protected Outbox outbox;

    @BeforeEach
    void followTheClock() {
        engine.set(clock.instant());
    }

    @AfterEach
    void leaveTheEngineToItsClock() {
        engine.reset();
    }

    protected void answer(CaseId caseId, String element, Map<String, Object> answers) {
        answer(caseId, element, answers, CLERK);
    }

    /** Answers the form of an open task and runs what follows. */
    protected void answer(CaseId caseId, String element, Map<String, Object> answers, Actor by) {
        send(caseId, element, answers, by);
        run();
    }

    protected void send(CaseId caseId, String element, Map<String, Object> answers) {
        send(caseId, element, answers, CLERK);
    }

    protected void send(CaseId caseId, String element, Map<String, Object> answers, Actor by) {
        var task = task(caseId, element);
        var form = form(task);
        intake.answer(task.id(), form, judged(form, taskData.of(task, form, by), answers), false, by);
    }

    protected Form form(OpenTask task) {
        return forms.parse(Objects.requireNonNull(task.formJson()));
    }

    protected Judgement judged(Form form, Map<String, Object> stored, Map<String, Object> answers) {
        var judgement = forms.judge(form, stored, TypedForm.of(answers));
        assertThat(judgement.errors()).isEmpty();
        return judgement;
    }

    protected OpenTask task(CaseId caseId, String element) {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element + " is not open but " + open(caseId)));
    }

    protected List<String> open(CaseId caseId) {
        return tasks.ofCase(caseId).stream().map(OpenTask::element).toList();
    }

    /** Runs steps and timers that are due; none may fail. */
    protected void run() {
        engine.runDue();
        assertThat(processes.failedSteps(10)).extracting(FailedStep::message).isEmpty();
        assertThat(jdbc.sql("select exception_msg_ from act_ru_job where exception_msg_ is not null")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Lets days go by and runs what came due. */
    protected void wait(int days) {
        clock.advance(Duration.ofDays(days));
        engine.set(clock.instant());
        run();
    }

    /** Goes to noon of a day. */
    protected void goTo(LocalDate day) {
        clock.set(day.atTime(12, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant());
        engine.set(clock.instant());
        run();
    }

    protected LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Brussels"));
    }

    protected CaseView view(CaseId caseId) {
        return cases.get(caseId);
    }

    /** Of the last mail to somebody that has a question. */
    protected String link(String address) throws Exception {
        outbox.sendDue();
        var last = "";
        for (var received : mail.receivedBy(address)) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            last = found.find() ? found.group() : last;
        }
        return last;
    }

    /** Sends two requests at the same moment. */
    protected List<MockHttpServletResponse> atOnce(
            AbstractMockHttpServletRequestBuilder<?> one, AbstractMockHttpServletRequestBuilder<?> other)
            throws Exception {
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var done = new ArrayList<MockHttpServletResponse>();
            for (var response : pool.invokeAll(List.of(sending(one, barrier), sending(other, barrier)))) {
                done.add(response.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private Callable<MockHttpServletResponse> sending(
            AbstractMockHttpServletRequestBuilder<?> request, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            return mvc.perform(request).andReturn().getResponse();
        };
    }
}
