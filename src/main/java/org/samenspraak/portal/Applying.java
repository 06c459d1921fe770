package org.samenspraak.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Receipts;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
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
    private final Receipts receipts;
    private final Municipality municipality;
    private final Clock clock;

    Applying(Intake intake, Receipts receipts, Municipality municipality, Clock clock) {
        this.intake = intake;
        this.receipts = receipts;
        this.municipality = municipality;
        this.clock = clock;
    }

    @Transactional
    public CaseView apply(Trajectory trajectory, Form form, Judgement judgement) {
        var by = applicant(judgement);
        var today = LocalDate.ofInstant(clock.instant(), municipality.zone());
        var dossier = intake.start(trajectory.key(), form, judgement, today, false, by);
        Optional.ofNullable(judgement.answers().text(MAIL))
                .ifPresent(mail -> receipts.application(dossier, trajectory.name(), mail, by.name()));
        return dossier;
    }

    /** What the same form opened a moment ago, when somebody pressed twice. */
    Optional<CaseView> applied(Form form, Judgement judgement) {
        return intake.justStarted(form, judgement, applicant(judgement));
    }

    private static Actor applicant(Judgement judgement) {
        return Actor.resident(
                Optional.ofNullable(judgement.answers().text(NAME)).orElse(""));
    }
}
