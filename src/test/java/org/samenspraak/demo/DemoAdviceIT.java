package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.MailChoices.Reader;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests for advice in each stage, and what councils do by themselves. */
class DemoAdviceIT extends DemoScenario {

    @Autowired
    private CouncilDesk councils;

    @Autowired
    private MailChoices mails;

    @Autowired
    private LetterTexts texts;

    @Test
    void hasARequestInEachStage() {
        assertThat(tasks("advice-request"))
                .containsExactlyInAnyOrder(
                        "Task_ChooseCouncils Heraanleg van de Kempische Steenweg",
                        "Task_MendRequest Speelplein in het Banneuxpark",
                        "Task_CheckRequest Losloopweide voor honden in Kiewit",
                        "Task_Reply Parkeren in de wijken",
                        "Task_Reply Zitbanken langs de wandelroutes",
                        "Task_Agree Bomenplan voor de dorpen",
                        "Task_DecideCouncil Reglement voor buurtfeesten",
                        "Task_LookBack Openingsuren van het zwembad in de zomer");
        assertThat(titles("c.status = 'CLOSED'")).containsExactly("Afspraken over inspraak bij werken in de straat");
        assertThat(titles("c.status = 'WITHDRAWN'")).containsExactly("Nieuwe bestemming voor de pastorie van Kermt");
        assertThat(titles("c.status = 'OPEN' and r.decision is not null"))
                .containsExactlyInAnyOrder("Fietsstraten in het centrum", "Openingsuren van het zwembad in de zomer");
    }

    @Test
    void hasAnOwnerForEachRequest() {
        assertThat(all("select title from casefile_case where trajectory = 'advice-request' and owner is null"))
                .isEmpty();
        assertThat(all("select distinct p.username from casefile_case c join identity_person p on p.id = c.owner"
                        + " where c.title = 'Circulatieplan voor Runkst en het centrum'"))
                .containsExactly("department-mobility");
    }

    @Test
    void noTermOfAQuestionRunsOnAfterItsAnswers() {
        assertThat(all("select c.title from deadlines_clock k join casefile_case c on c.id = k.case_id"
                        + " join process_task t on t.case_id = c.id where k.running and k.term = 'advice'"
                        + " and c.trajectory = 'advice-request'"))
                .isEmpty();
    }

    @Test
    void hasCouncilsThatWriteAskMoreTimeOrSayThatTheyGotIt() {
        assertThat(given("Circulatieplan", "acknowledged_at is not null")).containsExactly("Jeugdraad");
        assertThat(given("Circulatieplan", "more_time = 'asked'")).containsExactly("Wijkraad Centrum");
        assertThat(given("Circulatieplan", "exists (select 1 from forms_draft d where d.party = g.council_id::text)"))
                .containsExactly("Wijkraad Runkst");
        assertThat(tasks("council-advice"))
                .contains("Task_DecideMoreTime Wijkraad Centrum – Circulatieplan voor Runkst en het centrum");
        assertThat(titles("r.urgency is not null")).containsExactly("Omleiding tijdens de werken aan het Dusartplein");
    }

    @Test
    void hasAdviceThatIsLateLeftOutOrOnPaper() {
        assertThat(given("Parkeren", "late and answer = 'advice'")).containsExactly("Wijkraad Centrum");
        assertThat(given("Parkeren", "answer = 'silent'")).containsExactly("Wijkraad Hollandsveld");
        assertThat(given("Parkeren", "more_time = 'granted' and not late")).containsExactly("Jeugdraad");
        assertThat(given("Parkeren", "answer = 'none'")).containsExactly("Dorpsraad Kermt");
        assertThat(all("select c.title from casefile_document d join casefile_case c on c.id = d.case_id"
                        + " where d.kind = 'SCAN' and c.trajectory = 'council-advice'"))
                .containsExactly("Dorpsraad Stevoort – Bomenplan voor de dorpen");
    }

    @Test
    void hasATableOfRepliesHalfFilledWithTwoGroups() {
        var counted = jdbc.sql("select count(*), count(y.outcome), count(distinct y.title) from advice_point p"
                        + " join advice_given g on g.case_id = p.advice join advice_question q on q.request = g.request"
                        + " left join advice_reply y on y.id = p.reply where q.subject = 'Parkeren in de wijken'")
                .query((row, number) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();

        assertThat(counted).containsExactly(9, 5, 2);
    }

    /** So that the scoreboard shows one. */
    @Test
    void hasRepliesThatAreOwedForTooLong() {
        assertThat(all("select c.title from deadlines_clock k join casefile_case c on c.id = k.case_id"
                        + " where k.term = 'reply' and k.running and k.due < now()"))
                .containsExactly("Zitbanken langs de wandelroutes");
        assertThat(given(
                        "Zitbanken",
                        "exists (select from advice_point p where p.advice = g.case_id and p.reply is null)"))
                .containsExactlyInAnyOrder("Wijkraad Trekschuren", "Wijkraad Kiewit");
    }

    @Test
    void hasAPointThatIsTheTaskOfAnotherDepartment() {
        assertThat(tasks("passed-on-point")).containsExactly("Task_HandlePoint Fietsen stallen");
    }

    @Test
    void hasAQuestionThatChangedWhileItWasOut() {
        assertThat(all("select subject from advice_question where version = 2")).containsExactly("Speelruimteplan");
        assertThat(given("Speelruimteplan", "answer = 'advice' and question_version = 1"))
                .containsExactly("Jeugdraad");
    }

    @Test
    void hasAdviceThatNobodyAskedFor() {
        assertThat(all("select status || ' ' || title from casefile_case where trajectory = 'unsolicited-advice'"))
                .containsExactlyInAnyOrder(
                        "CLOSED Sluipverkeer door de Kleinstraat", "OPEN Licht op het pad naar het station");
    }

    @Test
    void publishesWhatWasDecided() {
        assertThat(all("select case_id::text from advice_publication")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void hasWorkWithCouncilsAndALetterOfTheCityItself() {
        assertThat(tasks("membership-change")).containsExactly("Task_CheckMembershipChange Wijkraad Centrum");
        assertThat(tasks("council-advice")).contains("Task_ReachCouncil Wijkraad Banneux – Speelruimteplan");
        assertThat(texts.of("advice-silence", "nl").published()).isEqualTo(1);
    }

    @Test
    void hasACouncilThatChoseWhoReadsAndSends() {
        var council = councils.council("Jeugdraad").id();

        assertThat(mails.of(council).interest()).isEqualTo(Interest.ALL);
        assertThat(mails.readers(council)).extracting(Reader::function).containsExactly("MEMBER", "MAILBOX");
        assertThat(all("select m.email from council_sender s join council_membership m on m.id = s.membership_id"))
                .containsExactly("penningmeester@jeugdraad.example");
    }

    private List<String> tasks(String trajectory) {
        return all("select t.element || ' ' || c.title from process_task t join casefile_case c on c.id = t.case_id"
                + " where c.trajectory = '" + trajectory + "'");
    }

    /** Requests where this holds. */
    private List<String> titles(String where) {
        return all("select c.title from casefile_case c join advice_request r on r.case_id = c.id where " + where);
    }

    /** Councils of a request where this holds. */
    private Set<String> given(String request, String where) {
        return jdbc.sql("select n.name from advice_given g join council_council n on n.id = g.council_id"
                        + " join casefile_case c on c.id = g.request where c.title like ? and " + where)
                .param(request + "%")
                .query(String.class)
                .set();
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
