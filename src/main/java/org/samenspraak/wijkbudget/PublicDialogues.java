package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Masks;
import org.samenspraak.wijkbudget.Dialogues.Held;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dialogue of a round for everybody, while it can still be steered: what was held where, and who was reached. */
@Service
public class PublicDialogues {

    private static final int MOST = 200;

    private final PublicRoundRows rows;
    private final BudgetRounds rounds;
    private final Dialogues dialogues;
    private final RoundFigures figures;
    private final BudgetWords words;

    PublicDialogues(
            PublicRoundRows rows, BudgetRounds rounds, Dialogues dialogues, RoundFigures figures, BudgetWords words) {
        this.rows = rows;
        this.rounds = rounds;
        this.dialogues = dialogues;
        this.figures = figures;
        this.words = words;
    }

    /** None before it begins. */
    @Transactional(readOnly = true)
    public Optional<Told> of(String round) {
        return rows.find(round)
                .map(row -> new CaseId(row.id()))
                .filter(this::began)
                .map(this::told);
    }

    private boolean began(CaseId round) {
        var phase = rounds.get(round).phase();
        return phase != null && phase.compareTo(Phase.DIALOGUE) >= 0;
    }

    private Told told(CaseId round) {
        var masks = new Masks(words.say("wijkbudget.masked"), rows.behindProjects(round));
        var held = dialogues.page(round, null, MOST).stream()
                .filter(one -> one.struckBy() == null)
                .map(one -> moment(one, masks))
                .toList();
        return new Told(held, figures.reach(round));
    }

    /** Where few were together, place and groups would point at people. */
    private static Moment moment(Held held, Masks masks) {
        return BallotRows.isSmall(held.people())
                ? new Moment(held.on(), held.areaName(), held.kind(), null, null, List.of())
                : new Moment(
                        held.on(),
                        held.areaName(),
                        held.kind(),
                        Objects.requireNonNull(masks.of(held.place())),
                        held.people(),
                        held.reached());
    }

    /** @param held the newest first */
    public record Told(List<Moment> held, List<PublicEvaluation.Reach> reach) {}

    /**
     * @param place none where few took part
     * @param people about how many; likewise
     * @param reached target groups; likewise
     */
    public record Moment(
            LocalDate on,
            String area,
            String kind,
            @Nullable String place,
            @Nullable Integer people,
            List<String> reached) {}
}
