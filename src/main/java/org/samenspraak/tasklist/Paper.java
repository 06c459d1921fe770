package org.samenspraak.tasklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Came;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.TrajectoryIntake.Arrival;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** What an official says of a form that came in on paper: asked and kept with the form, and no part of its answers. */
@Component
class Paper {

    private static final String GROUP = "_paper";
    private static final String ASKED = "_asked";
    private static final String RECEIVED = Arrival.RECEIVED;

    private final Forms forms;
    private final Prompts prompts;
    private final Dates dates;

    Paper(Forms forms, Prompts prompts, Dates dates) {
        this.forms = forms;
        this.prompts = prompts;
        this.dates = dates;
    }

    /** A start form: whether it came in on paper, when, and the scan. */
    Form application(Form form) {
        return form.after(forms.shipped("paper-application"));
    }

    /** The answer of a council: how, from whom and when it came in, with its scan. */
    Form answer(Form form) {
        return form.after(forms.shipped("paper-answer"));
    }

    /** What its limits read: an answer doesn't come in before the question was asked. */
    Map<String, Object> known(OpenTask task, Map<String, Object> known) {
        var all = new LinkedHashMap<>(known);
        prompts.askedAt(task.id())
                .ifPresent(at -> all.put(ASKED, dates.local(at).toString()));
        return all;
    }

    /** The day it came in; none when it wasn't on paper. */
    static Optional<LocalDate> received(Judgement judgement) {
        return Optional.ofNullable(judgement.answers().text(RECEIVED))
                .filter(it -> isOnPaper(judgement))
                .map(LocalDate::parse);
    }

    static Arrival arrival(Judgement judgement, LocalDate today) {
        var received = received(judgement);
        return new Arrival(
                received.orElse(today), received.isPresent(), judgement.files().containsKey(Arrival.SCAN));
    }

    /** That it came in on paper and nobody says when. */
    static Optional<Refusal> problem(Judgement judgement) {
        var told = received(judgement).isPresent()
                || judgement.errors().stream().anyMatch(it -> it.path().equals(RECEIVED));
        return isOnPaper(judgement) && !told
                ? Optional.of(Refusal.of(RECEIVED, "tasklist.refusal.received-missing"))
                : Optional.empty();
    }

    /** How the answer of a council came in, as an accepted form says it. */
    static Came came(Judgement judgement) {
        var answers = judgement.answers();
        return new Came(
                Came.By.valueOf(said(answers, "channel").toUpperCase(Locale.ROOT)),
                said(answers, "from"),
                LocalDate.parse(said(answers, "on")),
                answers.text(GROUP + ".note"));
    }

    private static String said(Answers answers, String what) {
        return Objects.requireNonNull(answers.text(GROUP + "." + what), what);
    }

    private static boolean isOnPaper(Judgement judgement) {
        return judgement.answers().yes(GROUP + ".came");
    }

    static Judgement own(Judgement judgement) {
        return judgement.without(GROUP);
    }
}
