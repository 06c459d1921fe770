package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AskedCouncils.Choice;
import org.samenspraak.advice.AskedCouncils.Reason;
import org.samenspraak.advice.Questions.Texts;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A question before it goes out: what is asked, of whom, and until when. */
@Service
class Drafting {

    static final String REQUEST = "advice-request";

    /** Steps of a model run over fewer, and nobody reads the advice of more. */
    private static final int MOST_COUNCILS = 60;

    private final Requests requests;
    private final Questions questions;
    private final AskedCouncils asked;
    private final Addressees addressees;
    private final AskedTerm term;
    private final Submissions submissions;
    private final Cases cases;

    Drafting(
            Requests requests,
            Questions questions,
            AskedCouncils asked,
            Addressees addressees,
            AskedTerm term,
            Submissions submissions,
            Cases cases) {
        this.requests = requests;
        this.questions = questions;
        this.asked = asked;
        this.addressees = addressees;
        this.term = term;
        this.submissions = submissions;
        this.cases = cases;
    }

    /** Takes over what was drafted, or mended since. */
    @Transactional
    public Request receive(CaseId caseId, Actor by) {
        var answers = Stream.of("advice-request-mend", REQUEST)
                .flatMap(form -> submissions.latest(caseId, form).stream())
                .findFirst()
                .orElseThrow();
        term.refuseImpossible(cases.get(caseId).regulation(), day(answers, "wishedDay"));
        var area = answers.text("area");
        requests.keep(new Request(
                caseId,
                GroupId.of(said(answers, "asker")),
                said(answers, "onBehalfOf"),
                said(answers, "domain"),
                said(answers, "phase"),
                said(answers, "position"),
                area == null ? null : AreaId.parse(area),
                day(answers, "wishedDay"),
                null,
                1,
                null,
                null,
                null));
        var texts = new Texts(
                said(answers, "subject").strip(),
                said(answers, "question").strip(),
                Objects.requireNonNullElse(answers.text("stillOpen"), "").strip());
        questions.keep(caseId, 1, texts, null, false, by.name());
        return requests.get(caseId);
    }

    /**
     * Keeps which councils are asked, and until when.
     *
     * @throws Refusal for nobody, somebody twice, a proposed council that is left out without a reason, and a term that is too short
     */
    @Transactional
    public void choose(CaseId caseId) {
        var request = requests.lock(caseId);
        var answers = submissions.latest(caseId, Addressees.TABLE).orElseThrow();
        asked.replace(caseId, choices(request, answers.rows("councils")));
        var urgency = "yes".equals(answers.text("urgent")) ? said(answers, "urgency") : null;
        var lastDay = day(answers, "lastDay");
        term.judge(cases.get(caseId).regulation(), lastDay, urgency);
        requests.wish(caseId, lastDay, urgency);
    }

    private List<Choice> choices(Request request, List<Map<String, Object>> rows) {
        var proposed = addressees.proposed(request).entrySet().stream()
                .collect(Collectors.toMap(it -> it.getKey().id(), Map.Entry::getValue));
        var register = addressees.all().stream().collect(Collectors.toMap(CouncilView::id, Function.identity()));
        var seen = new HashSet<CouncilId>();
        var choices = new ArrayList<Choice>();
        for (var row : rows) {
            var choice = choice(row, proposed, register);
            if (!seen.add(choice.council())) {
                throw Refusal.of("councils", "advice.refusal.council-twice", name(register, choice.council()));
            }
            choices.add(choice);
        }
        var forgotten = proposed.keySet().stream()
                .filter(council -> !seen.contains(council))
                .map(council -> name(register, council))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!forgotten.isEmpty()) {
            throw Refusal.of("councils", "advice.refusal.proposed-missing", forgotten);
        }
        var chosen = choices.stream().filter(Choice::chosen).count();
        if (chosen == 0) {
            throw Refusal.of("councils", "advice.refusal.nobody");
        }
        if (chosen > MOST_COUNCILS) {
            throw Refusal.of("councils", "advice.refusal.many", MOST_COUNCILS);
        }
        return choices;
    }

    private static Choice choice(
            Map<String, Object> row, Map<CouncilId, List<Reason>> proposed, Map<CouncilId, CouncilView> register) {
        var council = CouncilId.parse(String.valueOf(row.get("council")));
        if (!register.containsKey(council)) {
            throw Refusal.of("councils", "advice.refusal.not-in-register");
        }
        var chosen = !"no".equals(row.get("ask"));
        return new Choice(
                council,
                proposed.getOrDefault(council, List.of()),
                chosen,
                chosen ? null : Objects.toString(row.get("leftOut"), null));
    }

    private static String name(Map<CouncilId, CouncilView> register, CouncilId council) {
        return Objects.requireNonNull(register.get(council)).name();
    }

    static String said(Answers answers, String key) {
        return Objects.requireNonNull(answers.text(key), key);
    }

    static @Nullable LocalDate day(Answers answers, String key) {
        var day = answers.text(key);
        return day == null || day.isBlank() ? null : LocalDate.parse(day);
    }
}
