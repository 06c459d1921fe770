package org.samenspraak.correspondence;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaves the office: queued with the fact, sent at least once, kept as sent. */
@Service
public class Outbox {

    private final Messages messages;
    private final MessageList list;
    private final Postman postman;
    private final Envelopes envelopes;
    private final Reaching reaching;
    private final Timeline timeline;
    private final Cases cases;
    private final Audit audit;
    private final boolean linksShown;

    Outbox(
            Messages messages,
            MessageList list,
            Postman postman,
            Envelopes envelopes,
            Reaching reaching,
            Timeline timeline,
            Cases cases,
            Audit audit,
            CorrespondenceSettings settings) {
        this.envelopes = envelopes;
        this.linksShown = settings.links().shown();
        this.messages = messages;
        this.list = list;
        this.postman = postman;
        this.reaching = reaching;
        this.timeline = timeline;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * Queues a mail in the running transaction. A bad address is no reason to undo what it tells about: such a mail is
     * kept as failed.
     *
     * @return its id; of the earlier mail when the key was used before
     */
    @Transactional
    public UUID queue(Mail mail) {
        var id = UUID.randomUUID();
        var clean = mail.onOneLine();
        if (!messages.add(id, clean, Addresses.isGood(mail.to()) ? null : Problem.ADDRESS)) {
            return messages.withKey(Objects.requireNonNull(mail.key()));
        }
        if (mail.caseId() != null) {
            var args = Map.of("mail", id.toString(), "who", clean.toName(), "subject", clean.subject());
            timeline.add(mail.caseId(), "correspondence.mail", args, null, Actor.SYSTEM);
        }
        return id;
    }

    /** Whether a mail of one of these cases has still to leave the office. */
    @Transactional(readOnly = true)
    public boolean waits(Set<CaseId> cases) {
        return messages.waits(cases);
    }

    /** Whether a mail with this key was queued before. */
    boolean knows(String key) {
        return messages.knows(key);
    }

    /**
     * Hands over what is due now, also when two nodes do, and asks somebody to reach the councils that mail does not; returns
     * how many the mail server took.
     */
    @Scheduled(fixedDelayString = "PT10S")
    public int sendDue() {
        var sent = postman.sendDue();
        reaching.ask();
        return sent;
    }

    /** Whether there is a mail server; without one everything waits here. */
    public boolean hasServer() {
        return postman.hasServer();
    }

    public List<Row> of(CaseId caseId) {
        return page(caseId, null, Integer.MAX_VALUE);
    }

    /** What was queued in a case, newest first, at most {@code limit}, older than {@code before}. */
    public List<Row> page(CaseId caseId, @Nullable Long before, int limit) {
        return list.ofCase(caseId, before, limit);
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    public List<Row> page(State state, @Nullable Long before, int limit) {
        return list.page(MessageFilter.of(state), before, limit);
    }

    /** The mail as it goes out; a personal link shows as its placeholder. */
    public Sheet sheet(UUID id) {
        return list.sheet(id).orElseThrow(() -> new NotFound("correspondence.refusal.unknown"));
    }

    /**
     * In a demo, where the personal link of this mail leads, as a path of this office. Elsewhere nothing: who reads the
     * mails must not act for who gets them.
     */
    @Transactional(readOnly = true)
    public Optional<String> demoLink(UUID id) {
        return messages.find(id)
                .filter(due -> linksShown && due.text().contains(Mail.LINK))
                .map(due -> URI.create(envelopes.link(due)).getPath());
    }

    /** The same, of a mail about this case only. */
    public Sheet sheet(CaseId caseId, UUID id) {
        return list.sheet(id)
                .filter(sheet -> list.isOf(caseId, id))
                .orElseThrow(() -> new NotFound("correspondence.refusal.unknown"));
    }

    /**
     * The same for who opens it there, which the audit trail tells.
     *
     * @throws NotFound when there is no such link, or this is no demo
     */
    @Transactional
    public String openDemoLink(UUID id, Actor by) {
        var link = demoLink(id).orElseThrow(() -> new NotFound("correspondence.refusal.unknown"));
        record(Act.LINK_OPENED, id, by);
        return link;
    }

    /** Sends it once more, as a mail of its own; refuses what was withdrawn. */
    @Transactional
    public void resend(UUID id, Actor by) {
        if (!messages.resend(id)) {
            throw new Refusal("correspondence.refusal.resend");
        }
        record(Act.MAIL_RESENT, id, by);
    }

    /** Keeps a waiting or failed mail from being sent; refuses what went out already. */
    @Transactional
    public void withdraw(UUID id, Actor by) {
        if (!messages.withdraw(id)) {
            throw new Refusal("correspondence.refusal.withdraw");
        }
        record(Act.MAIL_WITHDRAWN, id, by);
    }

    /** By its subject: the trail names no members. What nobody did, such as a demo that ends its old mails, is no act. */
    private void record(Act act, UUID id, Actor by) {
        if (by.equals(Actor.SYSTEM)) {
            return;
        }
        var sheet = sheet(id);
        var subject = sheet.row().subject();
        audit.add(
                act,
                by,
                id,
                sheet.caseId() == null ? subject : cases.get(sheet.caseId()).number() + ": " + subject);
    }

    /**
     * @param key two mails with one key are one mail; none makes it unique
     * @param prompt the prompt whose link replaces {@link #LINK} when it is handed over, or none
     * @param attachments documents of the case
     * @param until from then on it isn't true any more, and is withdrawn instead of sent; none for what stays true
     * @param priority which goes first when many wait
     */
    public record Mail(
            @Nullable String key,
            @Nullable CaseId caseId,
            String to,
            String toName,
            String subject,
            String text,
            String html,
            @Nullable UUID prompt,
            List<UUID> attachments,
            @Nullable Instant until,
            Priority priority) {

        public Mail(
                @Nullable String key,
                @Nullable CaseId caseId,
                String to,
                String toName,
                String subject,
                String text,
                String html,
                @Nullable UUID prompt,
                List<UUID> attachments) {
            this(key, caseId, to, toName, subject, text, html, prompt, attachments, null);
        }

        public Mail(
                @Nullable String key,
                @Nullable CaseId caseId,
                String to,
                String toName,
                String subject,
                String text,
                String html,
                @Nullable UUID prompt,
                List<UUID> attachments,
                @Nullable Instant until) {
            this(key, caseId, to, toName, subject, text, html, prompt, attachments, until, Priority.NORMAL);
        }

        public Mail withPriority(Priority other) {
            return new Mail(key, caseId, to, toName, subject, text, html, prompt, attachments, until, other);
        }

        /** Stands in text and HTML where the personal link comes. */
        public static final String LINK = "[[link]]";

        /** Without what could start a header of its own. */
        Mail onOneLine() {
            return new Mail(
                    key,
                    caseId,
                    Addresses.onOneLine(to),
                    Addresses.onOneLine(toName),
                    Addresses.onOneLine(subject),
                    text,
                    html,
                    prompt,
                    attachments,
                    until,
                    priority);
        }
    }

    /** Which goes first when many wait. */
    public enum Priority {
        /** Somebody waits for it at this moment: a way in, a link asked for, a receipt. */
        HIGH(0),
        NORMAL(1),
        /** What many get at once: reminders, summaries, news. */
        LOW(2);

        private final int place;

        Priority(int place) {
            this.place = place;
        }

        int place() {
            return place;
        }
    }

    public enum State {
        WAITING,
        SENT,
        FAILED,
        WITHDRAWN
    }

    /** @param problem key of the reason after {@code correspondence.problem.}, or none */
    public record Row(
            long seq,
            UUID id,
            String to,
            String toName,
            String subject,
            State state,
            int tries,
            Instant nextTry,
            @Nullable String problem,
            Instant queuedAt,
            @Nullable Instant sentAt) {}

    public record Sheet(Row row, @Nullable CaseId caseId, String text, String html, int attachments) {}
}
