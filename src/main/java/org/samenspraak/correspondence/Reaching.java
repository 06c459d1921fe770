package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.correspondence.UndeliveredMails.Failed;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a council did not get becomes a task to reach it, until there is a right address: then it goes out again. */
@Component
class Reaching implements Prefill {

    private static final Logger LOG = LoggerFactory.getLogger(Reaching.class);
    private static final String PROCESS = "reach-council";
    private static final String REACHED = "council-reached";

    /** More cases than a council has in which a mail can still be waiting for an address. */
    private static final int CASES = 500;

    private final UndeliveredMails undelivered;
    private final DisownedAddresses disowned;
    private final Messages messages;
    private final CouncilContacts contacts;
    private final Cases cases;
    private final Processes processes;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final MessageSource texts;

    Reaching(
            UndeliveredMails undelivered,
            DisownedAddresses disowned,
            Messages messages,
            CouncilContacts contacts,
            Cases cases,
            Processes processes,
            Timeline timeline,
            TransactionTemplate transaction,
            MessageSource texts) {
        this.undelivered = undelivered;
        this.disowned = disowned;
        this.messages = messages;
        this.contacts = contacts;
        this.cases = cases;
        this.processes = processes;
        this.timeline = timeline;
        this.transaction = transaction;
        this.texts = texts;
    }

    /** One task per case, in a transaction of its own: what goes wrong in one case keeps no mail of another. */
    void ask() {
        for (var caseId : undelivered.unreported()) {
            try {
                transaction.executeWithoutResult(status -> ask(caseId));
            } catch (RuntimeException e) {
                LOG.error("Nobody could be asked to reach the council of case {}", caseId, e);
            }
        }
    }

    private void ask(CaseId caseId) {
        undelivered.of(caseId).stream()
                .filter(mail -> !mail.reported())
                .forEach(mail -> timeline.add(
                        caseId,
                        "correspondence.undelivered",
                        Map.of("subject", mail.subject(), "who", mail.to()),
                        null,
                        Actor.SYSTEM));
        undelivered.reported(caseId);
        start(caseId);
    }

    /** The wrong person reads what a council is asked. */
    void wrongReader(PromptRow row) {
        var args = new HashMap<>(Timeline.named("task", row.taskName(), row.taskNameEn()));
        args.put("who", row.recipientName());
        timeline.add(row.caseId(), "correspondence.wrong-reader", args, null, Actor.SYSTEM);
        start(row.caseId());
    }

    private void start(CaseId caseId) {
        if (!processes.awaits(caseId, REACHED)) {
            processes.start(PROCESS, caseId, Map.of(), Actor.SYSTEM);
        }
    }

    /** The contacts of a council are right now: what failed goes to them, and who was to reach the council need not any more. */
    void again(CouncilId council) {
        var people = contacts.readers(council);
        undelivered.dropGone(council);
        undelivered.withdrawOutdated();
        for (var dossier : cases.search(new CaseSearch(null, Set.of(), council, null, null), null, CASES)) {
            undelivered.of(dossier.id()).forEach(mail -> again(mail, people));
            if (nothingLeft(dossier) && processes.awaits(dossier.id(), REACHED)) {
                processes.signal(dossier.id(), REACHED, Map.of(), Actor.SYSTEM);
            }
        }
    }

    private void again(Failed mail, List<Officer> people) {
        people.stream()
                .filter(officer -> isFor(mail, officer) && !officer.address().equals(mail.to()))
                .findFirst()
                .ifPresent(officer -> {
                    if (mail.asks()) {
                        messages.withdraw(mail.id()); // the question itself was asked again, with a new link
                    } else {
                        undelivered.readdress(mail.id(), officer.address(), officer.name());
                        messages.resend(mail.id());
                    }
                });
    }

    private static boolean isFor(Failed mail, Officer officer) {
        return mail.toName().equals(officer.name()) || mail.key().endsWith(":" + officer.function());
    }

    private boolean nothingLeft(CaseView dossier) {
        return undelivered.of(dossier.id()).isEmpty()
                && undelivered.unasked(dossier.id()).isEmpty()
                && disowned.of(dossier.id()).stream().noneMatch(row -> row.state() == PromptState.OPEN);
    }

    @Override
    public String source() {
        return "correspondence";
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        if (caseId == null) {
            return Map.of();
        }
        var lines = new ArrayList<String>();
        undelivered.of(caseId).forEach(mail -> lines.add(line(mail)));
        undelivered.unasked(caseId).forEach(task -> lines.add(say("correspondence.unasked", task)));
        disowned.of(caseId)
                .forEach(row -> lines.add(
                        say("correspondence.disowned", row.taskName(), row.recipientName(), row.recipient())));
        return lines.isEmpty() ? Map.of() : Map.of("undelivered", String.join("\n", lines));
    }

    private String line(Failed mail) {
        return say(
                "correspondence.undelivered",
                mail.subject(),
                mail.toName(),
                mail.to(),
                say("correspondence.problem." + mail.problem()));
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
