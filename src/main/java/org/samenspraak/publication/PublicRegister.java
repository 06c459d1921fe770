package org.samenspraak.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Councils.Inscribed;
import org.samenspraak.council.Standing;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
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

    private final Councils councils;
    private final Areas areas;

    PublicRegister(Councils councils, Areas areas) {
        this.councils = councils;
        this.areas = areas;
    }

    /** By name; {@code ended} gives those that were in the register. */
    @Transactional(readOnly = true)
    public List<PublicCouncil> page(String text, boolean ended, @Nullable CouncilId after, int limit) {
        return search(new CouncilSearch(text, null, Set.of(), ended ? ENDED : IN), after, limit);
    }

    /** The whole register, also what ended. */
    @Transactional(readOnly = true)
    public List<PublicCouncil> all() {
        var search = new CouncilSearch(null, null, Set.of(), SEEN);
        var all = new ArrayList<PublicCouncil>();
        var piece = search(search, null, PIECE);
        all.addAll(piece);
        while (piece.size() == PIECE) {
            piece = search(search, new CouncilId(piece.get(PIECE - 1).id()), PIECE);
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

    private Entry entry(CouncilView council) {
        return new Entry(
                PublicCouncil.of(council, areas.get(council.area()).name()),
                council,
                councils.inscriptions(council.id()),
                seen(councils.successors(council.id())),
                seen(councils.predecessors(council.id())));
    }

    private List<PublicCouncil> search(CouncilSearch search, @Nullable CouncilId after, int limit) {
        Map<AreaId, String> names = areas.all().stream().collect(Collectors.toMap(Area::id, Area::name));
        return councils.search(search, after, limit).stream()
                .map(council -> PublicCouncil.of(council, names.getOrDefault(council.area(), "")))
                .toList();
    }

    private static List<CouncilView> seen(List<CouncilView> others) {
        return others.stream().filter(other -> SEEN.contains(other.standing())).toList();
    }

    /** Successors and predecessors are those that are public too. */
    record Entry(
            PublicCouncil shown,
            CouncilView council,
            List<Inscribed> inscriptions,
            List<CouncilView> successors,
            List<CouncilView> predecessors) {}
}
