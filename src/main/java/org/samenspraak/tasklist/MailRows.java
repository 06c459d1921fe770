package org.samenspraak.tasklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.Theirs;
import org.samenspraak.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants which mails about their work, and what they were told. */
@Repository
class MailRows {

    /** More than anybody reads in a mail; the list has the rest. */
    private static final int MOST = 40;

    private final JdbcClient db;

    MailRows(JdbcClient db) {
        this.db = db;
    }

    MailChoice choice(PersonId person) {
        return choices().getOrDefault(person, MailChoice.USUAL);
    }

    /** Of those who chose. */
    Map<PersonId, MailChoice> choices() {
        var choices = new HashMap<PersonId, MailChoice>();
        db.sql("select * from tasklist_mail_choice").query(row -> {
            choices.put(
                    new PersonId(row.getObject("person", UUID.class)),
                    new MailChoice(
                            row.getBoolean("digest"),
                            row.getBoolean("due"),
                            row.getBoolean("assigned"),
                            row.getString("language")));
        });
        return choices;
    }

    void choose(PersonId person, MailChoice choice) {
        db.sql("insert into tasklist_mail_choice (person, digest, due, assigned, language) values (?, ?, ?, ?, ?)"
                        + " on conflict (person) do update set (digest, due, assigned, language) ="
                        + " row (excluded.digest, excluded.due, excluded.assigned, excluded.language)")
                .params(person.value(), choice.digest(), choice.due(), choice.assigned(), choice.language())
                .update();
    }

    /** When somebody had their turn for the last time. */
    Optional<Instant> lastTold(PersonId person) {
        return db.sql("select at from tasklist_mail_told where person = ? order by day desc limit 1")
                .param(person.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** False when they had their turn on that day; who asks at the same moment waits. */
    boolean takeTurn(PersonId person, LocalDate day, Instant now) {
        return db.sql("insert into tasklist_mail_told (person, day, kind, at) values (?, ?, 'daily', ?)"
                                + " on conflict do nothing")
                        .params(person.value(), day, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * What somebody or whom they act for took, and what waits for their groups, as far as it ends before {@code soon} or
     * came after {@code since}; the first to end first.
     */
    List<TaskRow> work(SignedIn me, Instant soon, Instant since) {
        var params = new HashMap<String, Object>();
        var theirs = new Theirs(me, value -> Inbox.named("work", value, params));
        var sql = "select t.* from process_task t where not t.suspended and not t.for_council and (" + theirs.taken()
                + " or (t.assignee is null and " + theirs.offered() + "))"
                + " and (t.due_order < :soon or t.created >= :since) order by t.due_order, t.id limit :most";
        return db.sql(sql)
                .params(params)
                .param("soon", soon.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(TaskRow::of)
                .list();
    }

    void give(PersonId person, String task) {
        db.sql("insert into tasklist_mail_given (person, task_id) values (?, ?)")
                .params(person.value(), task)
                .update();
    }

    List<PersonId> given() {
        return db.sql("select distinct person from tasklist_mail_given").query(UUID.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    /** What somebody was given and still has; it is told only once, whoever asks. */
    List<TaskRow> takeGiven(SignedIn me) {
        var params = new HashMap<String, Object>();
        var taken = new Theirs(me, value -> Inbox.named("given", value, params)).taken();
        return db.sql("with taken as (delete from tasklist_mail_given where person = :person returning task_id)"
                        + " select t.* from process_task t where t.id in (select task_id from taken)"
                        + " and " + taken + " order by t.due_order, t.id")
                .params(params)
                .param("person", me.person().value())
                .query(TaskRow::of)
                .list();
    }
}
