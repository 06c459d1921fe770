package org.samenspraak.wijkbudget;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.State;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody without an e-mail address asks about an idea, or says of the project that came of it, in a signed letter. An official notes it; the day it came in counts. */
@Service
class SignedLetters {

    private static final int LONGEST = 3000;

    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaCare care;
    private final IdeaReceiving receiving;
    private final IdeaMails mails;
    private final LeadingOnPaper leading;
    private final Cases cases;
    private final Clocks clocks;
    private final Documents documents;
    private final Timeline timeline;
    private final Dates dates;

    SignedLetters(
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaCare care,
            IdeaReceiving receiving,
            IdeaMails mails,
            LeadingOnPaper leading,
            Cases cases,
            Clocks clocks,
            Documents documents,
            Timeline timeline,
            Dates dates) {
        this.ideas = ideas;
        this.supporters = supporters;
        this.care = care;
        this.receiving = receiving;
        this.mails = mails;
        this.leading = leading;
        this.cases = cases;
        this.clocks = clocks;
        this.documents = documents;
        this.timeline = timeline;
        this.dates = dates;
    }

    /** What a letter may ask now; nothing of who has a link for it. */
    List<Choice> choices(Idea idea) {
        var choices = new ArrayList<Choice>();
        if (supporters.proposer(idea.caseId()).mail() == null) {
            if (care.mayAskAgain(idea, LocalDate.MIN)) {
                choices.add(new Choice(Act.LOOK_AGAIN, null, null));
            }
            if (care.mayEdit(idea, LocalDate.MIN)) {
                choices.add(new Choice(Act.CHANGE, null, null));
            }
            if (care.mayWithdraw(idea)) {
                choices.add(new Choice(Act.WITHDRAW, null, null));
            }
        }
        if (idea.state() == State.IN && cases.get(idea.caseId()).status() == CaseStatus.OPEN) {
            supporters.of(idea.caseId()).stream()
                    .filter(one -> one.mail() == null && !one.confirmed())
                    .forEach(one -> choices.add(new Choice(Act.SUPPORT, one, null)));
        }
        supporters.of(idea.caseId()).stream()
                .filter(one -> one.mail() == null)
                .forEach(one -> choices.addAll(leading.choices(one)));
        return choices;
    }

    /** The idea whose page takes letters about this case. */
    Optional<Idea> about(CaseView view) {
        return view.trajectory().equals(BudgetProject.TRAJECTORY)
                ? leading.of(view.id()).flatMap(one -> ideas.find(one.caseId()))
                : ideas.find(view.id());
    }

    /**
     * Does what the letter asks, with its scan in the case.
     *
     * @param code of one of the {@link #choices}
     * @throws Refusal for what can't be asked now, or did not come in on time, and without a scan, a day, or a reason where one is owed
     */
    @Transactional
    public void keep(Idea idea, String code, Letter letter, Actor by) {
        var choice = choices(idea).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("what", "wijkbudget.refusal.letter-what"));
        var reason = letter.reason().strip();
        if (choice.act().owesReason() && (reason.isEmpty() || reason.length() > LONGEST)) {
            throw Refusal.of("reason", "wijkbudget.refusal.reason", LONGEST);
        }
        refuseLate(idea, choice, letter.on());
        if (letter.name() == null || letter.content() == null) {
            throw Refusal.of("file", "wijkbudget.refusal.no-scan");
        }
        var scan = documents.add(idea.caseId(), letter.name(), Documents.Kind.SCAN, letter.content(), by);
        if (!isOfPaper(documents.get(idea.caseId(), scan))) {
            throw Refusal.of("file", "wijkbudget.refusal.no-scan");
        }
        timeline.add(
                idea.caseId(),
                "wijkbudget.letter-came",
                Map.of("on", letter.on().toString()),
                null,
                by);
        switch (choice.act()) {
            case LOOK_AGAIN -> care.askAgain(idea, reason, letter.on(), by);
            case CHANGE -> care.edit(idea, letter.change().edit(), letter.on(), by);
            case WITHDRAW -> {
                ideas.takenBackBy(idea.caseId(), scan);
                care.withdraw(idea, reason, true, by);
            }
            case SUPPORT -> receiving.confirm(Objects.requireNonNull(choice.who()), by);
            case AGREE, DECLINE, TELL, REPORT -> leading.keep(choice, reason);
        }
    }

    /** What a scanner or a phone makes of a signed sheet. */
    private static boolean isOfPaper(Documents.Row scan) {
        return scan.mediaType().equals("application/pdf") || InitiatorActs.isPhoto(scan);
    }

    private void refuseLate(Idea idea, Choice choice, LocalDate on) {
        var received = cases.get(idea.caseId()).received();
        var term =
                switch (choice.act()) {
                    case LOOK_AGAIN ->
                        clocks.find(idea.caseId(), IdeaCare.LOOK_AGAIN, null)
                                .map(clock -> new Term(clock.from(), clock.lastDay()))
                                .orElseThrow();
                    case SUPPORT -> new Term(received, mails.signUntil(idea));
                    case CHANGE -> new Term(received, care.callEnds(idea));
                    case WITHDRAW -> new Term(received, dates.today());
                    case AGREE, DECLINE, TELL, REPORT -> leading.term(choice);
                };
        if (on.isBefore(term.from()) || on.isAfter(term.until()) || on.isAfter(dates.today())) {
            throw Refusal.of("on", "wijkbudget.refusal.letter-came", dates.day(term.from()), dates.day(term.until()));
        }
    }

    enum Act {
        LOOK_AGAIN,
        CHANGE,
        WITHDRAW,
        SUPPORT,
        AGREE,
        DECLINE,
        TELL,
        REPORT;

        boolean owesReason() {
            return switch (this) {
                case LOOK_AGAIN, WITHDRAW, DECLINE, TELL, REPORT -> true;
                case CHANGE, SUPPORT, AGREE -> false;
            };
        }
    }

    record Term(LocalDate from, LocalDate until) {}

    /**
     * @param who signs that they stand behind it, or leads a project; none where its proposer asks something
     * @param project that they lead or are asked to
     */
    record Choice(Act act, @Nullable Supporter who, @Nullable BudgetProject project) {

        /** As a form sends it. */
        public String code() {
            return Stream.of(act, who == null ? "" : who.id(), project == null ? "" : project.id())
                    .map(String::valueOf)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("."));
        }
    }

    /**
     * @param on the day it came in
     * @param name of the scan, and its content; none without one
     * @param change what the idea becomes, where the letter changes it
     */
    record Letter(LocalDate on, String reason, @Nullable String name, @Nullable InputStream content, Change change) {}

    /**
     * An idea as its proposer wants it now; its photos stay.
     *
     * @param version that was read
     * @param cost as it was typed
     */
    record Change(int version, Words words, String cost) {

        private IdeaCare.Edit edit() {
            return new IdeaCare.Edit(
                    version, words, IdeaPages.cents(cost), new IdeaPhotos.Change(Set.of(), null, null));
        }
    }
}
