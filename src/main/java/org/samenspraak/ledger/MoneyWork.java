package org.samenspraak.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.samenspraak.casefile.OtherWork;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payments as work of who handles money: batches that wait for what this person may do, then payments that can be gathered. */
@Component
class MoneyWork implements OtherWork {

    private final BatchRecords batches;
    private final Batches payments;
    private final BudgetChangeRecords changes;
    private final Money money;
    private final MessageSource texts;

    MoneyWork(BatchRecords batches, Batches payments, BudgetChangeRecords changes, Money money, MessageSource texts) {
        this.batches = batches;
        this.payments = payments;
        this.changes = changes;
        this.money = money;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "ledger.work.title";
    }

    @Override
    public String nameKey() {
        return "ledger.work.one";
    }

    @Override
    public String url() {
        return "/geld/betalingen";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> open(SignedIn me, int limit) {
        if (!me.may(Permission.HANDLE_MONEY)) {
            return List.of();
        }
        var unfinished = batches.unfinished(me.person(), limit).stream().map(this::line);
        var waiting = payments.waiting(null, limit).stream()
                .filter(payment -> payment.obstacle() == null)
                .map(this::line);
        var proposed = changes.waitingFor(me.person().value(), limit).stream().map(this::line);
        return Stream.of(proposed, unfinished, waiting)
                .flatMap(lines -> lines)
                .limit(limit)
                .toList();
    }

    private Line line(BudgetChange change) {
        return new Line(
                say("ledger.work.budget", change.budgetName()),
                change.decision(),
                money.show(change.amount()),
                null,
                "/geld/budgetten/" + change.budget());
    }

    private Line line(Batch batch) {
        return new Line(
                say("ledger.work." + step(batch), batch.name()),
                batch.name(),
                money.show(batch.sum()),
                null,
                "/geld/opdrachten/" + batch.id());
    }

    private Line line(Payment payment) {
        return new Line(
                say("ledger.work.gather", money.show(payment.amount())),
                payment.caseNumber(),
                payment.councilName(),
                null,
                url());
    }

    private static String step(Batch batch) {
        if (batch.state() == Batch.State.MADE) {
            return "approve";
        }
        return batch.doubted() != null ? "doubted" : batch.taken() == null ? "take" : "mark";
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
