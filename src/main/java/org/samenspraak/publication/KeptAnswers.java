package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.PublicTextChanged;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers of the last minutes, by address; the one that was asked longest ago goes first when there is no room. */
class KeptAnswers {

    /** However busy it is, nobody reads what is older. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final long nanos;
    private final long most;
    private final LongSupplier ticker;
    private final Map<String, Kept> all = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long changes;

    /** @param ticker nanoseconds since some moment */
    KeptAnswers(PublicationSettings settings, LongSupplier ticker) {
        this.nanos = settings.kept().toNanos();
        this.most = settings.keptBytes();
        this.ticker = ticker;
    }

    Optional<Kept> of(String address) {
        return of(address, nanos);
    }

    /** The last one, also when it would be made anew now: for who would get none otherwise. */
    Optional<Kept> old(String address) {
        return of(address, OLDEST.toNanos());
    }

    private synchronized Optional<Kept> of(String address, long youngerThan) {
        var kept = all.get(address);
        return kept != null && ticker.getAsLong() - kept.since < youngerThan ? Optional.of(kept) : Optional.empty();
    }

    /** Something that everybody could read was taken away: nothing that may hold it is given again, nor what is being made now. */
    @EventListener
    void forget(PublicTextChanged changed) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    forgetAll();
                }
            });
        } else {
            forgetAll();
        }
    }

    private synchronized void forgetAll() {
        all.clear();
        bytes = 0;
        changes++;
    }

    /** How often something was taken away; to be asked before an answer is made. */
    synchronized long changes() {
        return changes;
    }

    /** @param since the {@link #changes} before it was made; after another one it isn't kept */
    synchronized void keep(
            String address, Map<String, List<String>> headers, @Nullable String type, byte[] body, long since) {
        if (nanos == 0 || since != changes) {
            return;
        }
        bytes += body.length;
        var before = all.put(address, new Kept(headers, type, body, ticker.getAsLong()));
        bytes -= before == null ? 0 : before.body.length;
        var eldest = all.entrySet().iterator();
        while (bytes > most && eldest.hasNext()) {
            bytes -= eldest.next().getValue().body.length;
            eldest.remove();
        }
    }

    static final class Kept {

        private final Map<String, List<String>> headers;
        private final @Nullable String type;
        private final byte[] body;
        /** By the ticker. */
        private final long since;

        private Kept(Map<String, List<String>> headers, @Nullable String type, byte[] body, long since) {
            this.headers = headers;
            this.type = type;
            this.body = body;
            this.since = since;
        }

        /** All but the body. */
        void head(HttpServletResponse response) {
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            if (type != null) {
                response.setContentType(type);
            }
        }

        void body(HttpServletResponse response) throws IOException {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
