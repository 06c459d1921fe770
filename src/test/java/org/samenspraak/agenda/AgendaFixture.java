package org.samenspraak.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases, terms and tasks for tests of the agenda. */
class AgendaFixture {

    private final ApplicationContext context;
    private final JdbcClient jdbc;

    AgendaFixture(ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
    }

    CaseView openCase(String title, AreaId area) {
        return openCase(title, null, area);
    }

    CaseView openCase(String title, @Nullable CouncilId council, AreaId area) {
        var cases = context.getBean(Cases.class);
        return cases.get(cases.open(new OpenCase(
                CaseId.create(),
                "recognition",
                "REC",
                title,
                council,
                area,
                LocalDate.of(2026, 9, 1),
                false,
                Actor.resident("Aanvrager"))));
    }

    CouncilId council(String name, AreaId area) {
        return context.getBean(Councils.class).add(CouncilKind.WIJKRAAD, name, area, Actor.SYSTEM);
    }

    /** A clock of its own that ends on a day. */
    void term(CaseView file, String term, LocalDate lastDay) {
        context.getBean(Clocks.class).startUntil(file.id(), term, null, lastDay);
    }

    /** Terms of one case on days of September 2026, without their lines. */
    void terms(CaseView file, int many) {
        jdbc.sql(
                        """
                        insert into deadlines_clock (case_id, term, scope, round, regulation, regulation_version, from_day,
                            since, last_day, due, at_start, extensions, running)
                        select :case, 'check', i::text, 1, 'hasselt', 1, '2026-09-01', 'start', day, day + 1, false, 0, true
                          from (select i, date '2026-09-01' + i % 25 as day from generate_series(1, :many) i) x""")
                .param("case", file.id().value())
                .param("many", many)
                .update();
    }

    void task(String id, CaseView file, String name, String group, Instant due) {
        task(id, file, name, group, null, due, null);
    }

    /** A row of the work list, without an engine behind it. */
    void task(
            String id,
            CaseView file,
            String name,
            String group,
            @Nullable PersonId assignee,
            Instant due,
            @Nullable String term) {
        jdbc.sql(
                        """
                        insert into process_task (id, case_id, process_key, element, name, name_en, groups, assignee, due,
                            priority, created, suspended, term)
                        values (?, ?, 'recognition', 'Task_X', ?, 'English ' || ?, array[?], ?, ?, 50, ?, false, ?)""")
                .params(Arrays.asList(
                        id,
                        file.id().value(),
                        name,
                        name,
                        group,
                        assignee == null ? null : assignee.value(),
                        due.atOffset(ZoneOffset.UTC),
                        Instant.EPOCH.atOffset(ZoneOffset.UTC),
                        term))
                .update();
    }
}
