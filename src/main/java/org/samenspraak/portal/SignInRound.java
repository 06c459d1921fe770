package org.samenspraak.portal;

import java.time.Clock;
import org.samenspraak.correspondence.SignInLinks;
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

    /**
     * Links for one address in the time that one works: whoever asks too often, a link that works still lies in the mailbox of
     * the member. None for a whole council: a stranger must not shut out its members.
     */
    static final int OF_ADDRESS = 3;

    private final SignIns signIns;
    private final SignedInMembers members;
    private final SignInLinks links;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final PortalSettings settings;
    private final Clock clock;

    SignInRound(
            SignIns signIns,
            SignedInMembers members,
            SignInLinks links,
            Throttle throttle,
            TransactionTemplate transaction,
            PortalSettings settings,
            Clock clock) {
        this.signIns = signIns;
        this.members = members;
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
        next.ifPresent(address -> members.seats(address).stream()
                .findFirst()
                .filter(seat -> throttle.take("sign-in", address, OF_ADDRESS, settings.linkWorks()))
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
