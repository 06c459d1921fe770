package org.samenspraak.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.samenspraak.kernel.Iban;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** The account of the municipality, as councils read it, and how soon it pays. */
@Component
public class TownAccount {

    private final LedgerSettings settings;
    private final Municipality municipality;

    TownAccount(LedgerSettings settings, Municipality municipality) {
        this.settings = settings;
        this.municipality = municipality;
    }

    /** "BE71 0961 2345 6769"; none where the office has no account. */
    public Optional<String> number() {
        return Optional.ofNullable(settings.account()).map(Iban::shown);
    }

    public String holder() {
        return settings.holder().isBlank() ? municipality.name() : settings.holder();
    }

    /** The last day that something decided on this day should be paid. */
    public LocalDate payBy(LocalDate decided) {
        return decided.plusDays(settings.payWithin());
    }
}
