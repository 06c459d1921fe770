package org.samenspraak.recognition;

import java.time.LocalDate;
import java.util.Optional;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications for recognition or registration, one per case. */
@Repository
class Applications {

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only one application of a council at a time gets past here until its transaction ends. */
    void reserve(CouncilId council) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:council, 0))")
                .param("council", "recognition/" + council)
                .query((row, number) -> true)
                .list();
    }

    void keep(Application application) {
        jdbc.sql(
                        """
                        insert into recognition_application
                            (case_id, renewal, rounds, received_on, receives_money, open_to_new_members)
                        values (:case, :renewal, :rounds, :received, :money, :open)
                        on conflict (case_id) do update set renewal = excluded.renewal, rounds = excluded.rounds, received_on = excluded.received_on,
                            receives_money = excluded.receives_money, open_to_new_members = excluded.open_to_new_members
                        """)
                .param("case", application.caseId().value())
                .param("renewal", application.renewal())
                .param("rounds", application.rounds())
                .param("received", application.receivedOn())
                .param("money", application.receivesMoney())
                .param("open", application.openToNewMembers())
                .update();
    }

    Application get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    Optional<Application> find(CaseId caseId) {
        return jdbc.sql("select * from recognition_application where case_id = :case")
                .param("case", caseId.value())
                .query((row, number) -> new Application(
                        caseId,
                        row.getBoolean("renewal"),
                        row.getInt("rounds"),
                        row.getObject("received_on", LocalDate.class),
                        row.getBoolean("receives_money"),
                        row.getBoolean("open_to_new_members")))
                .optional();
    }

    /**
     * @param rounds how often the council was asked to supplement
     * @param receivedOn the day the last papers came in: the decision term counts from it once they are complete
     */
    record Application(
            CaseId caseId,
            boolean renewal,
            int rounds,
            LocalDate receivedOn,
            boolean receivesMoney,
            boolean openToNewMembers) {

        Application withRound() {
            return new Application(caseId, renewal, rounds + 1, receivedOn, receivesMoney, openToNewMembers);
        }

        Application of(boolean renewing) {
            return new Application(caseId, renewing, rounds, receivedOn, receivesMoney, openToNewMembers);
        }

        Application with(ApplicationForm form, LocalDate received) {
            return new Application(caseId, renewal, rounds, received, form.receivesMoney(), form.openToNewMembers());
        }
    }
}
