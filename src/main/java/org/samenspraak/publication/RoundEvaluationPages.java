package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.OptionalLong;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.wijkbudget.PublicEvaluation.Count;
import org.samenspraak.wijkbudget.PublicEvaluation.Evaluation;
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

    RoundEvaluationPages(
            PublicRounds rounds, PublicEvaluations evaluations, PublicationSettings settings, MessageSource texts) {
        this.rounds = rounds;
        this.evaluations = evaluations;
        this.settings = settings;
        this.texts = texts;
    }

    /** From the day on which everybody may read what was decided; what was answered, once answers are closed. */
    @GetMapping("/publiek/wijkbudget/{number}/evaluatie")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable String number, Model model, HttpServletResponse response) {
        var found = evaluations.of(number).orElseThrow(RoundEvaluationPages::nothing);
        model.addAttribute("round", rounds.find(number).orElseThrow(RoundEvaluationPages::nothing));
        model.addAttribute("figures", found.figures());
        var voted = EvaluationCells.voted(found.figures().voted(), settings.least());
        model.addAttribute("voted", voted.stream().map(this::row).toList());
        model.addAttribute(
                "voters", voted.stream().mapToLong(row -> row.all().orElse(0)).sum());
        model.addAttribute("rejects", rejects(found.figures().rejects()));
        model.addAttribute("survey", found.survey());
        model.addAttribute("views", views(found));
        model.addAttribute("least", settings.least());
        PublicCache.aWhile(response);
        return "publication/round-evaluation";
    }

    private Row row(EvaluationCells.Row row) {
        return new Row(row.area(), row.inhabitants(), text(row.all()), text(row.online()), text(row.paper()));
    }

    private List<Reject> rejects(List<Count> rows) {
        return EvaluationCells.rejects(rows, settings.least()).stream()
                .map(row -> new Reject(row.key(), text(row.many())))
                .toList();
    }

    private List<Line> views(Evaluation found) {
        return EvaluationCells.views(found, settings.least()).stream()
                .map(row -> new Line(row.question(), text(row.disagree()), text(row.between()), text(row.agree())))
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

    record Row(String area, int inhabitants, String all, String online, String paper) {}

    record Reject(String key, String many) {}

    record Line(String question, String disagree, String between, String agree) {}
}
