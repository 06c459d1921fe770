package org.samenspraak.process;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An office with many open tasks, one a case, of 2,000 councils in 25 areas and five trajectories. They stand in the engine's
 * tables as well, so that each can be completed. One model has them all: whichever of twenty tasks, or one with a clock that
 * ends it, then {@link #AFTER}.
 */
public final class ManyTasks {

    public static final String KEY = "many";
    public static final String AFTER = "Task_After";

    static final int STEPS = 20;
    /** Their numbers are above those of tasks without a clock. */
    static final int FIRST_CLOCK = 50_000_000;

    private static final String CLOCK =
            """
            <bpmn:boundaryEvent id="Timer_Over" name="Termijn voorbij" attachedToRef="Task_20"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${clock.due('check')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            """;

    private final ApplicationContext office;
    private final JdbcClient jdbc;
    private final CopiedRows rows;
    private final List<String> cases = new ArrayList<>();
    private int tasks;

    /** An empty office gets councils, the model, and a case at each of its tasks. */
    public ManyTasks(ApplicationContext office) {
        this.office = office;
        jdbc = office.getBean(JdbcClient.class);
        rows = new CopiedRows(jdbc);
        rows.addCouncils();
        var deployment = office.getBean(RepositoryService.class).createDeployment();
        files().forEach(deployment::addString);
        deployment.deploy();
        IntStream.rangeClosed(0, STEPS).forEach(this::start);
    }

    private void start(int at) {
        var id = CaseId.create();
        office.getBean(Cases.class)
                .open(new OpenCase(
                        id,
                        "recognition",
                        "REC",
                        "Voorbeeld",
                        null,
                        area(1),
                        LocalDate.of(2026, 9, 1),
                        false,
                        Actor.SYSTEM));
        office.getBean(Processes.class).start(KEY, id, Map.of("at", at, "area", ""), Actor.SYSTEM);
        cases.add(id.toString());
    }

    public AreaId area(int number) {
        return new AreaId(jdbc.sql("select id from identity_area where name = ?")
                .param("gebied " + number)
                .query(UUID.class)
                .single());
    }

    /** So many tasks are open afterwards, beside one of each. */
    public ManyTasks growTo(int wanted) {
        add(cases.subList(0, STEPS), tasks + 1, wanted);
        tasks = wanted;
        return this;
    }

    /** So many cases wait for a clock, which is due in the minute before this moment. */
    void addClocks(int clocks, Instant due) {
        CopiedRows.setClock(jdbc, cases.get(STEPS), due);
        add(cases.subList(STEPS, STEPS + 1), FIRST_CLOCK, FIRST_CLOCK + clocks - 2);
    }

    private void add(List<String> which, int from, int until) {
        rows.copyInOffice(which, from, until);
        rows.copyInEngine(which, from, until);
        office.getBean(WorkList.class).mend();
        jdbc.sql("analyze").update();
    }

    /** Free tasks of this group, in no order. */
    public List<String> free(String group, int most) {
        return free(jdbc, group, most);
    }

    static List<String> free(JdbcClient jdbc, String group, int most) {
        return jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
                        where l.group_id_ = :group and t.assignee_ is null and t.task_def_key_ not in ('Task_20', 'Task_After') limit :most
                        """)
                .param("group", group)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** How many rows of the work list differ from the engine's tables; none should. */
    public int drift() {
        return office.getBean(WorkList.class).mend();
    }

    /** The engine's own way to ask for what is late in an area: ids of 25 tasks by end date, those assigned included. */
    public List<String> askEngine(List<GroupId> groups, AreaId area, Instant now, int first) {
        return office
                .getBean(TaskService.class)
                .createTaskQuery()
                .taskCandidateGroupIn(groups.stream().map(GroupId::toString).toList())
                .includeAssignedTasks()
                .processVariableValueEquals("area", area.toString())
                .dueBefore(Date.from(now))
                .active()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(first, 25)
                .stream()
                .map(Task::getId)
                .toList();
    }

    static Map<String, String> files() {
        return Map.of(KEY + ".bpmn", model(), "trial-form.form", TrialModel.FORM);
    }

    private static String model() {
        var tasks = IntStream.rangeClosed(0, STEPS)
                .mapToObj(at -> task("Task_" + at) + way(at) + TestModel.flow("Task_" + at, AFTER))
                .collect(joining());
        return TestModel.process(
                KEY,
                TestModel.start()
                        + TestModel.flow("Start_Asked", "Gateway_Which")
                        + "<bpmn:exclusiveGateway id=\"Gateway_Which\" name=\"Welke?\" default=\"Flow_20\" />"
                        + tasks
                        + CLOCK
                        + TestModel.flow("Timer_Over", AFTER)
                        + task(AFTER)
                        + TestModel.flow(AFTER, "End_Done")
                        + TestModel.end());
    }

    private static String way(int at) {
        var condition = at == STEPS
                ? ""
                : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${at == %d}</bpmn:conditionExpression>"
                        .formatted(at);
        return "<bpmn:sequenceFlow id=\"Flow_%1$d\" name=\"%1$d\" sourceRef=\"Gateway_Which\" targetRef=\"Task_%1$d\">%2$s</bpmn:sequenceFlow>"
                .formatted(at, condition);
    }

    private static String task(String id) {
        return TestModel.task(id, "participation-office", "").replace("\"small\"", "\"trial-form\"");
    }
}
