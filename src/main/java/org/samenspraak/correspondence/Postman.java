package org.samenspraak.correspondence;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Messages.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands mails to the mail server, one transaction each: the row stays locked meanwhile, so two nodes never take the same
 * one, and a crash in between sends it again with the same Message-ID.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    /** Pause after the first, second, … failed try; then always the last. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private final Messages messages;
    private final Readiness readiness;
    private final Envelopes envelopes;
    private final Pace pace;
    private final TransactionTemplate transaction;
    private final @Nullable JavaMailSender server;

    Postman(
            Messages messages,
            Readiness readiness,
            Envelopes envelopes,
            Pace pace,
            TransactionTemplate transaction,
            ObjectProvider<JavaMailSender> server) {
        this.messages = messages;
        this.readiness = readiness;
        this.envelopes = envelopes;
        this.pace = pace;
        this.transaction = transaction;
        this.server = server.getIfAvailable();
    }

    boolean hasServer() {
        return server != null;
    }

    int sendDue() {
        if (server == null) {
            return 0;
        }
        var sent = 0;
        while (pace.take()) {
            var result = transaction.execute(status -> sendNext(server));
            if (result == Result.SENT) {
                sent++;
            }
            if (result == Result.HELD_BACK || result == Result.NOTHING) {
                pace.giveBack();
            }
            if (result == null || result == Result.NOTHING || result == Result.SERVER_GONE) {
                break;
            }
        }
        if (sent > 0) {
            messages.serverIsBack();
        }
        return sent;
    }

    private Result sendNext(JavaMailSender server) {
        var next = messages.lockNext();
        if (next.isEmpty()) {
            return Result.NOTHING;
        }
        var ready = readiness.of(next.get());
        return switch (ready.may()) {
            case YES -> handOver(server, ready.due());
            case NO -> {
                messages.withdraw(ready.due().id());
                yield Result.HELD_BACK;
            }
            case CHANGING_NOW -> {
                messages.pass(ready.due().id());
                yield Result.HELD_BACK;
            }
        };
    }

    private Result handOver(JavaMailSender server, Due due) {
        try {
            server.send(envelopes.write(server.createMimeMessage(), due));
        } catch (MailException failure) {
            return keep(due, Problem.of(failure));
        }
        messages.sent(due.id());
        return Result.SENT;
    }

    private Result keep(Due due, Problem problem) {
        // neither address nor text: a log must not tell who was asked what
        log.warn("Mail {} was not taken: {}", due.id(), problem.key());
        if (problem.lasting() || due.lastTry()) {
            messages.failed(due.id(), problem.whenGivenUp());
        } else {
            messages.later(due.id(), PAUSES.get(Math.min(due.tries(), PAUSES.size() - 1)), problem.key());
        }
        return problem.everybody() ? Result.SERVER_GONE : Result.NOT_TAKEN;
    }

    private enum Result {
        SENT,
        /** The mail server said no to this one. */
        NOT_TAKEN,
        /** It did not get as far as the mail server. */
        HELD_BACK,
        SERVER_GONE,
        NOTHING
    }
}
