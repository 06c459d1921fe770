package org.samenspraak.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.CouncilSection;
import org.samenspraak.correspondence.AnswerReceipts;
import org.samenspraak.correspondence.Contacts;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.Opening.Applied;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.correspondence.WithdrawalReceipts;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.MeetingLines;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.forms.Intake;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.portal.Senders.Sender;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Processes;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the form: for whom, why, until when, who helps. */
@Component
class PromptViews {

    private final Cases cases;
    private final Councils councils;
    private final Mandates mandates;
    private final Contacts contacts;
    private final AnswerReceipts receipts;
    private final WithdrawalReceipts withdrawals;
    private final Processes processes;
    private final Intake intake;
    private final Clocks clocks;
    private final MessageSource messages;
    private final MeetingLines meetings;
    private final Dates dates;
    private final Clock clock;
    private final List<CouncilSection> sections;

    PromptViews(
            Cases cases,
            Councils councils,
            Mandates mandates,
            Contacts contacts,
            AnswerReceipts receipts,
            WithdrawalReceipts withdrawals,
            Processes processes,
            Intake intake,
            Clocks clocks,
            MessageSource messages,
            MeetingLines meetings,
            Dates dates,
            Clock clock,
            List<CouncilSection> sections) {
        this.cases = cases;
        this.councils = councils;
        this.mandates = mandates;
        this.contacts = contacts;
        this.receipts = receipts;
        this.withdrawals = withdrawals;
        this.processes = processes;
        this.intake = intake;
        this.clocks = clocks;
        this.messages = messages;
        this.meetings = meetings;
        this.dates = dates;
        this.clock = clock;
        this.sections = sections;
    }

    PromptView of(Open open, OpenTask task) {
        var dossier = cases.get(open.caseId());
        return new PromptView(
                councils.get(open.council()).name(),
                title(task),
                task.about(LocaleContextHolder.getLocale()),
                task.due(),
                task.due() != null && !clock.instant().isBefore(task.due()),
                isSuspended(task),
                Prompts.isPersonal(task),
                Prompts.isSigned(task),
                meets(open, task),
                task.properties().get("minutes"),
                open.name(),
                function(open.function()),
                dossier.number(),
                contacts.forArea(dossier.area(), LocaleContextHolder.getLocale()),
                open.maySend() && mayWithdraw(dossier),
                open.maySend(),
                open.maySend() ? List.of() : senders(open.council()));
    }

    /** Who sends for a council: "An Peeters, voorzitter". */
    List<String> senders(CouncilId council) {
        return mandates.senders(council).stream()
                .map(Member::details)
                .map(one -> new Sender(one.name(), function(CouncilMember.function(one)), "").shown())
                .toList();
    }

    private @Nullable String meets(Open open, OpenTask task) {
        var due = task.due();
        return due == null || !clock.instant().isBefore(due)
                ? null
                : meetings.of(open.council(), dates.local(due), LocaleContextHolder.getLocale())
                        .orElse(null);
    }

    /** What was sent in answer to a question, and what came of it, for who was asked it. */
    void showReceipt(Opening opening, Model model) {
        if (opening instanceof Opening.Answered answered) {
            model.addAttribute(
                    "receipt",
                    receipts.find(
                                    answered.caseId(),
                                    answered.taskId(),
                                    answered.reader().maySend())
                            .orElse(null));
            var dossier = cases.get(answered.caseId());
            var own = answered.reader().council().equals(dossier.council());
            model.addAttribute("case", dossier);
            model.addAttribute(
                    "sections",
                    sections.stream()
                            .filter(one -> own && one.shownFor(dossier))
                            .toList());
        }
        withdrawn(opening).flatMap(withdrawals::find).ifPresent(it -> model.addAttribute("withdrawal", it));
    }

    /** The case that may have been withdrawn by who was asked, or asked. */
    static Optional<CaseId> withdrawn(Opening opening) {
        if (opening instanceof Opening.Withdrawn withdrawn && !withdrawn.moved()) {
            return Optional.of(withdrawn.caseId());
        }
        return opening instanceof Applied applied ? Optional.of(applied.caseId()) : Optional.empty();
    }

    private boolean isSuspended(OpenTask task) {
        return task.term() != null
                && clocks.find(task.caseId(), task.term(), task.scope())
                        .filter(clock -> clock.running() && clock.suspendedOn() != null)
                        .isPresent();
    }

    /** The application that a receipt is about; false once its case has ended. */
    boolean show(Applied applied, Model model) {
        var dossier = cases.get(applied.caseId());
        model.addAttribute("asked", dossier);
        model.addAttribute("contact", contacts.forArea(dossier.area(), LocaleContextHolder.getLocale()));
        model.addAttribute("receipt", receipts.find(dossier.id(), null, true).orElse(null));
        model.addAttribute("toConfirm", intake.waitsForConfirmation(dossier.trajectory()));
        return dossier.status() == CaseStatus.OPEN;
    }

    /** What anybody may ask for, who asked may withdraw; what the city began stays. */
    boolean mayWithdraw(CaseView dossier) {
        return processes
                .trajectory(dossier.trajectory())
                .filter(model -> model.startedBy().contains("public")
                        || model.startedBy().contains("council"))
                .isPresent();
    }

    private static String title(OpenTask task) {
        var english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        return english && task.nameEn() != null ? task.nameEn() : task.name();
    }

    /** "voorzitter" */
    String function(String function) {
        return messages.getMessage("correspondence.function." + function, null, LocaleContextHolder.getLocale());
    }

    /** Who answered, as the dossier keeps it: "An Peeters, voorzitter (Wijkraad Runkst)". */
    Actor actor(CouncilId council, Sender sender) {
        return Actor.council(
                council, sender.shown() + " (" + councils.get(council).name() + ")");
    }

    /**
     * @param late whether the term is over, and the council may answer still
     * @param meets how the last day lies to the council's meetings, in words, or none
     * @param suspended whether the term has no end now
     * @param personal whether nobody else of the council may answer
     * @param signed whether it counts for the reader, whatever is typed
     * @param maySend whether the reader sends for the council
     * @param senders who does, when the reader doesn't
     */
    record PromptView(
            String council,
            String title,
            @Nullable String about,
            @Nullable Instant due,
            boolean late,
            boolean suspended,
            boolean personal,
            boolean signed,
            @Nullable String meets,
            @Nullable String minutes,
            String reader,
            String function,
            String number,
            Contact contact,
            boolean mayWithdraw,
            boolean maySend,
            List<String> senders) {}
}
