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
            List.of("id", "name", "kind", "area", "standing", "from", "until", "level", "url", "area_id");

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
            "url",
            "corrected",
            "council_ids");

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
            "passed_until",
            "council_ids",
            "last_day");

    private static final List<String> QUESTION = List.of(
            "number",
            "subject",
            "domain",
            "asked",
            "on_behalf_of",
            "question",
            "still_open",
            "decided_by",
            "decision_number",
            "decision_day",
            "outcome",
            "reason",
            "link",
            "look_back",
            "looked_back_on",
            "url",
            "last_day");

    private final PublicRegister register;
    private final RegisterHistory history;
    private final PublishedAdvice advice;
    private final Municipality municipality;
    private final List<DataSet> all;

    DataSets(
            PublicRegister register,
            RegisterHistory history,
            PublishedAdvice advice,
            List<DataSource> others,
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
                                new DataSet("punten", POINT, this::points),
                                new DataSet("adviesvragen", QUESTION, this::questions),
                                new DataSet("gebieden", List.of("id", "name", "within"), this::areas)),
                        others.stream().flatMap(other -> other.sets().stream()))
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
                    municipality.baseUrl() + "/publiek/raden/" + one.id(),
                    one.areaId());
        }
    }

    private void areas(Rows rows) throws IOException {
        for (var area : register.areas()) {
            rows.row(
                    area.id().value(),
                    area.name(),
                    area.within() == null ? null : area.within().value());
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
                    municipality.baseUrl() + "/publiek/adviezen/" + one.number(),
                    one.corrected(),
                    one.councilIds());
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
                        point.passedUntil(),
                        council.ids(),
                        council.lastDay());
            }
        }
    }

    /** What was asked and what was decided; advice that nobody asked has neither. */
    private void questions(Rows rows) throws IOException {
        each(one -> {
            var shown = advice.find(one.number());
            if (shown.isPresent()) {
                question(shown.get(), rows);
            }
        });
    }

    private void question(PublicAdvice shown, Rows rows) throws IOException {
        var question = Optional.ofNullable(shown.question());
        var decision = Optional.ofNullable(shown.decision());
        rows.row(
                shown.number(),
                shown.subject(),
                shown.domain(),
                question.map(PublicAdvice.Question::asked).orElse(null),
                question.map(PublicAdvice.Question::onBehalfOf).orElse(null),
                question.map(PublicAdvice.Question::text).orElse(null),
                question.map(PublicAdvice.Question::stillOpen).orElse(null),
                decision.map(PublicAdvice.Decision::organ).orElse(null),
                decision.map(PublicAdvice.Decision::number).orElse(null),
                decision.map(PublicAdvice.Decision::day).orElse(null),
                decision.map(PublicAdvice.Decision::outcome).orElse(null),
                decision.map(PublicAdvice.Decision::reason).orElse(null),
                decision.map(PublicAdvice.Decision::link).orElse(null),
                decision.map(PublicAdvice.Decision::lookBack).orElse(null),
                decision.map(PublicAdvice.Decision::lookedBackOn).orElse(null),
                municipality.baseUrl() + "/publiek/adviezen/" + shown.number(),
                question.map(PublicAdvice.Question::lastDay).orElse(null));
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
