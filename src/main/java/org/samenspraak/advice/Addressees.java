package org.samenspraak.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AskedCouncils.Reason;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Standing;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.process.Decisions;
import org.springframework.stereotype.Service;

/** Which councils a question concerns, by the table {@code advice-addressees}. */
@Service
class Addressees {

    static final String TABLE = "advice-addressees";

    /** More councils than a municipality has. */
    private static final int MOST = 1_000;

    private final Councils councils;
    private final Areas areas;
    private final Decisions decisions;

    Addressees(Councils councils, Areas areas, Decisions decisions) {
        this.councils = councils;
        this.areas = areas;
        this.decisions = decisions;
    }

    /** The councils of the register today, by name. */
    List<CouncilView> all() {
        return councils.search(
                new CouncilSearch(null, null, Set.of(), Set.of(Standing.RECOGNISED, Standing.REGISTERED)), null, MOST);
    }

    /** The councils that the table proposes with its reasons, by name. */
    Map<CouncilView, List<Reason>> proposed(Request request) {
        var all = all();
        var where = new Where(request.area());
        var judged = decisions.evaluate(
                request.caseId(),
                TABLE,
                all.stream().map(council -> facts(request, council, where)).toList());
        var proposed = new LinkedHashMap<CouncilView, List<Reason>>();
        for (int at = 0; at < all.size(); at++) {
            if (!judged.get(at).isEmpty()) {
                proposed.put(
                        all.get(at),
                        judged.get(at).stream().map(Addressees::reason).toList());
            }
        }
        return proposed;
    }

    private static Map<String, Object> facts(Request request, CouncilView council, Where where) {
        return Map.of(
                "domain", request.domain(),
                "kind", council.kind().name().toLowerCase(Locale.ROOT),
                "name", council.name().toLowerCase(Locale.ROOT),
                "where", where.of(council.area()),
                "level", Objects.requireNonNullElse(council.level(), "none"),
                "phase", request.phase(),
                "position", request.position());
    }

    private static Reason reason(Map<String, Object> row) {
        return new Reason(String.valueOf(row.get("nl")), String.valueOf(row.get("en")));
    }

    /** How the area of a council lies to that of the question. */
    private final class Where {

        private final @Nullable AreaId asked;
        private final Set<AreaId> inside;
        private final List<AreaId> related;

        Where(@Nullable AreaId asked) {
            this.asked = asked;
            this.inside = asked == null ? Set.of() : areas.tree().inside(asked);
            this.related = asked == null
                    ? List.of()
                    : areas.related(asked).stream().map(Area::id).toList();
        }

        String of(AreaId area) {
            if (asked == null) {
                return "whole";
            }
            if (area.equals(asked)) {
                return "same";
            }
            return inside.contains(area) ? "inside" : related.contains(area) ? "around" : "elsewhere";
        }
    }
}
