package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AskedCouncils.Choice;
import org.samenspraak.advice.AskedCouncils.Reason;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.deadlines.TermEndings.Ending;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Forms;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A question before it goes out, as the asker and the office see it: proposals, the term with its lines, warnings. */
@Component
class DraftView {

    private final Questions questions;
    private final AskedCouncils asked;
    private final Addressees addressees;
    private final AskedTerm term;
    private final Warnings warnings;
    private final Councils councils;
    private final Cases cases;
    private final Regulations regulations;
    private final ParameterTexts parameters;
    private final Forms forms;
    private final MessageSource texts;

    DraftView(
            Questions questions,
            AskedCouncils asked,
            Addressees addressees,
            AskedTerm term,
            Warnings warnings,
            Councils councils,
            Cases cases,
            Regulations regulations,
            ParameterTexts parameters,
            Forms forms,
            MessageSource texts) {
        this.questions = questions;
        this.asked = asked;
        this.addressees = addressees;
        this.term = term;
        this.warnings = warnings;
        this.councils = councils;
        this.cases = cases;
        this.regulations = regulations;
        this.parameters = parameters;
        this.forms = forms;
        this.texts = texts;
    }

    Map<String, Object> of(Request request) {
        var known = new HashMap<String, Object>();
        var question = questions.current(request.caseId()).texts();
        known.put("subject", question.subject());
        known.put("question", question.question());
        if (!question.stillOpen().isEmpty()) {
            known.put("stillOpen", question.stillOpen());
        }
        if (request.sentOn() != null) {
            return known;
        }
        addPlan(known, request);
        var choices = asked.of(request.caseId());
        var proposed = addressees.proposed(request);
        known.put("proposals", rows(proposed, choices));
        if (!proposed.isEmpty()) {
            known.put("proposed", reasons(proposed));
        }
        known.put("councils", lines(choices));
        known.put("urgent", request.urgency() == null ? "no" : "yes");
        if (request.urgency() != null) {
            known.put("urgency", request.urgency());
        }
        if (request.wishedDay() != null) {
            known.put("wishedDay", request.wishedDay().toString());
        }
        addTerm(known, request, concerned(proposed, choices));
        return known;
    }

    /** What was chosen about the plan, in the words of its form, beside what it is by. */
    private void addPlan(Map<String, Object> known, Request request) {
        var chosen = Map.<String, Object>of(
                "onBehalfOf", request.onBehalfOf(),
                "domain", request.domain(),
                "phase", request.phase(),
                "position", request.position());
        var words = forms.sent(forms.shipped(Drafting.REQUEST), new Answers(chosen), false)
                .values();
        known.put("organ", words.getOrDefault("onBehalfOf", ""));
        List.of("domain", "phase", "position").forEach(key -> known.put(key + "Text", words.getOrDefault(key, "")));
    }

    /** Those that were chosen; before, those that are proposed. */
    private static Set<CouncilId> concerned(Map<CouncilView, List<Reason>> proposed, List<Choice> choices) {
        return choices.isEmpty()
                ? proposed.keySet().stream().map(CouncilView::id).collect(Collectors.toSet())
                : choices.stream().filter(Choice::chosen).map(Choice::council).collect(Collectors.toSet());
    }

    private void addTerm(Map<String, Object> known, Request request, Set<CouncilId> concerned) {
        var regulation = cases.get(request.caseId()).regulation();
        var ending = ending(regulation, request);
        known.put("term", term(regulation, ending));
        var lines = warnings.of(
                request, concerned, ending == null ? term.usual(regulation).lastDay() : ending.lastDay());
        if (!lines.isEmpty()) {
            known.put("warnings", String.join("\n", lines));
        }
    }

    /** None when the day that was wished can't be: then the asker reads which days can. */
    private @Nullable Ending ending(RegulationId regulation, Request request) {
        try {
            return term.judge(regulation, request.wishedDay(), request.urgency());
        } catch (Refusal tooShort) {
            return null;
        }
    }

    private String term(RegulationId regulation, @Nullable Ending ending) {
        var lines = new ArrayList<String>();
        var usual = term.usual(regulation);
        if (ending != null && !ending.equals(usual)) {
            lines.add(say("chosen", AskedTerm.day(ending.lastDay())));
            // one line alone says no more than that
            lines.addAll(ending.lines().size() > 1 ? ending.lines() : List.of());
        }
        lines.add(say("usual", AskedTerm.day(usual.lastDay())));
        lines.addAll(usual.lines());
        lines.add(rule(regulation, AskedTerm.TERM));
        var least = term.least(regulation);
        lines.add(say("urgent", AskedTerm.day(least.lastDay())));
        lines.addAll(least.lines());
        lines.add(rule(regulation, AskedTerm.LEAST));
        return String.join("\n", lines);
    }

    /** What the regulation says, and where. */
    private String rule(RegulationId regulation, String key) {
        var parameter = regulations.find(regulation, key).orElseThrow();
        var article = Objects.requireNonNullElseGet(
                parameter.article(),
                () -> texts.getMessage("regulation.example", null, LocaleContextHolder.getLocale()));
        return parameters.sentence(parameter) + " (" + article + ")";
    }

    /** The proposals, as they were answered before if they were, and who was added. */
    private List<Map<String, Object>> rows(Map<CouncilView, List<Reason>> proposed, List<Choice> choices) {
        var before = new LinkedHashMap<CouncilId, Choice>();
        choices.forEach(choice -> before.put(choice.council(), choice));
        var all = proposed.keySet().stream().map(CouncilView::id).collect(Collectors.toCollection(LinkedHashSet::new));
        all.addAll(before.keySet());
        return all.stream().map(council -> row(council, before.get(council))).toList();
    }

    private static Map<String, Object> row(CouncilId council, @Nullable Choice before) {
        return Map.of(
                "council",
                council.toString(),
                "ask",
                before == null || before.chosen() ? "yes" : "no",
                "leftOut",
                before == null ? "" : Objects.requireNonNullElse(before.leftOut(), ""));
    }

    private static String reasons(Map<CouncilView, List<Reason>> proposed) {
        return proposed.entrySet().stream()
                .map(council -> council.getKey().name() + ": " + said(council.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String lines(List<Choice> choices) {
        var names = councils.names(choices.stream().map(Choice::council).collect(Collectors.toSet()));
        return choices.stream()
                .map(choice -> line(names.getOrDefault(choice.council(), ""), choice))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String line(String name, Choice choice) {
        if (!choice.chosen()) {
            return texts.getMessage(
                    "advice.councils.left-out",
                    new Object[] {name, Objects.requireNonNullElse(choice.leftOut(), "")},
                    LocaleContextHolder.getLocale());
        }
        return choice.reasons().isEmpty() ? name : name + ": " + said(choice.reasons());
    }

    static String said(List<Reason> reasons) {
        var language = LocaleContextHolder.getLocale();
        return reasons.stream().map(reason -> reason.in(language)).collect(Collectors.joining(" "));
    }

    private String say(String key, Object... args) {
        return texts.getMessage("advice.term." + key, args, LocaleContextHolder.getLocale());
    }
}
