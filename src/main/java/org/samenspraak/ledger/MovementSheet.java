package org.samenspraak.ledger;

import java.io.IOException;
import java.util.stream.Stream;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The books as a table for a spreadsheet, read a part at a time. */
@Component
class MovementSheet {

    private static final int AT_ONCE = 500;

    private final MovementHistory history;
    private final MessageSource texts;
    private final Dates dates;

    MovementSheet(MovementHistory history, MessageSource texts, Dates dates) {
        this.history = history;
        this.texts = texts;
        this.dates = dates;
    }

    /** Amounts are numbers. */
    void write(MovementFilter filter, Sheet sheet) throws IOException {
        sheet.line(Stream.of(
                        "number-of-line",
                        "day",
                        "kind",
                        "from",
                        "to",
                        "amount",
                        "case",
                        "council",
                        "reason",
                        "reference",
                        "by")
                .map(column -> say("ledger.column." + column))
                .toArray());
        var part = history.before(filter, Long.MAX_VALUE, AT_ONCE);
        while (!part.isEmpty()) {
            for (var movement : part) {
                write(movement, sheet);
            }
            part = history.before(filter, part.get(part.size() - 1).id(), AT_ONCE);
        }
    }

    private void write(Movement movement, Sheet sheet) throws IOException {
        sheet.line(
                movement.id(),
                dates.local(movement.at()),
                say("ledger.kind." + movement.kind().code()),
                say("ledger.account." + movement.from().code()),
                say("ledger.account." + movement.to().code()),
                movement.amount().euros(),
                movement.caseNumber(),
                movement.councilName(),
                movement.reason(),
                movement.reference(),
                movement.onBehalfOf() == null ? movement.by() : movement.by() + " (" + movement.onBehalfOf() + ")");
    }

    private String say(String key) {
        return String.valueOf(texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
