package org.samenspraak.casefile;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has files scanned that came from outside. What can't be scanned now waits; what is infected loses its content. */
@Component
class Scanning {

    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);
    private static final int IN_ONE_ROUND = 50;

    private final DocumentRecords records;
    private final ClamAv scanner;
    private final boolean on;
    private final Timeline timeline;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Scanning(
            DocumentRecords records,
            CaseFileSettings settings,
            Timeline timeline,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.scanner = new ClamAv(settings.scanner());
        this.on = settings.scanner().isOn();
        this.timeline = timeline;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a file from outside begins with. */
    Documents.Scan first() {
        return on ? Documents.Scan.WAITING : Documents.Scan.NONE;
    }

    /** Asks the scanner about a file that waits. Outside a transaction: a slow scanner must not hold a connection. */
    Documents.Scan scan(UUID document) {
        var before = records.scan(document);
        if (!on || before != Documents.Scan.WAITING) {
            return before;
        }
        try {
            records.tried(document, clock.instant());
            var found = scanner.scan(records.content(document));
            transaction.executeWithoutResult(status -> settle(document, found));
            return records.scan(document);
        } catch (IOException e) {
            LOG.warn("Document {} waits, it could not be scanned: {}", document, e.getMessage());
            return Documents.Scan.WAITING;
        }
    }

    /** Stops at the first that fails: the others would wait for the same. It comes last next time. */
    @Scheduled(fixedDelayString = "PT30S")
    void scanWhatWaits() {
        if (on) {
            records.waiting(IN_ONE_ROUND).stream()
                    .takeWhile(it -> scan(it) != Documents.Scan.WAITING)
                    .forEach(it -> LOG.info("Document {} was scanned later", it));
        }
    }

    private void settle(UUID document, String found) {
        var infected = !found.isEmpty();
        var settled = records.settle(document, infected ? Documents.Scan.INFECTED : Documents.Scan.CLEAN);
        if (settled.isPresent() && infected) {
            var file = settled.get();
            LOG.warn("Document {} was infected ({}) and is removed", document, found);
            records.removeContent(document);
            audit.add(Act.FILE_INFECTED, Actor.SYSTEM, document, file.by() + ": " + file.name() + " (" + found + ")");
            if (file.caseId() != null) {
                timeline.add(file.caseId(), "document.infected", Map.of("name", file.name()), null, Actor.SYSTEM);
            }
        }
    }
}
