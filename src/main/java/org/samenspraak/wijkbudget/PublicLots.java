package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.voting.LotCounts;
import org.samenspraak.wijkbudget.LotRows.Kept;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lot of a round for everybody: the hash of its seed before the draw; afterwards the seed, quotas, and no number under five. */
@Service
public class PublicLots {

    private final Cases cases;
    private final BudgetRounds rounds;
    private final LotRows rows;
    private final LotDesk desk;
    private final Municipality municipality;

    PublicLots(Cases cases, BudgetRounds rounds, LotRows rows, LotDesk desk, Municipality municipality) {
        this.cases = cases;
        this.rounds = rounds;
        this.rows = rows;
        this.desk = desk;
        this.municipality = municipality;
    }

    /** None while no lot is fixed. */
    @Transactional(readOnly = true)
    public Optional<Told> of(String number) {
        return cases.byNumber(number)
                .map(CaseView::id)
                .filter(id -> rounds.find(id).isPresent())
                .flatMap(id -> rows.find(id).map(kept -> told(kept, id)));
    }

    /** What was fixed and never drawn: it stays to be read, also while nothing new is fixed. */
    @Transactional(readOnly = true)
    public List<LotRows.Restart> restarts(String number) {
        return cases.byNumber(number).map(view -> rows.restarts(view.id())).orElse(List.of());
    }

    private Told told(Kept kept, CaseId round) {
        var drawn = kept.drawnAt();
        return new Told(
                kept.commitment(),
                kept.fixedOn(),
                kept.input().members(),
                kept.input().reserves(),
                desk.candidates(kept),
                drawn == null ? 0 : desk.gone(round),
                drawn == null ? 0 : desk.drawn(round).members().size(),
                drawn == null ? null : drawn.atZone(municipality.zone()).toLocalDate(),
                drawn == null ? null : kept.seed(),
                drawn == null
                        ? List.of()
                        : desk.told(kept, round).stream()
                                .map(PublicLots::criterion)
                                .toList());
    }

    private static Criterion criterion(LotDesk.Told told) {
        return new Criterion(
                told.criterion(),
                told.isMissed(),
                told.isMissedSince(),
                told.lines().stream()
                        .map(line -> new Line(
                                line.value(), shown(line, true), told.wanted(line.value()), shown(line, false)))
                        .toList());
    }

    private static @Nullable Long shown(LotCounts.Line line, boolean candidates) {
        var number = candidates ? line.candidates() : line.members();
        return number.isPresent() ? number.getAsLong() : null;
    }

    /**
     * @param commitment hash of the seed
     * @param candidates how many there were
     * @param dropped how many members dropped out since
     * @param seated how many there are now
     * @param drawnOn none before the draw
     * @param seed likewise
     */
    public record Told(
            String commitment,
            LocalDate fixedOn,
            int members,
            int reserves,
            int candidates,
            int dropped,
            int seated,
            @Nullable LocalDate drawnOn,
            @Nullable String seed,
            List<Criterion> criteria) {}

    /**
     * @param missed whether the draw had fewer members than wanted with one of its values, because no candidates fitted any more
     * @param missedSince whether there are fewer since members dropped out
     */
    public record Criterion(String name, boolean missed, boolean missedSince, List<Line> lines) {}

    /**
     * @param value empty for who did not tell theirs
     * @param candidates none for a number under five, or one that would tell such
     * @param members likewise
     */
    public record Line(String value, @Nullable Long candidates, long wanted, @Nullable Long members) {}
}
