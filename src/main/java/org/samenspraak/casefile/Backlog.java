package org.samenspraak.casefile;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off cases that wait, each in a transaction of its own: what fails for one keeps no other, and what was cut short is not there.
 * Two nodes never do the same when {@code next} holds its row ({@code for update skip locked}).
 */
@Component
public class Backlog {

    /** The most in one go, so that what else is scheduled gets its turn. */
    private static final int MOST = 500;

    private final TransactionTemplate transaction;

    Backlog(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Goes on until nothing waits.
     *
     * @param next holds one for this transaction, or nothing
     * @param failed keeps that it failed, in a transaction after the one that was undone; it must not be next again at once
     */
    public <T> void workOff(Supplier<Optional<T>> next, Consumer<T> work, BiConsumer<T, RuntimeException> failed) {
        for (int i = 0; i < MOST; i++) {
            var held = new AtomicReference<T>();
            try {
                if (!Boolean.TRUE.equals(transaction.execute(status -> one(next, work, held)))) {
                    return;
                }
            } catch (RuntimeException e) {
                var one = held.get();
                if (one == null) {
                    throw e;
                }
                transaction.executeWithoutResult(status -> failed.accept(one, e));
            }
        }
    }

    private static <T> boolean one(Supplier<Optional<T>> next, Consumer<T> work, AtomicReference<T> held) {
        var waiting = next.get();
        waiting.ifPresent(one -> {
            held.set(one);
            work.accept(one);
        });
        return waiting.isPresent();
    }
}
