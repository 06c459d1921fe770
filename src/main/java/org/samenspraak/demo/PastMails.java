package org.samenspraak.demo;

import java.util.List;
import org.samenspraak.correspondence.DemoMails;
import org.samenspraak.kernel.Release;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Mails of the past left on their day and went to nobody, whether there is a mail server now or not; what waited for them is public. */
@Component
@Profile("demo")
class PastMails {

    private final DemoMails mails;
    private final List<Release> releases;

    PastMails(DemoMails mails, List<Release> releases) {
        this.mails = mails;
        this.releases = releases;
    }

    void leave() {
        if (mails.leave() > 0) {
            releases.forEach(Release::release);
        }
    }
}
