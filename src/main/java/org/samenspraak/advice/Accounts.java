package org.samenspraak.advice;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Account.Advice;
import org.samenspraak.advice.Account.Given;
import org.samenspraak.advice.Account.Point;
import org.samenspraak.advice.Account.Reply;
import org.samenspraak.advice.Account.Request;
import org.samenspraak.advice.Account.Version;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads a request with all its advice and replies, in as many questions however many points there are. */
@Repository
class Accounts {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Councils councils;
    private final Submissions submissions;
    private final Municipality municipality;

    Accounts(JdbcClient jdbc, Cases cases, Councils councils, Submissions submissions, Municipality municipality) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.councils = councils;
        this.submissions = submissions;
        this.municipality = municipality;
    }

    /**
     * @param caseId of a request, of a council that was asked, or of an unsolicited advice
     * @throws Refusal for any other case
     */
    @Transactional
    Account of(CaseId caseId) {
        var id = request(caseId);
        var request = jdbc.sql("select * from advice_request where case_id = ?")
                .param(id)
                .query(Request.class)
                .optional()
                .orElse(null);
        var advice = advice(id);
        if (request == null && advice.isEmpty()) {
            throw new Refusal("advice.refusal.no-advice");
        }
        return new Account(
                cases.get(new CaseId(id)), request, summary(new CaseId(id)), versions(id), advice, hidden(id));
    }

    /** As it was sent with the replies last. */
    private @Nullable String summary(CaseId caseId) {
        return Stream.of("advice-reply", "unsolicited-reply")
                .flatMap(form -> submissions.latest(caseId, form).stream())
                .map(answers ->
                        Objects.requireNonNullElse(answers.text("summary"), "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A council's case leads to that of the request that it answers. */
    private UUID request(CaseId caseId) {
        return jdbc.sql("select coalesce(request, case_id) from advice_given where case_id = ?")
                .param(caseId.value())
                .query(UUID.class)
                .optional()
                .orElse(caseId.value());
    }

    private Map<String, WhyHidden> hidden(UUID request) {
        return jdbc
                .sql("select text, why from advice_hidden_text where request = ?")
                .param(request)
                .query((row, number) -> Map.entry(row.getString(1), WhyHidden.valueOf(row.getString(2))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Version> versions(UUID request) {
        return jdbc.sql(
                        """
                        select version, subject, question, still_open, change_reason, restarted,
                               (at at time zone :zone)::date made_on
                          from advice_question where request = :request order by version
                        """)
                .param("zone", municipality.zone().getId())
                .param("request", request)
                .query(Version.class)
                .list();
    }

    /** A council whose question was withdrawn before it gave advice has no part in it. */
    private List<Advice> advice(UUID id) {
        var given = jdbc.sql(
                        """
                        select *, (given_at at time zone :zone)::date given_on, array_to_string(joint_with, ',') joint
                          from advice_given
                         where (request = :id and (not withdrawn or answer = 'advice')) or (case_id = :id and request is null)
                        """)
                .param("zone", municipality.zone().getId())
                .param("id", id)
                .query(Given.class)
                .list();
        var ofCases =
                cases.all(given.stream().map(it -> new CaseId(it.caseId())).toList());
        var names = councils.names(given.stream().flatMap(Accounts::councils).collect(toSet()));
        var points = points(given.stream().map(Given::caseId).toList());
        return given.stream()
                .map(it -> new Advice(
                        Objects.requireNonNull(ofCases.get(new CaseId(it.caseId())))
                                .number(),
                        names.getOrDefault(new CouncilId(it.councilId()), ""),
                        it,
                        joint(it).collect(toMap(one -> one, one -> names.getOrDefault(one, ""))),
                        points.getOrDefault(it.caseId(), List.of())))
                .sorted(Comparator.comparing(Advice::name))
                .toList();
    }

    private static Stream<CouncilId> councils(Given given) {
        return Stream.concat(Stream.of(new CouncilId(given.councilId())), joint(given));
    }

    private static Stream<CouncilId> joint(Given given) {
        return Stream.of(given.joint().split(","))
                .filter(one -> !one.isEmpty())
                .map(CouncilId::parse)
                .filter(one -> !one.value().equals(given.councilId()))
                .distinct();
    }

    private Map<UUID, List<Point>> points(List<UUID> advice) {
        return jdbc
                .sql(
                        """
                        select p.*, r.title, r.outcome, r.reason, r.place, r.passed_to, r.passed_until
                          from advice_point p left join advice_reply r on r.id = p.reply
                         where p.advice = any(?) order by p.advice, p.number
                        """)
                .param(advice.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("advice", UUID.class), point(row)))
                .list()
                .stream()
                .collect(groupingBy(
                        Map.Entry::getKey, mapping(Map.Entry::getValue, collectingAndThen(toList(), List::copyOf))));
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("topic"),
                row.getString("text"),
                PointKind.of(row.getString("kind")),
                row.getString("page"),
                row.getInt("question_version"),
                reply(row));
    }

    private static @Nullable Reply reply(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Reply(
                        row.getString("title"),
                        Outcome.of(outcome),
                        row.getString("reason"),
                        row.getString("place"),
                        row.getString("passed_to"),
                        row.getObject("passed_until", LocalDate.class));
    }
}
