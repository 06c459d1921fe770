package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import org.samenspraak.advice.Scores.Owed;
import org.samenspraak.insight.Figure;
import org.samenspraak.insight.Figure.Bar;
import org.samenspraak.insight.Figure.Cell;
import org.samenspraak.insight.Figure.Row;
import org.samenspraak.insight.Figures;
import org.samenspraak.insight.Scope;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many points of councils still wait for a reply, by who has to give it. */
@Component
@Order(30)
class ReplyFigures implements Figures {

    /** From before anything was asked: what is owed is owed whenever it was asked. */
    private static final String LIST =
            "/overzicht/adviezen/lijst?by=asker&from=1900-01-01&until=2999-12-31&of=%s&what=%s";

    private final Scores scores;
    private final AdviceWords words;
    private final MessageSource texts;

    ReplyFigures(Scores scores, AdviceWords words, MessageSource texts) {
        this.scores = scores;
        this.words = words;
        this.texts = texts;
    }

    @Override
    public List<Figure> of(Scope scope, Locale locale) {
        var rows = scores.owed(scope.trajectory(), scope.ids()).stream()
                .map(owed -> row(owed, locale))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Figure(
                        "advice-replies", null, List.of("advice.scores.owed", "advice.scores.overdue"), rows));
    }

    private Row row(Owed owed, Locale locale) {
        var name = owed.asker().isEmpty()
                ? String.valueOf(texts.getMessage("advice.scores.unasked", null, locale))
                : words.group(owed.asker());
        return new Row(
                name,
                null,
                List.of(
                        Cell.of(owed.owed(), LIST.formatted(owed.asker(), "owed")),
                        Cell.of(owed.overdue(), LIST.formatted(owed.asker(), "overdue"))),
                new Bar(owed.owed(), owed.overdue(), true));
    }
}
