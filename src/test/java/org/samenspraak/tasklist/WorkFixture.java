package org.samenspraak.tasklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.process.TrialModel;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases and tasks for tests of pages. */
class WorkFixture {

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    WorkFixture(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    CaseView openCase(String title, AreaId area) {
        return openCase(title, null, area);
    }

    CaseView openCase(String title, @Nullable CouncilId council, AreaId area) {
        var cases = context.getBean(Cases.class);
        var id = cases.open(new OpenCase(
                CaseId.create(),
                "recognition",
                "REC",
                title,
                council,
                area,
                LocalDate.of(2026, 9, 1),
                false,
                Actor.resident("Aanvrager")));
        return cases.get(id);
    }

    /** A row of the list, without an engine behind it. */
    void task(String id, CaseView file, String name, String group, @Nullable Instant due) {
        insert(id, file, name, group, false, due);
    }

    void councilTask(String id, CaseView file, String name, Instant due) {
        insert(id, file, name, "council@" + UUID.randomUUID(), true, due);
    }

    private void insert(
            String id, CaseView file, String name, String group, boolean forCouncil, @Nullable Instant due) {
        jdbc.sql(
                        """
                        insert into process_task
                            (id, case_id, process_key, element, name, groups, for_council, due, priority, created, suspended)
                        values (:id, :case, 'recognition', 'Task_X', :name, array[:group], :council, :due, 50, :now, false)
                        """)
                .param("id", id)
                .param("case", file.id().value())
                .param("name", name)
                .param("group", group)
                .param("council", forCouncil)
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("now", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A case of a council with the trial trajectory at its first task, that of the participation office. */
    CaseView startTrial(AreaId area) {
        return startTrial(area, TrialModel.FORM);
    }

    /** The same with a form of one's own, {@code trial-form}, in both tasks. */
    CaseView startTrial(AreaId area, String form) {
        TrialModel.deploy(context, form);
        var council = context.getBean(Councils.class).add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, Actor.SYSTEM);
        var file = openCase("Erkenning van wijkraad Runkst", council, area);
        context.getBean(Processes.class).start(TrialModel.KEY, file.id(), Map.of(), Actor.SYSTEM);
        return file;
    }

    String onlyTask(CaseView file) {
        var open = context.getBean(Tasks.class).ofCase(file.id());
        if (open.size() != 1) {
            throw new AssertionError("Open tasks: " + open);
        }
        return open.get(0).id();
    }
}
