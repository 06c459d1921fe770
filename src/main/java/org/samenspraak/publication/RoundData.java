package org.samenspraak.publication;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.DataSet.Rows;
import org.samenspraak.wijkbudget.PublicProgress;
import org.samenspraak.wijkbudget.PublicResult;
import org.samenspraak.wijkbudget.PublicResults;
import org.samenspraak.wijkbudget.PublicRound;
import org.samenspraak.wijkbudget.PublicRounds;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rounds of the neighbourhood budget as open data; amounts are in euros. */
@Component
@Order(4)
class RoundData implements DataSource {

    private static final int PIECE = 200;
    private static final String PATH = "/publiek/wijkbudget/";

    private static final List<String> ROUND = List.of(
            "number", "title", "opens", "phase", "standing", "total", "regulation", "regulation_version", "url");

    private static final List<String> AREA = List.of(
            "round",
            "area",
            "inhabitants",
            "vulnerable",
            "counted",
            "assumed",
            "takes_part",
            "amount",
            "reach_groups",
            "reach",
            "area_id");

    private static final List<String> PHASE = List.of("round", "phase", "begins", "ends", "moves");

    private static final List<String> IDEA = List.of(
            "round",
            "number",
            "area",
            "title",
            "idea",
            "need",
            "place",
            "estimate",
            "outcome",
            "reason",
            "promised",
            "merged_into",
            "url",
            "area_id");

    private static final List<String> PROJECT = List.of(
            "round",
            "id",
            "number",
            "area",
            "title",
            "summary",
            "state",
            "cost",
            "yearly",
            "ideas",
            "url",
            "reason",
            "late",
            "rank",
            "votes",
            "deviation",
            "area_id",
            "points");

    private static final List<String> PROGRESS = List.of("round", "project", "kind", "day", "due", "amount", "words");

    private static final List<String> BALLOTS =
            List.of("round", "area_id", "area", "ballots", "rejected", "hidden", "file", "receipts", "steps");

    private final PublicRounds rounds;
    private final PublicResults results;
    private final PublicProgress running;
    private final Municipality municipality;

    RoundData(PublicRounds rounds, PublicResults results, PublicProgress running, Municipality municipality) {
        this.rounds = rounds;
        this.results = results;
        this.running = running;
        this.municipality = municipality;
    }

    @Override
    public List<DataSet> sets() {
        return List.of(
                new DataSet("wijkbudget-rondes", ROUND, this::rounds),
                new DataSet("wijkbudget-gebieden", AREA, this::areas),
                new DataSet("wijkbudget-fasen", PHASE, this::phases),
                new DataSet("wijkbudget-ideeen", IDEA, this::ideas),
                new DataSet("wijkbudget-projecten", PROJECT, this::projects),
                new DataSet("wijkbudget-voortgang", PROGRESS, this::progress),
                new DataSet("wijkbudget-stembestanden", BALLOTS, this::ballots));
    }

    private void rounds(Rows rows) throws IOException {
        each(round -> rows.row(
                round.number(),
                round.title(),
                round.opens(),
                round.phase(),
                round.standing(),
                euros(round.cents()),
                round.regulation(),
                round.version(),
                url(round.number())));
    }

    private void areas(Rows rows) throws IOException {
        each(round -> {
            for (var area : round.areas()) {
                rows.row(
                        round.number(),
                        area.name(),
                        area.inhabitants(),
                        area.vulnerable(),
                        area.counted(),
                        area.assumed(),
                        area.takesPart(),
                        euros(area.cents()),
                        area.reachGroups(),
                        area.reach(),
                        area.id());
            }
        });
    }

    private void phases(Rows rows) throws IOException {
        each(round -> {
            for (var days : round.phases()) {
                rows.row(round.number(), days.phase(), days.begins(), days.ends(), days.moves());
            }
        });
    }

    private void ideas(Rows rows) throws IOException {
        each(round -> {
            String after = null;
            for (var piece = rounds.ideas(round.number(), null, after, PIECE);
                    !piece.isEmpty();
                    piece = rounds.ideas(round.number(), null, after, PIECE)) {
                for (var one : piece) {
                    idea(round, one, rows);
                    after = one.number();
                }
            }
        });
    }

    private void idea(PublicRound round, PublicRound.IdeaRow one, Rows rows) throws IOException {
        rows.row(
                round.number(),
                one.number(),
                one.areaName(),
                one.title(),
                one.idea(),
                one.need(),
                one.place(),
                euros(one.cents()),
                one.outcome(),
                one.reason(),
                one.promised(),
                one.merged(),
                url(round.number() + "/ideeen/" + one.number()),
                one.area());
    }

    private void projects(Rows rows) throws IOException {
        each(round -> {
            var lines = lines(round.number());
            for (var one : rounds.projects(round.number())) {
                var line = lines.get(one.id());
                rows.row(
                        round.number(),
                        one.id(),
                        one.number(),
                        one.area(),
                        one.title(),
                        one.summary(),
                        one.state(),
                        euros(one.cents()),
                        euros(one.yearly()),
                        one.ideas().stream().map(PublicRound.Origin::number).toList(),
                        url(round.number() + "/projecten/" + one.id()),
                        one.reason(),
                        one.late(),
                        line == null ? null : line.rank(),
                        line == null ? null : line.votes(),
                        line == null ? null : line.deviation(),
                        one.areaId(),
                        line == null ? null : line.points());
            }
        });
    }

    private void progress(Rows rows) throws IOException {
        each(round -> {
            for (var line : running.of(round.number())) {
                rows.row(
                        round.number(),
                        line.project(),
                        line.kind(),
                        line.day(),
                        line.due(),
                        euros(line.cents()),
                        line.words());
            }
        });
    }

    /** Where the ballots of each area are, to count again; none of an area where few voted. */
    private void ballots(Rows rows) throws IOException {
        each(round -> {
            for (var area :
                    results.of(round.number()).map(PublicResult.Results::areas).orElse(List.of())) {
                var voted = area.turnout();
                var at = municipality.baseUrl() + "/stemmen/" + round.number();
                var site = municipality.baseUrl() + PATH + round.number() + "/uitslag";
                if (voted != null || area.few()) {
                    rows.row(
                            round.number(),
                            area.id(),
                            area.name(),
                            voted == null ? null : voted.ballots(),
                            voted == null ? null : voted.rejected(),
                            area.few(),
                            area.few() ? null : site + "/" + area.id() + ".pb",
                            at + "/biljetten.txt",
                            area.few() ? null : site + "/" + area.id() + ".csv");
                }
            }
        });
    }

    /** What the count and the organ said of each project, once everybody may know. */
    private Map<UUID, PublicResult.Line> lines(String round) {
        return results.of(round).stream()
                .flatMap(all -> all.areas().stream())
                .flatMap(area -> area.lines().stream())
                .collect(Collectors.toMap(PublicResult.Line::project, Function.identity()));
    }

    private void each(Work work) throws IOException {
        var piece = rounds.page(null, PIECE);
        while (!piece.isEmpty()) {
            for (var row : piece) {
                var round = rounds.find(row.number());
                if (round.isPresent()) {
                    work.on(round.get());
                }
            }
            piece = rounds.page(piece.get(piece.size() - 1).number(), PIECE);
        }
    }

    private String url(String rest) {
        return municipality.baseUrl() + PATH + rest;
    }

    private static @Nullable BigDecimal euros(@Nullable Long cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, 2);
    }

    private interface Work {
        void on(PublicRound round) throws IOException;
    }
}
