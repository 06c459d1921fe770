package org.samenspraak.tasklist;

import org.samenspraak.casefile.CaseView;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the dossier of a case with as much as is asked of everything. */
class LongDossier {

    private final JdbcClient jdbc;

    LongDossier(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
    }

    void fill(CaseView file, int events, int documents, int tasks) {
        rows(
                file,
                events,
                """
                insert into casefile_event (case_id, at, kind, args, detail, actor_kind, actor_name)
                select :case, now(), case when i % 3 = 0 then 'note.added' else 'task.opened' end,
                    '{"task": "Nakijken"}', 'Reden ' || i, 'PERSON', 'Wijkmanager Runkst'
                from generate_series(1, :many) i""");
        rows(
                file,
                events,
                """
                insert into casefile_step (case_id, process_key, element, name, type, entered_at, left_at, actor_name)
                select :case, 'elders', 'Task_Again', 'Opnieuw', 'userTask', now(), now(), 'Wijkmanager Runkst'
                from generate_series(1, :many) i""");
        rows(
                file,
                documents,
                """
                insert into casefile_document
                    (id, origin, case_id, name, kind, media_type, bytes, sha256, at, actor_name, scan)
                select id, id, :case, 'verslag-' || i || '.pdf', 'ATTACHMENT', 'application/pdf', 1000, '', now(), '', 'NONE'
                from (select gen_random_uuid() id, i from generate_series(1, :many) i) made""");
        rows(
                file,
                tasks,
                """
                insert into process_task
                    (id, case_id, process_key, element, name, groups, for_council, due, priority, created, suspended)
                select gen_random_uuid()::text, :case, 'recognition', 'Task_X', 'Advies vragen', array['legal'], false,
                    now() + i * interval '1 day', 50, now(), false
                from generate_series(1, :many) i""");
        fillTheRest(file, documents, tasks);
    }

    private void fillTheRest(CaseView file, int many, int terms) {
        rows(
                file,
                many,
                """
                insert into casefile_note (case_id, author, author_name, text, at)
                select :case, gen_random_uuid(), 'Wijkmanager Runkst', 'Notitie ' || i, now()
                from generate_series(1, :many) i""");
        rows(
                file,
                many,
                """
                insert into correspondence_message (id, case_id, recipient, recipient_name, subject, text, html, state,
                    next_try, give_up, queued_at)
                select gen_random_uuid(), :case, 'raad@hasselt.example', 'Voorzitter', 'Bericht ' || i, '', '', 'SENT',
                    now(), now(), now()
                from generate_series(1, :many) i""");
        rows(
                file,
                terms,
                """
                insert into deadlines_clock (case_id, term, scope, round, regulation, regulation_version, from_day, since,
                    last_day, due, at_start, extensions, running)
                select :case, 'decision', gen_random_uuid()::text, 1, regulation_name, regulation_version, current_date, 'start',
                    current_date + i, now() + i * interval '1 day', false, 0, i % 2 = 0
                from generate_series(1, :many) i, casefile_case where id = :case""");
    }

    private void rows(CaseView file, int many, String sql) {
        jdbc.sql(sql).param("case", file.id().value()).param("many", many).update();
    }
}
