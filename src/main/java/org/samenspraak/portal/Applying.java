package org.samenspraak.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Receipts;
import org.samenspraak.forms.DraftPlace;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.Trajectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a case for a resident and mails the receipt, in one transaction. */
@Component
class Applying {

    /** Who applied, in every public form: the receipt goes there. */
    private static final String NAME = "contactName";

    private static final String MAIL = "contactMail";

    private final Intake intake;
    private final FillIn fillIn;
    private final Receipts receipts;
    private final Municipality municipality;
    private final Clock clock;

    Applying(Intake intake, FillIn fillIn, Receipts receipts, Municipality municipality, Clock clock) {
        this.intake = intake;
        this.fillIn = fillIn;
        this.receipts = receipts;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** @throws org.samenspraak.kernel.Refusal when this draft was sent before, or the trajectory refuses it */
    @Transactional
    public CaseView apply(Trajectory trajectory, Sheet sheet, Filled filled) {
        var judgement = Objects.requireNonNull(filled.judgement(), "not judged");
        var by = Actor.resident(
                Optional.ofNullable(judgement.answers().text(NAME)).orElse(""));
        var today = LocalDate.ofInstant(clock.instant(), municipality.zone());
        var dossier = intake.start(sheet.place(), trajectory.key(), sheet.form(), judgement, today, by);
        Optional.ofNullable(judgement.answers().text(MAIL))
                .ifPresent(mail -> receipts.application(
                        dossier, trajectory.name(), mail, by.name(), waitsForConfirmation(trajectory)));
        fillIn.sent(sheet, filled.draft().page());
        return dossier;
    }

    boolean waitsForConfirmation(Trajectory trajectory) {
        return intake.waitsForConfirmation(trajectory.key());
    }

    /** Why nobody can apply now; none while they can. */
    Optional<TrajectoryIntake.Closed> closed(Trajectory trajectory) {
        return intake.closed(trajectory.key(), Actor.Kind.RESIDENT);
    }

    /** The case that a draft opened, when somebody presses twice. */
    Optional<CaseView> applied(DraftPlace draft) {
        return intake.startedFrom(draft);
    }
}
