package org.samenspraak.deadlines;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.deadlines.Clocks.Rule;
import org.samenspraak.regulation.Parameter;
import org.springframework.stereotype.Component;

/** Clocks in words: how each end came about, and what the regulation says about it. */
@Component
class ClockViews {

    private final TermClocks clocks;
    private final TermRules rules;
    private final LineTexts texts;

    ClockViews(TermClocks clocks, TermRules rules, LineTexts texts) {
        this.clocks = clocks;
        this.rules = rules;
        this.texts = texts;
    }

    /** One question for the lines of all, and one for each regulation. */
    List<ClockView> of(List<TermClock> of) {
        var lines = clocks.lines(of);
        var parameters = of.stream().map(TermClock::regulation).distinct().collect(toMap(it -> it, rules::all));
        return of.stream()
                .map(clock -> view(
                        clock,
                        lines.getOrDefault(clock.id(), List.of()),
                        parameters.getOrDefault(clock.regulation(), Map.of())))
                .toList();
    }

    private ClockView view(TermClock clock, List<Line> lines, Map<String, Parameter> parameters) {
        var locale = Clocks.locale();
        return new ClockView(
                clock.id(),
                clock.term(),
                clock.scope(),
                clock.from(),
                clock.lastDay(),
                clock.due(),
                clock.running() && !isPast(clock),
                clock.atStart(),
                TermRules.isDecided(parameters.get(TermRules.byHand(clock.term()))),
                clock.suspendedOn(),
                texts.of(lines, locale),
                rulesBehind(clock, lines, parameters)
                        .map(it -> rule(it, locale))
                        .toList());
    }

    /** A day to act on that came. */
    private boolean isPast(TermClock clock) {
        return clock.atStart() && clock.suspendedOn() == null && !rules.now().isBefore(clock.due());
    }

    /** What the regulation says: about the term, and about more time and days that nobody works where they mattered. */
    private Stream<Parameter> rulesBehind(TermClock clock, List<Line> lines, Map<String, Parameter> parameters) {
        var keys = new ArrayList<>(List.of(clock.term()));
        if (lines.stream().anyMatch(line -> line.kind() == Line.Kind.EXTENDED)) {
            keys.add(clock.term() + ".extension");
        }
        if (lines.stream().anyMatch(line -> line.kind() == Line.Kind.MOVED)) {
            keys.add(clock.term() + ".next-working-day");
        }
        if (lines.stream().anyMatch(line -> line.kind() == Line.Kind.PERIOD || line.kind() == Line.Kind.PAUSED)) {
            keys.add(clock.term() + ".not-counting");
        }
        return keys.stream().flatMap(key -> Optional.ofNullable(parameters.get(key)).stream());
    }

    static Rule rule(Parameter parameter, Locale locale) {
        return isEnglish(locale)
                ? new Rule(parameter.sentenceEn(), parameter.article(), parameter.reasonEn())
                : new Rule(parameter.sentence(), parameter.article(), parameter.reason());
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
