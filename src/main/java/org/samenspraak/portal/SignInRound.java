package org.samenspraak.portal;

import java.time.Clock;
import org.samenspraak.correspondence.SignInLinks;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Seat;
import org.samenspraak.web.Throttle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a link to who asked and is a member today. It happens apart from the request: whoever asks gets the same answer after
 * the same work, whether we know the address or not.
 */
@Component
public class SignInRound {

    /** Links for one address, and for all of a council, in an hour. */
    static final int OF_ADDRESS = 5;

    static final int OF_COUNCIL = 40;

    private final SignIns signIns;
    private final Memberships memberships;
    private final SignInLinks links;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final PortalSettings settings;
    private final Clock clock;

    SignInRound(
            SignIns signIns,
            Memberships memberships,
            SignInLinks links,
            Throttle throttle,
            TransactionTemplate transaction,
            PortalSettings settings,
            Clock clock) {
        this.signIns = signIns;
        this.memberships = memberships;
        this.links = links;
        this.throttle = throttle;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S")
    public void mail() {
        while (Boolean.TRUE.equals(transaction.execute(status -> mailNext()))) {
            // each in a transaction of its own
        }
    }

    private boolean mailNext() {
        var next = signIns.next();
        next.ifPresent(address -> memberships.seats(address).stream()
                .findFirst()
                .filter(seat -> throttle.take("sign-in", address, OF_ADDRESS, Throttle.HOUR))
                .filter(seat -> throttle.take("sign-in-council", seat.council().toString(), OF_COUNCIL, Throttle.HOUR))
                .ifPresent(seat -> mail(address, seat)));
        return next.isPresent();
    }

    /** To the address as the register has it. */
    private void mail(String address, Seat seat) {
        var person = seat.member().details();
        var until = clock.instant().plus(settings.linkWorks());
        signIns.open(address, links.mail(String.valueOf(person.email()), person.name(), until), until);
    }
}
