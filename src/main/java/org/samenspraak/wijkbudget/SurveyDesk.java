package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.samenspraak.wijkbudget.Survey.Answer;
import org.samenspraak.wijkbudget.Survey.Kind;
import org.samenspraak.wijkbudget.Surveys.Question;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who took part how a round went, and adds up what they say. */
@Service
class SurveyDesk {

    static final String FORM = "wijkbudget-survey";

    /** The last day to answer, for all who are asked. */
    static final String TERM = "wijkbudget-survey";

    /** Until it begins, and until who did not answer is reminded. */
    static final String BEGIN = "wijkbudget-survey-begin";

    private static final String REMINDER = "wijkbudget-survey-reminder";

    private final Surveys surveys;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final Submissions submissions;
    private final Clocks clocks;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;

    SurveyDesk(
            Surveys surveys,
            IdeaSupporters supporters,
            IdeaMails mails,
            Submissions submissions,
            Clocks clocks,
            Timeline timeline,
            BudgetWords words,
            Dates dates) {
        this.surveys = surveys;
        this.supporters = supporters;
        this.mails = mails;
        this.submissions = submissions;
        this.clocks = clocks;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
    }

    /**
     * Mails or writes to each proposer once; twice is once. Terms count from the day that was planned, whenever this runs.
     *
     * @param committee that is asked for one answer, as is each department that said something of a project
     */
    @Transactional
    public void open(CaseId round, String committee) {
        var groups = Stream.concat(Stream.of(committee), surveys.departments(round).stream())
                .distinct()
                .toList();
        if (!surveys.open(round, groups, dates.today())) {
            return;
        }
        var planned = clocks.find(round, BEGIN, null)
                .map(wait -> wait.lastDay().plusDays(1))
                .orElse(dates.today());
        clocks.start(round, TERM, null, planned);
        clocks.start(round, REMINDER, null, planned);
        mail(round, "round-survey");
        timeline.add(round, "wijkbudget.survey-opened", Map.of(), null, Actor.SYSTEM);
    }

    /** Once, only who did not answer, and only while they still can. */
    @Transactional
    public void remind(CaseId round) {
        if (clocks.find(round, TERM, null).filter(this::isOver).isEmpty()) {
            mail(round, "round-survey-again");
        }
    }

    private boolean isOver(ClockView term) {
        return term.lastDay().isBefore(dates.today());
    }

    private void mail(CaseId round, String text) {
        var term = clocks.find(round, TERM, null).orElseThrow().lastDay();
        var asked = Map.<String, Object>of("told", List.of(Map.of("term", words.dutchDay(term))));
        silent(round).forEach(one -> mails.send(one, text, asked));
    }

    private Stream<Supporter> silent(CaseId round) {
        return surveys.silent(round).stream().map(supporters::find).flatMap(Optional::stream);
    }

    /** Who was asked by letter and did not answer, while answers come in. */
    List<Supporter> onPaper(CaseId round) {
        return surveys.find(round).filter(Survey::isOpen).isEmpty()
                ? List.of()
                : silent(round).filter(one -> one.mail() == null).toList();
    }

    /**
     * Keeps what came back on paper, apart from who sent it.
     *
     * @param who of those {@link #onPaper}
     * @throws Refusal for anybody else, also who answered before
     */
    @Transactional
    public void enter(CaseId round, String who, Answers sent, Actor by) {
        var asked = onPaper(round).stream()
                .filter(one -> one.id().toString().equals(who))
                .findFirst()
                .orElseThrow(() -> Refusal.of("who", "wijkbudget.refusal.survey-who"));
        if (!surveys.answered(asked.id(), true)) {
            throw new Refusal("wijkbudget.refusal.survey-who");
        }
        surveys.add(round, answer(Kind.PROPOSER, sent));
        timeline.add(round, "wijkbudget.survey-on-paper", Map.of(), null, by);
    }

    @Transactional(readOnly = true)
    public List<String> groups(CaseId round) {
        return surveys.find(round).orElseThrow().groups();
    }

    /** What a group sent with its task. */
    @Transactional
    public void keep(CaseId round, String group) {
        var sent = submissions.latest(round, FORM).orElseThrow();
        surveys.add(round, answer(Kind.of(group), sent));
    }

    @Transactional
    public void close(CaseId round) {
        surveys.close(round, dates.today());
        timeline.add(round, "wijkbudget.survey-closed", Map.of(), null, Actor.SYSTEM);
    }

    /** What somebody is asked now, and did not answer yet. */
    Optional<Question> waiting(UUID reader) {
        return surveys.question(reader).filter(one -> one.closedOn() == null && !one.answered());
    }

    /** When answers were closed to somebody who was asked; none while they come in. */
    Optional<LocalDate> closedOn(UUID reader) {
        return surveys.question(reader).map(Question::closedOn);
    }

    /**
     * Keeps what a proposer says, apart from who said it.
     *
     * @throws Refusal for who answered before, and when answers are closed
     */
    @Transactional
    public void answer(Supporter by, Answers sent) {
        var question = waiting(by.id()).orElseThrow(() -> new Refusal("wijkbudget.refusal.survey-over"));
        if (!surveys.answered(question.supporter(), false)) {
            throw new Refusal("wijkbudget.refusal.survey-over");
        }
        surveys.add(question.round(), answer(Kind.PROPOSER, sent));
    }

    private static Answer answer(Kind kind, Answers sent) {
        var marks = new ArrayList<Integer>();
        Survey.QUESTIONS.forEach(key -> marks.add(Integer.valueOf(IdeaIntake.text(sent, key))));
        var words = IdeaIntake.text(sent, "surveyWords");
        return new Answer(kind, marks, words.isEmpty() ? null : words);
    }
}
