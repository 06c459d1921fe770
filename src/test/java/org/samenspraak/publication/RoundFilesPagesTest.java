package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the files tell of how projects of a round are carried out. */
class RoundFilesPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Areas areas;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    private final CaseId round = CaseId.create();
    private final UUID project = UUID.randomUUID();
    private AreaId area = AreaId.create();

    @BeforeEach
    void carryOut() {
        area = areas.add("Noord", null, OFFICE);
        transaction.executeWithoutResult(status -> cases.open(
                new OpenCase(round, "wijkbudget-round", "WBR", "Wijkbudget", null, null, TODAY, false, OFFICE)));
        jdbc.sql(
                        "insert into wijkbudget_round (case_id, title, opens, total_cents, base_cents, floor_cents, ceiling_cents,"
                                + " vulnerability, adopted_at) values (?, 'Wijkbudget', ?, 100000, 0, 0, 100000, 50, now())")
                .params(round.value(), TODAY)
                .update();
        jdbc.sql("insert into wijkbudget_area values (?, 0, ?, 100, 0, 0, false, true, 100000, '{teens}', 'Op school')")
                .params(round.value(), area.value())
                .update();
        jdbc.sql(
                        "insert into wijkbudget_decision (round, number, decided_on, decided_at, decided_by) values (?, '7', ?,"
                                + " now(), 'Bureau')")
                .params(round.value(), TODAY)
                .update();
        carryOut(project);
    }

    private void carryOut(UUID one) {
        jdbc.sql("insert into wijkbudget_project (id, round, title, made_at, made_by, state, decided, area_id,"
                        + " released) values (?, ?, 'Bank', now(), 'Bureau', 'RUNNING', 'CHOSEN', ?, true)")
                .params(one, round.value(), area.value())
                .update();
        jdbc.sql("insert into wijkbudget_execution (project, carrier, what, cents, begins, due, extended_on,"
                        + " extension_reason) values (?, 'CITY', 'Een bank van mevrouw Merkteken', 120050, ?, ?, ?,"
                        + " 'Bel 0470 98 76 54 voor meer uitleg')")
                .params(one, TODAY, TODAY.plusDays(90), TODAY.plusDays(3))
                .update();
        jdbc.sql(
                        "insert into wijkbudget_milestone (project, position, title, due, cents, done_on) values (?, 0, 'Geplaatst',"
                                + " ?, 100000, ?), (?, 1, 'Geverfd', ?, 20050, null)")
                .params(one, TODAY.plusDays(9), TODAY.plusDays(8), one, TODAY.plusDays(20))
                .update();
        jdbc.sql(
                        "insert into wijkbudget_progress (id, project, at, by, words, public_words, public_on) values (?, ?, now(),"
                                + " 'Merkteken', 'Dag', 'Mail merkteken@wijk.example', ?), (?, ?, now(), 'Merkteken', 'Geheim', null, null)")
                .params(UUID.randomUUID(), one, TODAY.plusDays(5), UUID.randomUUID(), one)
                .update();
    }

    @Test
    void tellsEachStepOfAProjectOnceTheDecisionIsPublicAndNeverAPerson() throws Exception {
        assertThat(lines()).as("not told yet").isEmpty();
        release();

        assertThat(lines())
                .containsExactly(
                        "agreed 2026-09-14 2026-12-13 1200.50",
                        "milestone 2026-09-22 2026-09-23 1000.00",
                        "milestone null 2026-10-04 200.50",
                        "note 2026-09-19 null null",
                        "extended 2026-09-17 2026-12-13 null");
        assertThat(body("/publiek/wijkbudget-voortgang.csv"))
                .contains("Een bank van mevrouw [weggelaten]", "Mail [weggelaten]")
                .doesNotContainIgnoringCase("Merkteken")
                .doesNotContain("Geheim", "98 76 54");
        assertThat(body("/publiek/wijkbudget-projecten.csv")).contains("\"" + area + "\"");
    }

    @Test
    void asksAsLittleForManyProjects() throws Exception {
        release();
        var one = SqlCount.of(() -> mvc.perform(get("/publiek/wijkbudget-voortgang.csv")));
        for (int at = 0; at < 8; at++) {
            carryOut(UUID.randomUUID());
        }

        assertThat(SqlCount.of(() -> mvc.perform(get("/publiek/wijkbudget-voortgang.csv"))))
                .isEqualTo(one);
    }

    private void release() {
        jdbc.sql("update wijkbudget_decision set public_at = now() where round = ?")
                .param(round.value())
                .update();
    }

    /** Of the project, without the words. */
    private List<String> lines() throws Exception {
        return StreamSupport.stream(
                        json.readTree(body("/publiek/wijkbudget-voortgang.json"))
                                .spliterator(),
                        false)
                .filter(row -> row.get("project").asText().equals(project.toString()))
                .map(row -> String.join(
                        " ",
                        row.get("kind").asText(),
                        row.get("day").asText(),
                        row.get("due").asText(),
                        row.get("amount").isNull()
                                ? "null"
                                : row.get("amount").decimalValue().setScale(2).toPlainString()))
                .toList();
    }

    private String body(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    }
}
