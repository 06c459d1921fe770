package org.samenspraak.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Batch.Line;
import org.samenspraak.ledger.Batch.LineState;
import org.samenspraak.ledger.Batch.State;
import org.samenspraak.ledger.Payment.Place;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments on their way to the bank: gathered by one person, approved by another, taken as one file. */
@Service
class Batches {

    /** More than a municipality has councils of one kind; a page shows them all. */
    static final int MOST = 500;

    private final BatchRecords records;
    private final PaymentRecords payments;
    private final BudgetRecords budgets;
    private final EndedCases ended;
    private final LedgerSettings settings;
    private final TownAccount town;
    private final Municipality municipality;
    private final DaysOff daysOff;
    private final Dates dates;
    private final Audit audit;
    private final Clock clock;

    Batches(
            BatchRecords records,
            PaymentRecords payments,
            BudgetRecords budgets,
            EndedCases ended,
            LedgerSettings settings,
            TownAccount town,
            Municipality municipality,
            DaysOff daysOff,
            Dates dates,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.payments = payments;
        this.budgets = budgets;
        this.ended = ended;
        this.settings = settings;
        this.town = town;
        this.municipality = municipality;
        this.daysOff = daysOff;
        this.dates = dates;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits, in the order it was asked. */
    @Transactional(readOnly = true)
    public List<Payment> waiting(@Nullable Place after, int limit) {
        return payments.waiting(dates.today(), after, limit);
    }

    /**
     * Makes a batch of payments that wait.
     *
     * @throws Refusal for none and for many, and when one of them is in a batch by now or can't be paid today
     */
    @Transactional
    public UUID gather(Set<UUID> chosen, Actor by) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Refusal.of("payment", "ledger.refusal.choose", MOST);
        }
        var found = payments.lock(chosen, dates.today());
        if (found.size() < chosen.size()) {
            throw Refusal.of("payment", "ledger.refusal.gathered");
        }
        found.stream().filter(payment -> payment.obstacle() != null).findFirst().ifPresent(payment -> {
            throw Refusal.of("payment", "ledger.refusal.obstacle", payment.councilName());
        });
        var id = UUID.randomUUID();
        var name = "%s-%d-%04d".formatted(settings.prefix(), dates.today().getYear(), records.nextNumber());
        records.add(id, name, by);
        for (int at = 0; at < found.size(); at++) {
            var own = "%s-%03d".formatted(name, at + 1);
            records.add(id, at + 1, records.endToEnd(found.get(at).id()).orElse(own), found.get(at));
            payments.gather(found.get(at));
        }
        audit.add(Act.PAYMENTS_GATHERED, by, id, name);
        return id;
    }

    /**
     * Approves what somebody else gathered, and makes the file: both or neither. Doing it again changes nothing.
     *
     * @throws Refusal for who gathered it, without an account of the municipality, and when an account changed meanwhile
     */
    @Transactional
    public void approve(UUID id, Actor by) {
        var batch = lock(id);
        if (batch.state() == State.APPROVED) {
            return;
        }
        refuseWithdrawn(batch);
        if (Objects.equals(batch.made().person(), personOf(by))) {
            throw new Refusal("ledger.refusal.own-batch");
        }
        var account =
                Optional.ofNullable(settings.account()).orElseThrow(() -> new Refusal("ledger.refusal.no-own-account"));
        var changed = records.changed(id, dates.today());
        if (!changed.isEmpty()) {
            throw new Refusal("ledger.refusal.account-changed", String.join(", ", changed));
        }
        var day = daysOff.workingDayAfter(dates.today().minusDays(1));
        var file = new CreditTransfer(
                batch.name(),
                town.holder(),
                account,
                settings.bic(),
                LocalDateTime.ofInstant(clock.instant(), municipality.zone()),
                day,
                records.lines(id));
        records.approve(id, day, file.write(), by);
        audit.add(Act.PAYMENTS_APPROVED, by, id, batch.name());
    }

    /**
     * Gives the file for the bank; always the same bytes.
     *
     * @param again why somebody takes it once more, who knows that it was taken before; empty the first time
     * @throws Refusal when it was taken and there is no why; and before it was approved
     */
    @Transactional
    public byte[] take(UUID id, String again, Actor by) {
        var batch = lock(id);
        if (batch.state() != State.APPROVED) {
            throw new Refusal("ledger.refusal.not-approved");
        }
        var taken = batch.taken();
        if (taken != null && again.isBlank()) {
            throw Refusal.of("reason", "ledger.refusal.taken", taken.name(), dates.moment(taken.at()));
        }
        records.take(id, by);
        audit.add(
                Act.PAYMENT_FILE_TAKEN,
                by,
                id,
                taken == null ? batch.name() : batch.name() + ", " + Grounds.reason(again));
        return records.file(id);
    }

    /**
     * Withdraws the whole batch: its payments wait again, and keep the id that the bank knows them by. Once the file was taken it
     * takes two: the first says why and that the bank did nothing with it, and it is withdrawn when another one says so too.
     *
     * @param unpaid whether the bank says that it did nothing with the file
     * @throws Refusal without a reason, when the bank paid or returned one of them, and once the file was taken without that word of
     *     the bank or by who said so first
     */
    @Transactional
    public void withdraw(UUID id, String reason, boolean unpaid, Actor by) {
        // budgets before the batch, as who books an answer of the bank takes them
        var lines = records.lines(id);
        lines.stream().map(Line::budget).distinct().sorted().forEach(budgets::lock);
        var batch = lock(id);
        refuseWithdrawn(batch);
        if (batch.open() < batch.lines()) {
            throw new Refusal("ledger.refusal.settled");
        }
        var first = batch.doubted();
        var why = first == null ? Grounds.reason(reason) : Objects.requireNonNull(batch.reason());
        if (batch.taken() != null && !unpaid) {
            throw Refusal.of("unpaid", "ledger.refusal.bank-did-nothing");
        }
        if (first != null && Objects.equals(first.person(), personOf(by))) {
            throw new Refusal("ledger.refusal.own-file");
        }
        if (batch.taken() != null && first == null) {
            records.doubt(id, why, by);
            audit.add(Act.PAYMENTS_DOUBTED, by, id, batch.name());
            return;
        }
        records.withdraw(id, why, by);
        lines.forEach(line -> payments.stand(line.payment(), "TO_PAY", null));
        lines.forEach(line -> ended.release(line.claim(), by));
        audit.add(Act.PAYMENTS_WITHDRAWN, by, id, batch.name());
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Batch get(UUID id) {
        return records.find(id).orElseThrow(() -> new NotFound("ledger.refusal.no-batch"));
    }

    @Transactional(readOnly = true)
    public List<Line> lines(UUID id) {
        return records.lines(id);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Batch> all(@Nullable UUID after, int limit) {
        return records.all(after, limit);
    }

    /** Those of which nobody knows yet whether the bank paid them. */
    @Transactional(readOnly = true)
    public List<UUID> open(UUID id) {
        return records.lines(id).stream()
                .filter(line -> line.state() == LineState.OPEN)
                .map(Line::id)
                .toList();
    }

    private Batch lock(UUID id) {
        records.lock(id);
        return get(id);
    }

    private static void refuseWithdrawn(Batch batch) {
        if (batch.state() == State.WITHDRAWN) {
            throw new Refusal("ledger.refusal.withdrawn");
        }
    }

    private static @Nullable PersonId personOf(Actor by) {
        return by.id() == null ? null : new PersonId(by.id());
    }
}
