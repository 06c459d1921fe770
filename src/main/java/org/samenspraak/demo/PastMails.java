package org.samenspraak.demo;

import java.util.List;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.kernel.Release;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Mails of the past left on their day and went to nobody, whether there is a mail server now or not; what waited for them is public. */
@Component
@Profile("demo")
class PastMails {

    private final Outbox outbox;
    private final List<Release> releases;

    PastMails(Outbox outbox, List<Release> releases) {
        this.outbox = outbox;
        this.releases = releases;
    }

    void leave() {
        if (outbox.leftInThePast() > 0) {
            releases.forEach(Release::release);
        }
    }
}
