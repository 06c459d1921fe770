package org.samenspraak.advice;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A request whose councils answered, written straight into its tables: what goes out is told from these alone. */
abstract class OutScenario extends BrowserIT {

    static final Actor OFFICE = Actor.resident("Participatiebureau");
    static final LocalDate ASKED = LocalDate.of(2026, 8, 17);
    static final LocalDate LAST = LocalDate.of(2026, 9, 16);

    @Autowired
    Areas areas;

    @Autowired
    Councils councils;

    @Autowired
    Memberships memberships;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    AreaId area = AreaId.create();
    CouncilId youth = CouncilId.create();
    CouncilId elders = CouncilId.create();

    @BeforeEach
    void fillTheRegister() {
        area = areas.add("Runkst", null, OFFICE);
        youth = newCouncil("Jeugdraad", "An Claes", "an@jeugd.example");
        elders = newCouncil("Seniorenraad", "Jef Maes", "jef@senior.example");
    }

    CouncilId newCouncil(String name, String chair, String mail) {
        var id = councils.add(CouncilKind.ADVIESRAAD, name, area, OFFICE);
        var member = new NewMember(
                chair, mail, "0470 12 34 56", "Dorp 1", Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.add(id, member, LocalDate.of(2026, 1, 1), OFFICE);
        return id;
    }

    CaseId request(String subject, String domain, String asker) {
        var id = CaseId.create();
        cases.open(new OpenCase(id, "advice-request", "ADV", subject, null, area, ASKED, false, OFFICE));
        jdbc.sql(
                        """
                        insert into advice_request (case_id, asker_group, on_behalf_of, domain, phase, position, sent_on, last_day)
                        values (?, ?, 'college', ?, 'design', 'advise', ?, ?)
                        """)
                .params(id.value(), asker, domain, ASKED, LAST)
                .update();
        jdbc.sql(
                        """
                        insert into advice_question (request, version, subject, question, still_open, at, by_name)
                        values (?, 1, ?, 'Wat vindt u van het plan?', 'De plaats van de banken', '2026-08-17T08:00:00Z', 'Iemand Anders')
                        """)
                .params(id.value(), subject)
                .update();
        return id;
    }

    CaseId given(CaseId request, CouncilId council, @Nullable String answer, @Nullable LocalDate on) {
        var id = CaseId.create();
        cases.open(
                new OpenCase(id, "council-advice", "RAD", view(request).title(), council, area, ASKED, false, OFFICE));
        jdbc.sql(
                        """
                        insert into advice_given (case_id, request, council_id, asked_on, last_day, answer, given_at, late,
                                                  chair, secretary)
                        values (?, ?, ?, ?, ?, ?, cast(? as date), ?, 'An Claes', 'Bo Jans')
                        """)
                .params(
                        id.value(),
                        request.value(),
                        council.value(),
                        ASKED,
                        LAST,
                        answer,
                        on == null ? null : on.toString(),
                        on != null && on.isAfter(LAST))
                .update();
        return id;
    }

    /** With its reply, when there is an outcome. */
    UUID point(CaseId request, CaseId advice, int number, String text, @Nullable Outcome outcome, String reason) {
        var reply = outcome == null ? null : UUID.randomUUID();
        if (outcome != null) {
            jdbc.sql(
                            """
                            insert into advice_reply (id, case_id, outcome, reason, place, passed_to, passed_until, changed_by)
                            values (?, ?, ?, ?, ?, ?, cast(? as date), 'Ambtenaar Achtergrond')
                            """)
                    .params(
                            reply,
                            request.value(),
                            outcome.code(),
                            reason,
                            outcome == Outcome.FOLLOWED ? "blz. 12" : "",
                            outcome == Outcome.PASSED_ON ? "department-green" : null,
                            outcome == Outcome.PASSED_ON ? "2027-03-01" : null)
                    .update();
        }
        var id = UUID.randomUUID();
        jdbc.sql("insert into advice_point (id, advice, number, topic, text, kind, page, reply)"
                        + " values (?, ?, ?, ?, ?, 'condition', '7', ?)")
                .params(id, advice.value(), number, "Onderwerp " + number, text, reply)
                .update();
        return id;
    }

    void decide(CaseId request) {
        jdbc.sql(
                        """
                        update advice_request set decision = 'changed', decision_number = '2026_CBS_0042',
                               decision_day = '2026-09-10', decision_link = 'https://stad.example/besluit/42',
                               decision_reason = 'De bomen van An Claes blijven staan.', agreed_at = now()
                         where case_id = ?
                        """)
                .param(request.value())
                .update();
    }

    CaseView view(CaseId id) {
        return cases.get(id);
    }

    String number(CaseId id) {
        return view(id).number();
    }

    byte[] bytes(UUID document) {
        var bytes = new ByteArrayOutputStream();
        documents.write(requireNonNull(document), bytes);
        return bytes.toByteArray();
    }

    List<String> kinds(CaseId id) {
        return jdbc.sql("select kind from casefile_event where case_id = ? order by id")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
