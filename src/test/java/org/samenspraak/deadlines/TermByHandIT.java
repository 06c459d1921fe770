package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person may do to a term, and what is said of it. */
class TermByHandIT extends PostgresIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final Actor OFFICIAL = new Actor(Actor.Kind.PERSON, null, "Participatiebureau", null);

    @Autowired
    private TermChanges changes;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Cases cases;

    private CaseId caseId;

    @BeforeEach
    void openCase() {
        caseId = cases.open(new OpenCase(
                CaseId.create(), "recognition", "REC", "Wijkraad Runkst", null, null, TODAY, false, OFFICIAL));
    }

    @Test
    void refusesALaterDayByHandOnceTheTermWasExtended() {
        clocks.start(caseId, "decision", null, TODAY);
        change("decision", Kind.EXTEND, LocalDate.of(2027, 2, 1), "Nog iets.");

        assertThatThrownBy(() -> change("decision", Kind.MOVE, LocalDate.of(2027, 2, 15), "Daarom."))
                .hasMessageContaining("extended-already");
        change("decision", Kind.MOVE, LocalDate.of(2027, 1, 25), "Toch vroeger.");
        assertThat(clock("decision").lastDay()).isEqualTo("2027-01-25");
    }

    @Test
    void saysWhenADayByHandDepartsFromTheRegulation() {
        clocks.due(caseId, "supplement", null); // until 14 October
        var id = clock("supplement").id();
        var later = new TermChange(Kind.MOVE, LocalDate.of(2026, 10, 20), "Later.");
        var earlier = new TermChange(Kind.MOVE, LocalDate.of(2026, 10, 5), "Vroeger.");

        assertThat(changes.preview(caseId, id, later, OFFICIAL).departs())
                .satisfies(rule -> assertThat(rule.sentence()).contains("dertig dagen"));
        assertThat(changes.preview(caseId, id, earlier, OFFICIAL).departs()).isNull();
    }

    @Test
    void knowsTheChangeThatWasMadeLast() {
        clocks.due(caseId, "supplement", null);
        var id = clock("supplement").id();
        var change = new TermChange(Kind.MOVE, LocalDate.of(2026, 10, 3), "De raad vergadert vroeger.");
        assertThat(changes.isMade(caseId, id, change, OFFICIAL)).isFalse();
        changes.change(caseId, "supplement", null, change, OFFICIAL);
        assertThat(changes.isMade(caseId, id, change, OFFICIAL)).isTrue();
        assertThat(changes.isMade(caseId, id, change, Actor.SYSTEM)).isFalse();

        change("supplement", Kind.SUSPEND, null, "Even wachten.");
        assertThat(changes.isMade(caseId, id, change, OFFICIAL)).isFalse();
        assertThat(changes.isMade(caseId, id, new TermChange(Kind.SUSPEND, null, "Even wachten."), OFFICIAL))
                .isTrue();
    }

    @Test
    void takesAReasonThatNobodySeesForNone() {
        clocks.due(caseId, "supplement", null);

        assertThatThrownBy(() -> change("supplement", Kind.SUSPEND, null, "\u200b \ufeff\u00a0"))
                .hasMessageContaining("reason-missing");
    }

    private void change(String term, Kind kind, @Nullable LocalDate until, String reason) {
        changes.change(caseId, term, null, new TermChange(kind, until, reason), OFFICIAL);
    }

    private ClockView clock(String term) {
        return clocks.find(caseId, term, null).orElseThrow();
    }
}
