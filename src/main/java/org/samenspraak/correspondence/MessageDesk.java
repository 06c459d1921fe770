package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Outbox.Row;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;

/** The outbox for who looks after it: what is in it, how fast it empties, many mails at once. */
@Service
public class MessageDesk {

    private final MessageList list;
    private final Outbox outbox;
    private final Pace pace;
    private final boolean demo;
    private final Clock clock;

    MessageDesk(MessageList list, Outbox outbox, Pace pace, CorrespondenceSettings settings, Clock clock) {
        this.list = list;
        this.outbox = outbox;
        this.pace = pace;
        this.demo = settings.links().shown();
        this.clock = clock;
    }

    /** Whether who reads a mail may open its link. */
    public boolean isDemo() {
        return demo;
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    public List<Row> page(MessageFilter filter, @Nullable Long before, int limit) {
        return list.page(filter, before, limit);
    }

    public Flow flow() {
        var due = list.due();
        var most = pace.perMinute();
        var minutes = most == 0 ? 0 : (due + most - 1) / most;
        return new Flow(due, most, clock.instant().plus(Duration.ofMinutes(minutes)), list.trouble());
    }

    /** Each in a transaction of its own: one that is refused keeps no other. */
    public List<Result> resend(List<UUID> ids, Actor by) {
        return each(ids, id -> outbox.resend(id, by));
    }

    /** Each in a transaction of its own: one that is refused keeps no other. */
    public List<Result> withdraw(List<UUID> ids, Actor by) {
        return each(ids, id -> outbox.withdraw(id, by));
    }

    private List<Result> each(List<UUID> ids, Consumer<UUID> what) {
        return ids.stream()
                .distinct()
                .flatMap(id -> list.sheet(id).stream())
                .map(sheet ->
                        new Result(sheet.row().subject(), refusal(sheet.row().id(), what)))
                .toList();
    }

    private static @Nullable String refusal(UUID id, Consumer<UUID> what) {
        try {
            what.accept(id);
            return null;
        } catch (Refusal refusal) {
            return refusal.messageKey();
        }
    }

    /**
     * @param due how many could go out now
     * @param perMinute how many go out in a minute at most; 0 is as many as the mail server takes
     * @param done when the last of them is out by then
     * @param trouble key of the problem that keeps all of them, or none
     */
    public record Flow(int due, int perMinute, Instant done, Optional<String> trouble) {}

    /** @param refusal key of the reason why nothing happened, or none when it did */
    public record Result(String subject, @Nullable String refusal) {}
}
