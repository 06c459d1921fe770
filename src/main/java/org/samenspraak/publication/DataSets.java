package org.samenspraak.publication;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.samenspraak.advice.PublicAdvice;
import org.samenspraak.advice.PublicSearch;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.council.RegisterHistory;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.DataSet.Rows;
import org.springframework.stereotype.Component;

/** What there is as open data; never a person. */
@Component
class DataSets {

    private static final int PIECE = 200;

    private static final List<String> COUNCIL =
            List.of("id", "name", "kind", "area", "standing", "from", "until", "level", "url");

    private static final List<String> INSCRIPTION = List.of(
            "id",
            "council",
            "name",
            "recognised",
            "from",
            "until",
            "level",
            "decision_number",
            "decided_on",
            "ended_on",
            "ended_as");

    private static final List<String> ADVICE = List.of(
            "number",
            "subject",
            "domain",
            "year",
            "decision_day",
            "published",
            "councils",
            "points",
            "followed",
            "partly",
            "not",
            "answered",
            "passed_on",
            "noted",
            "owed",
            "url");

    private static final List<String> POINT = List.of(
            "advice",
            "council",
            "number",
            "kind",
            "topic",
            "text",
            "outcome",
            "reason",
            "place",
            "passed_to",
            "passed_until");

    private final PublicRegister register;
    private final RegisterHistory history;
    private final PublishedAdvice advice;
    private final Municipality municipality;
    private final List<DataSet> all;

    DataSets(
            PublicRegister register,
            RegisterHistory history,
            PublishedAdvice advice,
            RoundData rounds,
            Municipality municipality) {
        this.register = register;
        this.history = history;
        this.advice = advice;
        this.municipality = municipality;
        this.all = Stream.concat(
                        Stream.of(
                                new DataSet("raden", COUNCIL, this::councils),
                                new DataSet("inschrijvingen", INSCRIPTION, this::inscriptions),
                                new DataSet("adviezen", ADVICE, this::advice),
                                new DataSet("punten", POINT, this::points)),
                        rounds.sets().stream())
                .toList();
    }

    List<DataSet> all() {
        return all;
    }

    Optional<DataSet> find(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private void councils(Rows rows) throws IOException {
        for (var one : register.all()) {
            rows.row(
                    one.id(),
                    one.name(),
                    one.kind(),
                    one.area(),
                    one.standing(),
                    one.from(),
                    one.until(),
                    one.level(),
                    municipality.baseUrl() + "/publiek/raden/" + one.id());
        }
    }

    private void inscriptions(Rows rows) throws IOException {
        UUID after = null;
        for (var piece = history.part(after, PIECE); !piece.isEmpty(); piece = history.part(after, PIECE)) {
            for (var one : piece) {
                rows.row(
                        one.id(),
                        one.council(),
                        one.name(),
                        one.recognised(),
                        one.from(),
                        one.until(),
                        one.level(),
                        one.decisionNumber(),
                        one.decidedOn(),
                        one.endedOn(),
                        one.endedAs());
                after = one.id();
            }
        }
    }

    private void advice(Rows rows) throws IOException {
        each(one -> {
            var replies = one.replies();
            rows.row(
                    one.number(),
                    one.subject(),
                    one.domain(),
                    one.year(),
                    one.decisionDay(),
                    one.published(),
                    one.councils(),
                    replies.points(),
                    replies.followed(),
                    replies.partly(),
                    replies.not(),
                    replies.answered(),
                    replies.passedOn(),
                    replies.noted(),
                    replies.owed(),
                    municipality.baseUrl() + "/publiek/adviezen/" + one.number());
        });
    }

    /** Dossier by dossier, as its page is made: what is hidden there is hidden here. */
    private void points(Rows rows) throws IOException {
        each(one -> {
            var shown = advice.find(one.number());
            if (shown.isPresent()) {
                points(shown.get(), rows);
            }
        });
    }

    static void points(PublicAdvice shown, Rows rows) throws IOException {
        for (var council : shown.councils()) {
            for (var point : council.points()) {
                rows.row(
                        shown.number(),
                        council.name(),
                        point.number(),
                        point.kind(),
                        point.topic(),
                        point.text(),
                        point.outcome(),
                        point.reason(),
                        point.place(),
                        point.passedTo(),
                        point.passedUntil());
            }
        }
    }

    private void each(Work work) throws IOException {
        var piece = advice.page(PublicSearch.ALL, null, PIECE);
        while (!piece.isEmpty()) {
            for (var one : piece) {
                work.on(one);
            }
            piece = advice.page(PublicSearch.ALL, piece.get(piece.size() - 1).id(), PIECE);
        }
    }

    private interface Work {
        void on(PublishedAdvice.Row row) throws IOException;
    }
}
