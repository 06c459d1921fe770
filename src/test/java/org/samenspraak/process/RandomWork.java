package org.samenspraak.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people, clocks and administrators do to tasks, by chance; of everything one in eight is rolled back. */
final class RandomWork {

    static final String KEY = "chance";

    private static final int FEW = 10;
    private static final Actor CLERK = Actor.person(PersonId.create(), "Clerk");
    private static final Actor COLLEAGUE = Actor.person(PersonId.create(), "Colleague");

    private final Processes processes;
    private final Tasks tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TransactionTemplate transaction;
    private final List<ProcessDefinition> versions;
    private final Random random;

    RandomWork(ApplicationContext engine, long seed) {
        processes = engine.getBean(Processes.class);
        tasks = engine.getBean(Tasks.class);
        runtime = engine.getBean(RuntimeService.class);
        management = engine.getBean(ManagementService.class);
        transaction = new TransactionTemplate(engine.getBean(PlatformTransactionManager.class));
        versions = engine.getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .orderByProcessDefinitionVersion()
                .asc()
                .list();
        random = new Random(seed);
    }

    /** Two versions of a model with tasks beside each other, one of them with a clock, and one after it. */
    static void deploy(RepositoryService repository) {
        var model = TestModel.process(
                KEY,
                TestModel.start()
                        + "<bpmn:parallelGateway id=\"Gateway_Both\" name=\"Beide\" />"
                        + TestModel.flow("Start_Asked", "Gateway_Both")
                        + TestModel.flow("Gateway_Both", "Task_First")
                        + TestModel.flow("Gateway_Both", "Task_Beside")
                        + TestModel.task("Task_First", "area-manager@area,participation-office", "")
                        + TestModel.task("Task_Beside", "college", "")
                        + TestModel.task("Task_Second", "legal", "")
                        + "<bpmn:boundaryEvent id=\"Timer_Over\" name=\"Te laat\" attachedToRef=\"Task_First\"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.due('check')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                        + TestModel.flow("Timer_Over", "Task_Second")
                        + TestModel.flow("Task_First", "Task_Second")
                        + TestModel.flow("Task_Second", "End_Done")
                        + TestModel.flow("Task_Beside", "End_Done")
                        + TestModel.end());
        for (var version : List.of(model, model.replace("Check", "Inspect"))) {
            var deployment = repository.createDeployment().name(KEY);
            TestModel.files(KEY, version).forEach(deployment::addString);
            deployment.deploy();
        }
    }

    /** Something happens, or is refused. */
    void step() {
        try {
            transaction.executeWithoutResult(status -> {
                happen();
                if (random.nextInt(8) == 0) {
                    status.setRollbackOnly();
                }
            });
        } catch (Refusal | ProcessEngineException | DataAccessException refused) {
            // the list has to be right then too
        }
    }

    private void happen() {
        var instances = runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .orderByBusinessKey()
                .asc()
                .listPage(0, 200);
        if (instances.size() < FEW || random.nextInt(5) == 0) {
            processes.start(KEY, new CaseId(new UUID(random.nextLong(), random.nextLong())), Map.of(), CLERK);
            return;
        }
        var instance = pick(instances);
        var caseId = CaseId.parse(instance.getBusinessKey());
        switch (random.nextInt(9)) {
            case 0 -> processes.cancel(caseId, "test", CLERK);
            case 1 -> processes.moveTerm(caseId, "check", null, moment());
            case 2 -> {
                EngineOnly.Heard.SCOPES.put("area", "" + random.nextInt(3));
                tasks.regroup(caseId);
            }
            case 3 -> runtime.suspendProcessInstanceById(instance.getId());
            case 4 -> runtime.activateProcessInstanceById(instance.getId());
            case 5 ->
                management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()
                        .findFirst()
                        .ifPresent(timer -> management.executeJob(timer.getId()));
            case 6 -> migrate(instance.getId());
            case 7 ->
                runtime.createProcessInstanceModification(instance.getId())
                        .startBeforeActivity(pick(List.of("Task_First", "Task_Beside", "Task_Second")))
                        .execute();
            default -> tasks.ofCase(caseId).forEach(this::work);
        }
    }

    private void work(OpenTask task) {
        var id = task.id();
        switch (random.nextInt(8)) {
            case 0, 1 -> tasks.claim(id, pick(List.of(CLERK, COLLEAGUE)));
            case 2 -> tasks.giveBack(id, CLERK);
            case 3 -> {
                var group = GroupId.of(pick(List.of("legal", "college", "finance")));
                tasks.handOver(id, new HandOver(task.assignee(), null, group, null), CLERK);
            }
            case 4 -> tasks.prioritise(id, pick(List.of(Priority.values())), CLERK);
            case 5 -> tasks.followUp(id, moment(), CLERK);
            default -> tasks.complete(id, Map.of(), pick(List.of(CLERK, Actor.SYSTEM)));
        }
    }

    private void migrate(String instance) {
        var old = versions.get(versions.size() - 2).getId();
        var plan = runtime.createMigrationPlan(
                        old, versions.get(versions.size() - 1).getId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instance).execute();
    }

    private Instant moment() {
        return Instant.parse("2027-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
