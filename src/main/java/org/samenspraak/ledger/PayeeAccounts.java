package org.samenspraak.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.council.AccountGiven;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where councils get their money. One signatory enters a number, another one confirms it, and nothing is paid there before the
 * next working day: time to hear that it was not the council. While a change waits nothing is paid at all.
 */
@Service
public class PayeeAccounts {

    private static final int LONGEST_HOLDER = 70;

    private final AccountRecords records;
    private final Councils councils;
    private final DaysOff daysOff;
    private final Dates dates;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PayeeAccounts(
            AccountRecords records,
            Councils councils,
            DaysOff daysOff,
            Dates dates,
            Audit audit,
            ApplicationEventPublisher events) {
        this.records = records;
        this.councils = councils;
        this.daysOff = daysOff;
        this.dates = dates;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Enters a number, also the same one again after the bank returned a payment; the council is told by mail. Entering again what
     * waits changes nothing.
     *
     * @throws Refusal at the field, for what is no account number or one that no SEPA transfer reaches, without a holder, and while another one waits
     */
    @Transactional
    public void enter(CouncilId council, String iban, String holder, Actor by) {
        var number = Iban.of(iban).orElseThrow(() -> Refusal.of("iban", "forms.error.iban"));
        if (!number.isInSepa()) {
            throw Refusal.of("iban", "ledger.refusal.not-sepa");
        }
        if (holder.isBlank() || holder.strip().length() > LONGEST_HOLDER) {
            throw Refusal.of("holder", "ledger.refusal.holder", LONGEST_HOLDER);
        }
        var name = councils.get(council).name();
        var waiting = records.lockProposed(council);
        if (waiting.isPresent()
                && waiting.get().iban().equals(number)
                && waiting.get().holder().equals(holder.strip())) {
            return;
        }
        if (waiting.isPresent() || !records.add(council, number, holder.strip(), by)) {
            throw Refusal.of("iban", "ledger.refusal.account-waits");
        }
        events.publishEvent(new AccountGiven(council, number.shortened()));
        audit.add(Act.ACCOUNT_ENTERED, by, council.value(), name);
    }

    /**
     * Confirms the number that waits, as it was seen.
     *
     * @throws Refusal for who entered it, and when it does not wait any more
     */
    @Transactional
    public void confirm(CouncilId council, UUID account, Actor by) {
        var proposed = proposed(council, account);
        if (proposed.isEnteredBy(by)) {
            throw new Refusal("ledger.refusal.own-account");
        }
        records.confirm(proposed, daysOff.workingDayAfter(dates.today()), by);
        audit.add(
                Act.ACCOUNT_CONFIRMED,
                by,
                council.value(),
                councils.get(council).name());
    }

    /** Refuses the number that waits, or takes it back; the one before stays. */
    @Transactional
    public void refuse(CouncilId council, UUID account, String reason, Actor by) {
        var proposed = proposed(council, account);
        records.refuse(proposed.id(), Grounds.reason(reason), by);
        audit.add(
                Act.ACCOUNT_REFUSED, by, council.value(), councils.get(council).name());
    }

    private PayeeAccount proposed(CouncilId council, UUID account) {
        return records.lockProposed(council)
                .filter(waiting -> waiting.id().equals(account))
                .orElseThrow(() -> new Refusal("ledger.refusal.account-settled"));
    }

    /** Where money goes, now or from the next working day on. */
    @Transactional(readOnly = true)
    public Optional<PayeeAccount> current(CouncilId council) {
        return records.current(council);
    }

    /** The newest first, the last fifty. */
    @Transactional(readOnly = true)
    public List<PayeeAccount> history(CouncilId council) {
        return records.of(council);
    }
}
