package org.samenspraak.correspondence;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How links are made, letters look and returned mails are read. */
@ConfigurationProperties("samenspraak")
record CorrespondenceSettings(
        @DefaultValue Links links,
        @DefaultValue LetterSettings letters,
        @DefaultValue ReturnedMails returnedMails,
        @DefaultValue Sending outbox,
        @DefaultValue News news) {

    /** @param perMinute how many mails all nodes together hand over in a minute; 0 for no limit */
    record Sending(@DefaultValue("120") int perMinute) {}

    /**
     * @param secret at least 32 characters; an office on one machine makes its own once
     * @param shown whether who reads the queued mails sees where a personal link leads: in a demo only
     */
    record Links(@Nullable String secret, @DefaultValue("false") boolean shown) {}

    /**
     * When councils hear the news of the week.
     *
     * @param hour of that day, from which on the mails go out
     */
    record News(@DefaultValue("MONDAY") DayOfWeek weekday, @DefaultValue("7") int hour) {}

    /**
     * The mailbox that returned mails come to, by IMAP; nobody else reads it.
     *
     * @param host none: not read
     * @param tls from the first byte on
     */
    record ReturnedMails(
            @Nullable String host,
            @DefaultValue("993") int port,
            @DefaultValue("true") boolean tls,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("INBOX") String folder) {

        @Override
        public String toString() {
            return "ReturnedMails[" + host + "]";
        }
    }
}
