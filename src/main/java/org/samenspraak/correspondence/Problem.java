package org.samenspraak.correspondence;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail could not be handed over.
 *
 * @param key after {@code correspondence.problem.}
 * @param lasting whether trying again is of no use
 * @param everybody whether the next mail would fare no better now
 */
record Problem(String key, boolean lasting, boolean everybody) {

    static final String ADDRESS = "address";
    static final String RETURNED = "returned";

    static Problem of(Throwable failure) {
        var causes = causes(failure);
        if (causes.stream()
                .anyMatch(
                        c -> c instanceof MailAuthenticationException || c instanceof AuthenticationFailedException)) {
            return new Problem("login", false, true);
        }
        for (var cause : causes) {
            if (code(cause) / 100 == 5) {
                return new Problem("refused", true, false);
            }
        }
        return causes.stream().anyMatch(SendFailedException.class::isInstance)
                ? new Problem("later", false, false)
                : new Problem("server", false, true);
    }

    private static int code(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    /** Everything that hangs on a failure: causes, what JavaMail chains as next, what Spring keeps per message. */
    private static List<Throwable> causes(Throwable failure) {
        var found = new ArrayList<Throwable>();
        collect(failure, found);
        return found;
    }

    private static void collect(@Nullable Throwable failure, List<Throwable> found) {
        if (failure == null || found.contains(failure)) {
            return;
        }
        found.add(failure);
        collect(failure.getCause(), found);
        if (failure instanceof MailSendException send) {
            send.getFailedMessages().values().forEach(one -> collect(one, found));
        }
        if (failure instanceof jakarta.mail.MessagingException chained) {
            collect(chained.getNextException(), found);
        }
    }
}
