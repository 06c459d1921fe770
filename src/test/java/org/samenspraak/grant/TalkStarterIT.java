package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.correspondence.ReminderRound;
import org.samenspraak.grant.RoundRows.Reminded;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The worker that begins the talks of a round: many, once each, whatever is cut short. */
class TalkStarterIT extends TalkScenario {

    private static final AreaLimit EVERYWHERE = new AreaLimit(true, Set.of());

    private static final int MANY = 200;

    @Autowired
    private ReminderRound reminders;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundRows rows;

    @Autowired
    private RoundCare care;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void twoNodesBeginManyTalksOnceEach() throws Exception {
        for (int i = 1; i < MANY; i++) {
            councils.add(CouncilKind.WIJKRAAD, "Wijkraad " + i, area, OFFICE);
        }
        jdbc.sql("update council_council set standing = 'RECOGNISED'").update();
        var round = round(Map.of());

        var nodes = Executors.newFixedThreadPool(2);
        var one = nodes.submit(starter::begin);
        var other = nodes.submit(starter::begin);
        one.get();
        other.get();
        nodes.shutdown();

        assertThat(rows.counts(round)).isEqualTo(Map.of("PREPARING", MANY));
        assertThat(count("casefile_case where trajectory = 'yearly-talk'")).isEqualTo(MANY);
        assertThat(count("casefile_link where kind = 'ROUND'")).isEqualTo(MANY);
        assertThat(rows.page(round, "PREPARING", null, 51)).hasSize(51);
    }

    @Test
    void whatWasCutShortIsNotThereAndBeginsLater() {
        var round = round(Map.of());
        transaction.executeWithoutResult(status -> {
            rounds.begun(rounds.hold().orElseThrow(), CaseId.create());
            status.setRollbackOnly(); // as when the process is killed before it commits
        });

        starter.begin();

        assertThat(rows.counts(round)).isEqualTo(Map.of("PREPARING", 1));
    }

    @Test
    void whatFailsIsListedAndKeepsNoOther() {
        var bad = council("Wijkraad Kapot");
        var round = round(Map.of());
        jdbc.sql("alter table grant_talk add constraint broken check (council_id <> '" + bad + "')")
                .update();
        try {
            for (int i = 0; i < Rounds.MOST_ATTEMPTS; i++) {
                starter.begin();
            }
            assertThat(rows.counts(round)).isEqualTo(Map.of("FAILED", 1, "PREPARING", 1));
            assertThat(rows.page(round, "FAILED", null, 10).get(0).problem()).contains("broken");
        } finally {
            jdbc.sql("alter table grant_talk drop constraint broken").update();
        }

        care.tryAgain(round, OFFICE);
        starter.begin();

        assertThat(rows.counts(round)).isEqualTo(Map.of("PREPARING", 2));
    }

    @Test
    void remindsAChosenCouncilOnceADay() throws Exception {
        var round = round(Map.of());
        starter.begin();
        run();
        var chosen = List.of(council.value());

        assertThat(care.remind(round, chosen, EVERYWHERE, OFFICE))
                .extracting(Reminded::came)
                .containsExactly("reminded");
        assertThat(care.remind(round, chosen, EVERYWHERE, OFFICE))
                .extracting(Reminded::came)
                .containsExactly("today");
        reminders.queueDue();
        assertThat(mailTo(AN)).contains("Wij wachten nog op het antwoord van Wijkraad Runkst", "/v/");

        wait(1);
        assertThat(care.remind(round, chosen, EVERYWHERE, OFFICE))
                .extracting(Reminded::came)
                .containsExactly("reminded");
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
