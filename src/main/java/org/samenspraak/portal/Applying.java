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
        var name = Optional.ofNullable(judgement.answers().text(NAME)).orElse("");
        var today = LocalDate.ofInstant(clock.instant(), municipality.zone());
        var dossier = intake.start(trajectory.key(), form, judgement, today, false, Actor.resident(name));
        Optional.ofNullable(judgement.answers().text(MAIL))
                .ifPresent(mail -> receipts.application(dossier, trajectory.name(), mail, name));
        return dossier;
    }
}
