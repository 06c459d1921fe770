package org.samenspraak.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Messages.Addressee;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Mandates.Mandate;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.web.Throttle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions to a council: each task offered to a council becomes one prompt per person asked, with a link of their own. */
@Service
public class Prompts {

    /** The property of a task for a council whose answer counts for who reads it alone. */
    private static final String SIGNED_BY = "signed_by";

    private static final String BY_READER = "reader";

    /** The same, of somebody else than who did what it is about. */
    private static final String BY_SECOND = "second";

    private static final UUID NOBODY = new UUID(0, 0);

    /** How often one link is asked for in an hour, also one that doesn't exist. */
    static final int MOST_AGAIN = 5;

    private final PromptRows rows;
    private final UnreachedRows unreached;
    private final AskedLinks asked;
    private final DisownedAddresses disowned;
    private final Messages messages;
    private final AccessLinks links;
    private final PromptMails mails;
    private final Reaching reaching;
    private final AnswerReceipts receipts;
    private final Cases cases;
    private final Mandates mandates;
    private final Timeline timeline;
    private final Throttle throttle;

    Prompts(
            PromptRows rows,
            UnreachedRows unreached,
            AskedLinks asked,
            DisownedAddresses disowned,
            Messages messages,
            AccessLinks links,
            PromptMails mails,
            Reaching reaching,
            AnswerReceipts receipts,
            Cases cases,
            Mandates mandates,
            Timeline timeline,
            Throttle throttle) {
        this.rows = rows;
        this.unreached = unreached;
        this.asked = asked;
        this.disowned = disowned;
        this.messages = messages;
        this.links = links;
        this.mails = mails;
        this.reaching = reaching;
        this.receipts = receipts;
        this.cases = cases;
        this.mandates = mandates;
        this.timeline = timeline;
        this.throttle = throttle;
    }

    /** What a link opens. Tells no more than the page may show; opening uses nothing up. */
    public Opening open(String token) {
        // what is claimed and not proved is looked up on, so that it takes as long as a guess
        var claimed = claimed(token);
        return claimed.filter(row -> links.proves(token, row.id(), row.recipient(), row.generation()))
                .map(this::opening)
                .or(() -> earlier(token, claimed))
                .orElseGet(() -> application(token));
    }

    /** The link was mailed to somebody who is not asked any more: another person or address has their place. */
    private Optional<Opening> earlier(String token, Optional<PromptRow> claimed) {
        var id = claimed.map(PromptRow::id).orElse(NOBODY);
        var proved = messages.readers(id).stream()
                .filter(one -> links.proves(token, id, one.address(), one.generation()))
                .toList();
        return claimed.filter(row -> proved.stream().anyMatch(one -> !row.isFor(one.name(), one.address())))
                .map(row -> new Opening.Earlier(row.taskId(), row.function()));
    }

    private Opening application(String token) {
        var id = links.claimed(token).orElse(NOBODY);
        var receipt = messages.addressee(Receipts.key(new CaseId(id)));
        // a guess costs as much work as a hit
        var proved = links.proves(token, id, receipt.map(Addressee::address).orElse(""), AccessLinks.OF_RECEIPT);
        return receipt.filter(who -> proved)
                .map(who -> hasLeft(new CaseId(id), who)
                        ? new Opening.Left()
                        : new Opening.Applied(new CaseId(id), who.name()))
                .orElseGet(Opening.Unknown::new);
    }

    private boolean hasLeft(CaseId caseId, Addressee who) {
        var council = cases.get(caseId).council();
        return council != null && mandates.hasLeft(council, who.address());
    }

    private Optional<PromptRow> claimed(String token) {
        return rows.find(links.claimed(token).orElse(NOBODY));
    }

    private Opening opening(PromptRow row) {
        var mandate = mandate(row);
        var opening = state(row, mandate == Mandate.SENDS);
        var tellsNothing = opening instanceof Opening.Withdrawn withdrawn && withdrawn.moved();
        return mandate == Mandate.NONE && !tellsNothing ? new Opening.Left() : opening;
    }

    private Mandate mandate(PromptRow row) {
        return mandates.of(row.council(), row.recipientName(), row.recipient());
    }

    Opening state(PromptRow row, boolean maySend) {
        return switch (row.state()) {
            case OPEN ->
                new Opening.Open(
                        row.id(),
                        row.taskId(),
                        row.caseId(),
                        row.council(),
                        row.recipientName(),
                        row.function(),
                        maySend);
            case ANSWERED -> {
                var reader = new Opening.Reader(row.council(), row.recipientName(), row.function(), maySend);
                yield new Opening.Answered(row.caseId(), row.taskId(), reader, row.answeredBy(), row.closedAt());
            }
            case EXPIRED -> new Opening.Expired(row.taskId(), row.council(), maySend);
            case WITHDRAWN ->
                new Opening.Withdrawn(
                        row.caseId(),
                        row.taskId(),
                        !row.council().equals(cases.get(row.caseId()).council()));
        };
    }

    /**
     * Lets {@link LinkRound} mail the link again to the address we know, for a link of today or of an earlier contact. Who
     * asks learns nothing: a guess is counted and costs the same.
     *
     * @return false when this link was asked for five times in an hour
     */
    @Transactional
    public boolean askAgain(String token) {
        var id = links.claimed(token).orElseGet(() -> UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)));
        if (!throttle.take("again", id.toString(), MOST_AGAIN, Throttle.HOUR)) {
            return false;
        }
        asked.add(id);
        return true;
    }

    /**
     * Keeps who of the council answered, for the others, files the receipt and mails it to all who were asked. Nobody with an
     * address leaves a note for the office.
     */
    @Transactional
    public void received(OpenTask task, String by) {
        received(task.caseId(), task.id(), task.name(), by);
    }

    /** The same for a task that is gone; nothing when nobody was asked. */
    @Transactional
    public void received(String taskId, String by) {
        rows.ofTask(taskId).stream().findFirst().ifPresent(row -> received(row.caseId(), taskId, row.taskName(), by));
    }

    private void received(CaseId caseId, String taskId, String question, String by) {
        rows.answeredBy(taskId, by);
        var receipt = receipts.file(caseId, taskId, question, by);
        var asked = rows.ofTask(taskId).stream()
                .filter(row -> row.state() != PromptState.WITHDRAWN && !row.disowned())
                .toList();
        var part = receipts.find(caseId, taskId, false);
        asked.forEach(row -> mails.receipt(row, by, (mandate(row) == Mandate.SENDS ? receipt : part).orElse(null)));
        if (asked.isEmpty()) {
            timeline.add(caseId, "correspondence.receipt-unsent", Map.of("task", question), null, Actor.SYSTEM);
        }
    }

    /**
     * Somebody who opened a link says that it is not for them: all links of that mail address die and somebody is asked to
     * reach the council. The questions stay open, also for others of the council; that address gets nothing until the office
     * says that it is right.
     */
    @Transactional
    public void wrongReader(UUID prompt) {
        disowned.add(prompt).forEach(reaching::wrongReader);
    }

    /** Whether only one person of the council may answer, such as who signs. */
    public static boolean isPersonal(OpenTask task) {
        return task.groups().stream().anyMatch(Asking::isForOne);
    }

    /** Whether who answers is whom the link is for, or who signed in, and never a name that is typed: what a second person confirms. */
    public static boolean isSigned(OpenTask task) {
        return isPersonal(task)
                || isForSecond(task)
                || BY_READER.equals(task.properties().get(SIGNED_BY));
    }

    /** Whether it is for somebody else of the council than who did what it is about; each answers for themselves. */
    static boolean isForSecond(OpenTask task) {
        return BY_SECOND.equals(task.properties().get(SIGNED_BY));
    }

    /** Who share what was typed to a question and not sent: all of the council, or each reader alone where a second one confirms. */
    public static String party(OpenTask task, CouncilId council, String reader) {
        return isForSecond(task) ? council + ":" + reader : council.toString();
    }

    /** The terms of questions that wait for an answer in this case. */
    public Set<String> termsAsked(CaseId caseId) {
        return rows.termsAsked(caseId);
    }

    /** Whether somebody who can be mailed still has to answer within this term. */
    public boolean isAsked(CaseId caseId, String term, @Nullable String scope) {
        return rows.openOf(caseId, term, scope).stream().anyMatch(row -> !row.disowned());
    }

    /** When a council was first asked it, also when there was nobody to mail; none when no council was. */
    public Optional<Instant> askedAt(String taskId) {
        return rows.ofTask(taskId).stream()
                .map(PromptRow::openedAt)
                .min(Comparator.naturalOrder())
                .or(() -> unreached.since(taskId));
    }

    /** Newest first, at most {@code limit}, after the last one of the page before. */
    public List<Row> page(CaseId caseId, @Nullable UUID after, int limit) {
        return rows.page(caseId, after, limit).stream().map(Prompts::row).toList();
    }

    private static Row row(PromptRow row) {
        return new Row(
                row.id(),
                row.taskName(),
                row.taskNameEn(),
                row.recipientName(),
                row.function(),
                row.openedAt(),
                row.state().name(),
                row.answeredBy(),
                row.closedAt());
    }

    /** Questions that reached nobody: no mail address, or one that the mail server refuses. Oldest first. */
    public List<Unreached> unreached(int limit) {
        return unreached.oldest(limit);
    }

    /**
     * @param state OPEN, ANSWERED, EXPIRED or WITHDRAWN
     * @param answeredBy who sent the answer, or none
     * @param closedAt when it was answered, withdrawn or too late, or none
     */
    public record Row(
            UUID id,
            String taskName,
            @Nullable String taskNameEn,
            String to,
            String function,
            Instant openedAt,
            String state,
            @Nullable String answeredBy,
            @Nullable Instant closedAt) {

        public String name(boolean english) {
            return english && taskNameEn != null ? taskNameEn : taskName;
        }
    }

    public record Unreached(CaseId caseId, CouncilId council, String taskName, Instant since) {}
}
