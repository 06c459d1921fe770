package org.samenspraak.wijkbudget;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Survey.Answer;
import org.samenspraak.wijkbudget.Survey.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked how a round went, and what was answered: {@code wijkbudget_survey}. */
@Repository
class Surveys {

    private final JdbcClient jdbc;

    Surveys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it is new; asks each proposer who confirmed, once however many ideas they have; on paper too. */
    boolean open(CaseId round, List<String> groups, LocalDate on) {
        var isNew = jdbc.sql(
                                "insert into wijkbudget_survey (round, groups, opened_on) values (?, ?, ?) on conflict do nothing")
                        .params(round.value(), groups.toArray(String[]::new), on)
                        .update()
                == 1;
        jdbc.sql(
                        """
                        insert into wijkbudget_survey_asked (supporter, round)
                        select distinct on (lower(coalesce(s.mail, s.name || ' ' || s.address))) s.id, p.round
                          from wijkbudget_supporter s join wijkbudget_proposal p on p.case_id = s.case_id
                         where p.round = ? and s.proposer and s.confirmed_at is not null
                         order by lower(coalesce(s.mail, s.name || ' ' || s.address)), s.confirmed_at desc, s.id
                        on conflict do nothing
                        """)
                .param(round.value())
                .update();
        return isNew;
    }

    /** Departments that were asked about projects of the round. */
    List<String> departments(CaseId round) {
        return jdbc.sql(
                        """
                        select distinct a.department from wijkbudget_answer a join wijkbudget_project p on p.id = a.project
                         where p.round = ? order by a.department
                        """)
                .param(round.value())
                .query(String.class)
                .list();
    }

    void close(CaseId round, LocalDate on) {
        jdbc.sql("update wijkbudget_survey set closed_on = ? where round = ? and closed_on is null")
                .params(on, round.value())
                .update();
    }

    Optional<Survey> find(CaseId round) {
        return jdbc.sql("select groups, opened_on, closed_on from wijkbudget_survey where round = ?")
                .param(round.value())
                .query((row, number) -> new Survey(
                        round,
                        Arrays.asList((String[]) row.getArray("groups").getArray()),
                        row.getObject("opened_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class)))
                .optional();
    }

    /** Proposers who were asked and did not answer. */
    List<UUID> silent(CaseId round) {
        return jdbc.sql(
                        "select supporter from wijkbudget_survey_asked where round = ? and not answered order by supporter")
                .param(round.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many proposers were asked. */
    long asked(CaseId round) {
        return jdbc.sql("select count(*) from wijkbudget_survey_asked where round = ?")
                .param(round.value())
                .query(Long.class)
                .single();
    }

    /** What somebody is asked, or was, on the round of their idea; also behind the link of another idea of the same address. */
    Optional<Question> question(UUID reader) {
        return jdbc.sql(
                        """
                        select a.supporter, a.round, a.answered, v.closed_on
                          from wijkbudget_supporter r join wijkbudget_proposal p on p.case_id = r.case_id
                          join wijkbudget_survey_asked a on a.round = p.round
                          join wijkbudget_supporter s on s.id = a.supporter and lower(s.mail) = lower(r.mail)
                          join wijkbudget_survey v on v.round = a.round
                         where r.id = ?
                        """)
                .param(reader)
                .query((row, number) -> new Question(
                        new CaseId(row.getObject("round", UUID.class)),
                        row.getObject("supporter", UUID.class),
                        row.getBoolean("answered"),
                        row.getObject("closed_on", LocalDate.class)))
                .optional();
    }

    /** Says whether it is their first answer. */
    boolean answered(UUID supporter, boolean onPaper) {
        return jdbc.sql(
                                """
                                update wijkbudget_survey_asked set answered = true, on_paper = ?
                                 where supporter = ? and not answered
                                """)
                        .params(onPaper, supporter)
                        .update()
                == 1;
    }

    void add(CaseId round, Answer answer) {
        jdbc.sql(
                        """
                        insert into wijkbudget_survey_answer (id, round, kind, clear, heard, fair, again, words)
                        values (:id, :round, :kind, :clear, :heard, :fair, :again, :words)
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round.value())
                .param("kind", answer.kind().name())
                .param("clear", answer.marks().get(0))
                .param("heard", answer.marks().get(1))
                .param("fair", answer.marks().get(2))
                .param("again", answer.marks().get(3))
                .param("words", answer.words(), Types.VARCHAR)
                .update();
    }

    /** In no order that says who answered when. */
    List<Answer> answers(CaseId round) {
        return jdbc.sql(
                        "select kind, clear, heard, fair, again, words from wijkbudget_survey_answer where round = ? order by id")
                .param(round.value())
                .query((row, number) -> new Answer(
                        Kind.valueOf(row.getString("kind")),
                        List.of(row.getInt("clear"), row.getInt("heard"), row.getInt("fair"), row.getInt("again")),
                        row.getString("words")))
                .list();
    }

    /**
     * @param supporter who was asked, one for each address
     * @param closedOn none while answers come in
     */
    record Question(CaseId round, UUID supporter, boolean answered, @Nullable LocalDate closedOn) {}
}
