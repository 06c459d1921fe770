package org.samenspraak.wijkbudget;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What keeps a program from asking for ballots and guessing. A school, a library or a block of flats is one network address, so the
 * first two are wide; the page says each to who votes.
 *
 * @param asksAnHour links that one network address can ask
 * @param guessesAnHour wrong links and wrong check codes of one network address
 * @param mailsADay mails to one mailbox in a round: who wants to annoy somebody gets no further, and who lost the mail asks again tomorrow
 */
@ConfigurationProperties("samenspraak.ballots")
record BallotLimits(
        @DefaultValue("60") int asksAnHour, @DefaultValue("60") int guessesAnHour, @DefaultValue("4") int mailsADay) {}
