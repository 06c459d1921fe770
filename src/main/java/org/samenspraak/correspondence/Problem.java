package org.samenspraak.correspondence;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
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
    static final String EXPIRED = "expired";
    static final String POLICY = "policy";

    private static final String LATER = "later";
    private static final String LOGIN = "login";
    private static final String STARTTLS = "starttls";

    /** Those that are about our own mail server, and not about a reader. */
    static final List<String> EVERYBODY = List.of("server", LOGIN, STARTTLS, "certificate", "sender");

    /** RFC 3463: class, subject and detail. */
    private static final Pattern STATUS = Pattern.compile("\\b[45]\\.(\\d{1,3}\\.\\d{1,3})\\b");

    static Problem of(Throwable failure) {
        var causes = causes(failure);
        return Stream.of(connection(causes), reader(causes), server(causes))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> causes.stream().anyMatch(SendFailedException.class::isInstance)
                        ? new Problem(LATER, false, false)
                        : ofAll("server"));
    }

    /** Of a status code in a text, by RFC 3463; {@code other} for one that says nothing more. */
    static String ofStatus(String text, String other) {
        var status = STATUS.matcher(text);
        if (!status.find()) {
            return other;
        }
        return switch (status.group(1)) {
            case "1.1", "1.3", "1.6", "2.1" -> "mailbox";
            case "1.2", "1.10", "4.4" -> "domain";
            case "2.2" -> "full";
            case "2.3", "3.4" -> "large";
            case "4.1", "4.7" -> EXPIRED;
            default -> status.group(1).startsWith("7.") ? POLICY : other;
        };
    }

    /** After days of trying. */
    String whenGivenUp() {
        return key.equals(LATER) ? EXPIRED : key;
    }

    private static Optional<Problem> connection(List<Throwable> causes) {
        if (any(
                causes,
                it -> it instanceof MailAuthenticationException || it instanceof AuthenticationFailedException)) {
            return Optional.of(ofAll(LOGIN));
        }
        if (any(
                causes,
                it -> it instanceof SSLHandshakeException
                        || it instanceof SSLPeerUnverifiedException
                        || it instanceof CertificateException
                        || says(it, "verify identity of server"))) {
            return Optional.of(ofAll("certificate"));
        }
        return any(causes, it -> it instanceof SSLException || says(it, "STARTTLS"))
                ? Optional.of(ofAll(STARTTLS))
                : Optional.empty();
    }

    private static Optional<Problem> reader(List<Throwable> causes) {
        return causes.stream()
                .filter(it -> it instanceof SMTPAddressFailedException address && address.getReturnCode() / 100 == 5)
                .findFirst()
                .map(it -> ofStatus(text(it), "refused"))
                // the server won't pass on what we send: that is between it and us, and may be mended
                .map(key -> key.equals(POLICY) ? new Problem("relay", false, false) : new Problem(key, true, false));
    }

    private static Optional<Problem> server(List<Throwable> causes) {
        for (var cause : causes) {
            if (cause instanceof SMTPSenderFailedException) {
                return Optional.of(ofAll("sender"));
            }
            if (cause instanceof SMTPSendFailedException send) {
                var aboutUs = Objects.requireNonNullElse(send.getCommand(), "").startsWith("MAIL");
                if (send.getReturnCode() == 530) {
                    return Optional.of(ofAll(LOGIN));
                }
                if (send.getReturnCode() == 552) {
                    return Optional.of(new Problem("large", true, false));
                }
                if (aboutUs) {
                    return Optional.of(ofAll("sender"));
                }
                if (send.getReturnCode() / 100 == 5) {
                    return Optional.of(new Problem(ofStatus(text(send), "refused"), true, false));
                }
            }
        }
        return Optional.empty();
    }

    private static Problem ofAll(String key) {
        return new Problem(key, false, true);
    }

    private static boolean any(List<Throwable> causes, Predicate<Throwable> what) {
        return causes.stream().anyMatch(what);
    }

    private static boolean says(Throwable failure, String words) {
        return text(failure).contains(words);
    }

    private static String text(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
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
