package org.samenspraak.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Receipts;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.Sheet;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a council may start, as the models say; its start form, with one draft for all of the council. */
@Component
class CouncilStarts {

    private final Processes processes;
    private final Forms forms;
    private final Drafts drafts;
    private final FillIn fillIn;
    private final Intake intake;
    private final Receipts receipts;
    private final PromptViews views;
    private final Memberships memberships;
    private final Dates dates;

    CouncilStarts(
            Processes processes,
            Forms forms,
            Drafts drafts,
            FillIn fillIn,
            Intake intake,
            Receipts receipts,
            PromptViews views,
            Memberships memberships,
            Dates dates) {
        this.processes = processes;
        this.forms = forms;
        this.drafts = drafts;
        this.fillIn = fillIn;
        this.intake = intake;
        this.receipts = receipts;
        this.views = views;
        this.memberships = memberships;
        this.dates = dates;
    }

    /** Those for councils, and those for anybody. */
    List<Trajectory> all() {
        return processes.trajectories().stream()
                .filter(trajectory -> trajectory.startForm() != null
                        && (trajectory.startedBy().contains("council") || isForAnybody(trajectory)))
                .toList();
    }

    private static boolean isForAnybody(Trajectory trajectory) {
        return trajectory.startedBy().contains("public");
    }

    /** Whether its form holds addresses of members, and this one does not send for the council. */
    boolean isClosedTo(Trajectory trajectory, CouncilMember me) {
        return !me.maySend() && forms.parse(trajectory.form()).asksContacts();
    }

    Optional<Trajectory> find(String key) {
        return all().stream().filter(trajectory -> trajectory.key().equals(key)).findFirst();
    }

    /**
     * @param what is proposed about a member, or none
     * @param member whom it is about, or none
     */
    Sheet sheet(Trajectory trajectory, CouncilMember me, @Nullable String what, @Nullable Member member) {
        var form = forms.parse(trajectory.form());
        var by = me.name() + ", " + views.function(me.function());
        var told = PortalPrefill.tell(me, by, what, member, known(trajectory, me));
        var known = new HashMap<String, Object>(forms.prefill(form, null, me.actor("")));
        known.values().removeIf(Objects::isNull);
        known.put("portal", told);
        var council = me.council().id().toString();
        var owner = Stream.of(
                        council,
                        what,
                        member == null ? null : member.id(),
                        told.containsKey("members") ? "members" : null)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(":"));
        return new Sheet(drafts.ofStart(trajectory.key(), owner, council), form, known, by, true);
    }

    /** An application names all members with their addresses: who may see those finds them there, in a draft of their own. */
    private List<Member> known(Trajectory trajectory, CouncilMember me) {
        return isForAnybody(trajectory) && me.maySend()
                ? memberships.today(me.council().id())
                : List.of();
    }

    /**
     * Starts the case and mails the receipt, in one transaction; who presses twice gets the same case.
     *
     * @throws Refusal when the trajectory refuses it
     */
    @Transactional
    public CaseView start(Trajectory trajectory, Sheet sheet, Filled filled, CouncilMember me) {
        var judgement = Objects.requireNonNull(filled.judgement(), "not judged");
        var by = me.actor(views.function(me.function()));
        var dossier = intake.justStarted(sheet.form(), judgement, by)
                .orElseGet(() -> intake.start(trajectory.key(), sheet.form(), judgement, dates.today(), false, by));
        receipts.application(
                dossier, trajectory.name(), me.address(), me.name(), intake.waitsForConfirmation(trajectory.key()));
        fillIn.sent(sheet, filled.draft().page());
        return dossier;
    }
}
