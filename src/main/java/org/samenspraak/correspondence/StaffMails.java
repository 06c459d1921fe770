package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.springframework.stereotype.Component;

/** Mails to officials, in their own language. */
@Component
public class StaffMails {

    private final MailTexts texts;
    private final Outbox outbox;

    StaffMails(MailTexts texts, Outbox outbox) {
        this.texts = texts;
        this.outbox = outbox;
    }

    /**
     * Queues one in the running transaction.
     *
     * @param template name of {@code templates/mail/<template>.html} and {@code .txt}, which get {@code name} as well
     */
    public void send(To to, String template, String subjectKey, List<?> subject, Map<String, Object> fields) {
        var all = new HashMap<>(fields);
        all.put("name", to.name());
        var text = texts.write(template, subjectKey, subject, all, to.language());
        outbox.queue(new Mail(
                        to.key(),
                        null,
                        to.address(),
                        to.name(),
                        text.subject(),
                        text.text(),
                        text.html(),
                        null,
                        List.of(),
                        to.until())
                .withPriority(Priority.LOW));
    }

    /**
     * @param key two mails with one key are one mail; none makes it unique
     * @param until when it is no longer news, and is withdrawn instead of sent; none for what stays so
     */
    public record To(@Nullable String key, String address, String name, Locale language, @Nullable Instant until) {}
}
