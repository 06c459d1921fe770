package org.samenspraak.council;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilYears.Happening;
import org.samenspraak.council.CouncilYears.Place;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.Trajectory;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What every module knows of a council on one line, newest first, a page of it with one query for each kind. */
@Component
public class CouncilTimeline {

    private static final int ROWS = 40;

    private final List<CouncilYears> kinds;
    private final CaseYears cases;
    private final Municipality municipality;

    CouncilTimeline(List<CouncilYears> kinds, CaseYears cases, Municipality municipality) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparingInt(CouncilYears::order))
                .toList();
        this.cases = cases;
        this.municipality = municipality;
    }

    List<String> codes() {
        return kinds.stream().map(CouncilYears::code).toList();
    }

    /**
     * @param only the code of one kind, or none for all
     * @param trajectory of cases, nothing else then; or none
     * @param before where the page before ended, or none
     * @throws IllegalArgumentException when that is no place
     */
    @Transactional(readOnly = true)
    public Part part(CouncilId council, @Nullable String only, @Nullable String trajectory, @Nullable String before) {
        return trajectory == null
                ? part(council, before, kind -> only == null || only.equals(kind.code()))
                : part(council, before, kind -> kind == cases, cases.of(trajectory));
    }

    /** What its cases can be narrowed to. */
    List<Trajectory> trajectories(CouncilId council) {
        return cases.trajectories(council);
    }

    /** The same of what the council itself may see. */
    @Transactional(readOnly = true)
    public Part forCouncil(CouncilId council, @Nullable String before) {
        return part(council, before, CouncilYears::isForCouncil);
    }

    private Part part(CouncilId council, @Nullable String before, Predicate<CouncilYears> shown) {
        return part(council, before, shown, cases);
    }

    /** @param instead what stands for all cases */
    private Part part(CouncilId council, @Nullable String before, Predicate<CouncilYears> shown, CouncilYears instead) {
        var from = before == null ? null : Cursor.parse(before, codes());
        var found = new ArrayList<Row>();
        for (int order = 0; order < kinds.size(); order++) {
            var kind = kinds.get(order);
            if (shown.test(kind)) {
                var place = from == null ? Place.END : from.place(order);
                var asked = kind == cases ? instead : kind;
                for (var happening : asked.before(council, place, ROWS + 1)) {
                    found.add(new Row(order, happening));
                }
            }
        }
        found.sort(Comparator.comparing((Row row) -> row.happening().day())
                .reversed()
                .thenComparing(Row::order)
                .thenComparing(row -> row.happening().key(), Comparator.reverseOrder()));
        var page = Page.of(found, ROWS, row -> row.cursor(codes()));
        return new Part(years(page.rows()), page.next());
    }

    private List<Year> years(List<Row> rows) {
        var years = new ArrayList<Year>();
        rows.stream()
                .map(Row::happening)
                .collect(Collectors.groupingBy(
                        happening -> happening.day().atZone(municipality.zone()).getYear()))
                .forEach((year, happenings) -> years.add(new Year(year, happenings)));
        years.sort(Comparator.comparingInt(Year::year).reversed());
        return years;
    }

    private record Row(int order, Happening happening) {

        String cursor(List<String> codes) {
            return happening.day() + "_" + codes.get(order) + "_" + happening.key();
        }
    }

    /** Where a page ended: kinds before its own are through with that moment, those after it are not. */
    private record Cursor(int order, Place last) {

        static Cursor parse(String text, List<String> codes) {
            var parts = text.split("_", 3);
            if (parts.length < 3 || !codes.contains(parts[1])) {
                throw new IllegalArgumentException("no place on the timeline: " + text);
            }
            try {
                return new Cursor(codes.indexOf(parts[1]), new Place(Instant.parse(parts[0]), parts[2]));
            } catch (DateTimeException noMoment) {
                throw new IllegalArgumentException(noMoment);
            }
        }

        Place place(int other) {
            return other == order ? last : new Place(last.day(), other < order ? "" : Place.AFTER_ALL);
        }
    }

    /** @param next where the following page starts, or none at the end */
    public record Part(List<Year> years, @Nullable String next) {}

    public record Year(int year, List<Happening> happenings) {}
}
