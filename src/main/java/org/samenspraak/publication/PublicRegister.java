package org.samenspraak.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublicSearch;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.advice.PublishedAdvice.Row;
import org.samenspraak.agenda.PublicMeetings;
import org.samenspraak.agenda.PublicMeetings.PublicMeeting;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Councils.Inscribed;
import org.samenspraak.council.PublicContacts;
import org.samenspraak.council.Standing;
import org.samenspraak.grant.GrantYears;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.RoundNews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The part of the register that everybody sees: who is in it and who was, not who asked or was refused. */
@Component
class PublicRegister {

    private static final Set<Standing> IN = Set.of(Standing.RECOGNISED, Standing.REGISTERED);
    private static final Set<Standing> ENDED = Set.of(Standing.EXPIRED, Standing.WITHDRAWN);
    private static final Set<Standing> SEEN =
            Set.of(Standing.RECOGNISED, Standing.REGISTERED, Standing.EXPIRED, Standing.WITHDRAWN);
    private static final int PIECE = 500;
    /** Advice on the page of a council: the rest stands in the list. */
    private static final int MOST = 20;

    private final Councils councils;
    private final PublicContacts contacts;
    private final PublishedAdvice advice;
    private final List<PublicMeetings> meetings;
    private final RoundNews rounds;
    private final GrantYears grants;
    private final Areas areas;
    private final Municipality municipality;
    private final Dates dates;

    PublicRegister(
            Councils councils,
            PublicContacts contacts,
            PublishedAdvice advice,
            List<PublicMeetings> meetings,
            RoundNews rounds,
            GrantYears grants,
            Areas areas,
            Municipality municipality,
            Dates dates) {
        this.councils = councils;
        this.contacts = contacts;
        this.advice = advice;
        this.meetings = meetings;
        this.rounds = rounds;
        this.grants = grants;
        this.areas = areas;
        this.municipality = municipality;
        this.dates = dates;
    }

    /** By name; {@code ended} gives those that were in the register. An area holds all inside it. */
    @Transactional(readOnly = true)
    public List<PublicCouncil> page(RegisterSearch asked, @Nullable CouncilId after, int limit) {
        var inside = asked.area() == null ? Set.<AreaId>of() : areas.tree().inside(new AreaId(asked.area()));
        return search(new CouncilSearch(asked.q(), asked.kind(), inside, asked.isEnded() ? ENDED : IN), after, limit);
    }

    /** Those that are in the register there, or were. */
    Set<CouncilId> inArea(UUID area) {
        var inside = areas.tree().inside(new AreaId(area));
        return whole(SEEN).stream()
                .filter(council -> inside.contains(council.area()))
                .map(CouncilView::id)
                .collect(Collectors.toSet());
    }

    List<Area> areas() {
        return areas.all();
    }

    /** The areas that lie in no other, each with what lies in it and the councils of today. */
    @Transactional(readOnly = true)
    public List<Place> places() {
        var councils = today().stream().collect(Collectors.groupingBy(CouncilView::area));
        var inside = areas.all().stream().collect(Collectors.groupingBy(area -> Optional.ofNullable(area.within())));
        return places(Optional.empty(), inside, councils);
    }

    private static List<Place> places(
            Optional<AreaId> within,
            Map<Optional<AreaId>, List<Area>> inside,
            Map<AreaId, List<CouncilView>> councils) {
        return inside.getOrDefault(within, List.of()).stream()
                .map(area -> new Place(
                        area.id(),
                        area.name(),
                        councils.getOrDefault(area.id(), List.of()),
                        places(Optional.of(area.id()), inside, councils)))
                .toList();
    }

    /** The whole register, also what ended. */
    @Transactional(readOnly = true)
    public List<PublicCouncil> all() {
        return shown(whole(SEEN));
    }

    /** Those that are in the register today. */
    List<CouncilView> today() {
        return whole(IN);
    }

    private List<CouncilView> whole(Set<Standing> standings) {
        var search = new CouncilSearch(null, null, Set.of(), standings);
        var all = new ArrayList<CouncilView>();
        var piece = councils.search(search, null, PIECE);
        all.addAll(piece);
        while (piece.size() == PIECE) {
            piece = councils.search(search, piece.get(PIECE - 1).id(), PIECE);
            all.addAll(piece);
        }
        return all;
    }

    /** None for a council that never was in the register, as if it did not exist. */
    @Transactional(readOnly = true)
    public Optional<Entry> find(UUID id) {
        return councils.find(new CouncilId(id))
                .filter(council -> SEEN.contains(council.standing()))
                .map(this::entry);
    }

    /** None for a council that never was in the register. */
    Optional<String> name(UUID id) {
        return councils.find(new CouncilId(id))
                .filter(council -> SEEN.contains(council.standing()))
                .map(CouncilView::name);
    }

    private Entry entry(CouncilView council) {
        int year = dates.today().getYear();
        var advised = council.inRegister()
                ? advice.page(new PublicSearch(council.id(), null, year), null, MOST)
                : List.<Row>of();
        return new Entry(
                PublicCouncil.of(council, areas.get(council.area()).name()),
                council,
                councils.inscriptions(council.id()),
                seen(councils.successors(council.id())),
                seen(councils.predecessors(council.id())),
                council.inRegister() ? contacts.of(council.id()) : List.of(),
                year,
                advised,
                council.inRegister() ? meetings(council.id(), year) : List.of(),
                council.inRegister() ? rounds.parts(council.id(), council.area(), year, MOST) : List.of(),
                grants.of(council.id(), year));
    }

    private List<PublicMeeting> meetings(CouncilId council, int year) {
        return meetings.stream()
                .flatMap(some -> some.between(begin(year), begin(year + 1), Set.of(council), MOST).stream())
                .toList();
    }

    private Instant begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(municipality.zone()).toInstant();
    }

    private List<PublicCouncil> search(CouncilSearch search, @Nullable CouncilId after, int limit) {
        return shown(councils.search(search, after, limit));
    }

    private List<PublicCouncil> shown(List<CouncilView> found) {
        Map<AreaId, String> names = areas.all().stream().collect(Collectors.toMap(Area::id, Area::name));
        return found.stream()
                .map(council -> PublicCouncil.of(council, names.getOrDefault(council.area(), "")))
                .toList();
    }

    private static List<CouncilView> seen(List<CouncilView> others) {
        return others.stream().filter(other -> SEEN.contains(other.standing())).toList();
    }

    /**
     * Successors and predecessors are those that are public too.
     *
     * @param contacts what chair and secretary agreed to show
     * @param advised what was published of it this year
     * @param meetings of it this year that everybody may attend
     * @param rounds of the neighbourhood budget in its area this year, and projects that it carries out
     * @param own talk and grant of this year
     */
    record Entry(
            PublicCouncil shown,
            CouncilView council,
            List<Inscribed> inscriptions,
            List<CouncilView> successors,
            List<CouncilView> predecessors,
            List<PublicContacts.Shown> contacts,
            int year,
            List<Row> advised,
            List<PublicMeeting> meetings,
            List<RoundNews.Part> rounds,
            GrantYears.OfCouncil own) {

        /** Whether nothing is known of this year. */
        public boolean quiet() {
            return thisYear().isEmpty()
                    && advised.isEmpty()
                    && meetings.isEmpty()
                    && rounds.isEmpty()
                    && own.talk() == null
                    && own.granted() == null;
        }

        /** What was inscribed or ended this year, the newest first. */
        public List<Inscribed> thisYear() {
            return inscriptions.stream()
                    .filter(one -> one.inscription().from().getYear() == year
                            || (one.endedOn() != null && one.endedOn().getYear() == year))
                    .toList();
        }
    }

    /** An area; both lists by name. */
    record Place(AreaId id, String name, List<CouncilView> councils, List<Place> inside) {

        /** Councils in it and in what lies inside it. */
        public int all() {
            return councils.size() + inside.stream().mapToInt(Place::all).sum();
        }
    }
}
