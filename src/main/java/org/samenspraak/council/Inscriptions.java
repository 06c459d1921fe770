package org.samenspraak.council;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Councils.Inscribed;
import org.samenspraak.council.Councils.Inscription;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.News;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Recognitions and registrations, one after the other; at most one runs. */
@Component
class Inscriptions {

    private final InscriptionRecords records;
    private final CouncilRecords councils;
    private final CouncilHistory history;
    private final ApplicationEventPublisher events;

    Inscriptions(
            InscriptionRecords records,
            CouncilRecords councils,
            CouncilHistory history,
            ApplicationEventPublisher events) {
        this.records = records;
        this.councils = councils;
        this.history = history;
        this.events = events;
    }

    List<Inscribed> of(CouncilId council) {
        return records.of(council);
    }

    void add(CouncilId id, Inscription inscription, Actor by) {
        var council = councils.lock(id);
        var before = records.of(id).stream().findFirst();
        if (before.filter(last -> last.inscription().caseId().equals(inscription.caseId()))
                .isPresent()) {
            return;
        }
        var until = inscription.until();
        if (until != null && until.isBefore(inscription.from())) {
            throw Refusal.of("until", "council.refusal.ends-before-start");
        }
        records.endRunning(id, inscription.from().minusDays(1), null, null);
        records.add(id, inscription);
        var standing = inscription.recognised() ? Standing.RECOGNISED : Standing.REGISTERED;
        councils.inscribe(id, standing, unbroken(council, before, inscription), until, inscription.level());
        history.add(
                id,
                "council.inscribed",
                words(standing, inscription),
                inscription.conditions(),
                inscription.caseId(),
                by);
        events.publishEvent(new CouncilRecognised(id, inscription.caseId(), inscription.from(), until));
        var kind = inscription.recognised() ? "recognised" : "registered";
        events.publishEvent(news(council, kind, inscription.from()));
    }

    void end(CouncilId id, Standing as, LocalDate on, String reason, @Nullable CaseId caseId, Actor by) {
        if (as != Standing.EXPIRED && as != Standing.WITHDRAWN && as != Standing.REFUSED) {
            throw new IllegalArgumentException("not an end: " + as);
        }
        if (reason.isBlank() && as != Standing.EXPIRED) {
            throw Refusal.of("reason", "council.refusal.reason-missing");
        }
        var why = reason.isBlank() ? null : reason.strip();
        var council = councils.lock(id);
        if (as == Standing.REFUSED) {
            refuse(council);
        } else if (records.endRunning(id, on, as, why)) {
            councils.end(id, as, on);
            events.publishEvent(new CouncilEnded(id, as, on, why));
            events.publishEvent(news(council, "ended", on));
        } else {
            throw new Refusal("council.refusal.not-in-register");
        }
        history.add(id, "council.ended", Map.of("as", as.name(), "on", on.toString()), why, caseId, by);
    }

    /** The register is public. */
    private static News news(CouncilView council, String kind, LocalDate day) {
        return new News(
                kind + ":" + council.id() + ":" + day,
                kind,
                council.name(),
                day,
                council.id(),
                council.area(),
                Set.of(),
                "/publiek/raden/" + council.id());
    }

    private void refuse(CouncilView council) {
        if (!council.inRegister()) {
            councils.stand(council.id(), Standing.REFUSED);
        }
    }

    /** A renewal that follows on the last day keeps the first day, also when it was decided later. */
    private static LocalDate unbroken(CouncilView council, Optional<Inscribed> before, Inscription next) {
        var first = council.from();
        var lastDay = before.map(last -> earlier(last.inscription().until(), last.endedOn()))
                .orElse(null);
        var follows = before.isPresent()
                && (lastDay == null || !lastDay.isBefore(next.from().minusDays(1)));
        return follows && first != null && first.isBefore(next.from()) ? first : next.from();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static Map<String, String> words(Standing standing, Inscription inscription) {
        var words = new HashMap<>(
                Map.of("standing", standing.name(), "from", inscription.from().toString()));
        var until = inscription.until();
        words.put("until", until == null ? "" : until.toString());
        return words;
    }
}
