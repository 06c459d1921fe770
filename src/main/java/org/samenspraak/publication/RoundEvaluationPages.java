package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.PublicEvaluation.Count;
import org.samenspraak.wijkbudget.PublicEvaluation.Evaluation;
import org.samenspraak.wijkbudget.PublicEvaluation.Views;
import org.samenspraak.wijkbudget.PublicEvaluation.Voted;
import org.samenspraak.wijkbudget.PublicEvaluations;
import org.samenspraak.wijkbudget.PublicRounds;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** How a round of the neighbourhood budget went, in figures in which nobody is found. */
@Controller
class RoundEvaluationPages {

    private static final String PUBLIC = "figures without persons; small numbers are left out";

    private final PublicRounds rounds;
    private final PublicEvaluations evaluations;
    private final PublicationSettings settings;
    private final MessageSource texts;
    private final Dates dates;

    RoundEvaluationPages(
            PublicRounds rounds,
            PublicEvaluations evaluations,
            PublicationSettings settings,
            MessageSource texts,
            Dates dates) {
        this.rounds = rounds;
        this.evaluations = evaluations;
        this.settings = settings;
        this.texts = texts;
        this.dates = dates;
    }

    /** From the day on which everybody may read what was decided; what was answered, once answers are closed. */
    @GetMapping("/publiek/wijkbudget/{number}/evaluatie")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable String number, Model model, HttpServletResponse response) {
        var found = evaluations.of(number).orElseThrow(RoundEvaluationPages::nothing);
        var round = rounds.find(number).orElseThrow(RoundEvaluationPages::nothing);
        model.addAttribute("round", round);
        model.addAttribute("early", round.early(dates.today()));
        model.addAttribute("figures", found.figures());
        model.addAttribute("voted", voted(found.figures().voted()));
        model.addAttribute("rejects", rejects(found.figures().rejects()));
        model.addAttribute("survey", found.survey());
        model.addAttribute("views", views(found));
        model.addAttribute("least", settings.least());
        PublicCache.aWhile(response);
        return "publication/round-evaluation";
    }

    /** All cells of the table together, as its total is shown. */
    private List<Row> voted(List<Voted> rows) {
        var shown = shown(rows.stream()
                .flatMap(row -> Stream.of(row.online(), row.paper()))
                .toList());
        return IntStream.range(0, rows.size())
                .mapToObj(at -> new Row(
                        rows.get(at).area(), rows.get(at).inhabitants(), shown.get(2 * at), shown.get(2 * at + 1)))
                .toList();
    }

    private List<Reject> rejects(List<Count> rows) {
        var shown = shown(rows.stream().map(Count::many).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(at -> new Reject(rows.get(at).key(), shown.get(at)))
                .toList();
    }

    private List<Line> views(Evaluation found) {
        return Stream.ofNullable(found.survey())
                .filter(survey -> survey.answered() >= settings.least())
                .map(Views::views)
                .flatMap(List::stream)
                .map(view -> {
                    var shown = shown(view.inThree());
                    return new Line(view.question(), shown.get(0), shown.get(1), shown.get(2));
                })
                .toList();
    }

    private List<String> shown(List<Long> counts) {
        return SmallCells.hide(counts, settings.least()).stream()
                .map(this::text)
                .toList();
    }

    private String text(OptionalLong count) {
        return count.isPresent()
                ? String.valueOf(count.getAsLong())
                : texts.getMessage("publication.rounds.hidden", null, LocaleContextHolder.getLocale());
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    record Row(String area, int inhabitants, String online, String paper) {}

    record Reject(String key, String many) {}

    record Line(String question, String disagree, String between, String agree) {}
}
