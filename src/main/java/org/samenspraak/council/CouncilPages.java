package org.samenspraak.council;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The register as officials see it: the list, and the council's page with its years. */
@Controller
@RequestMapping("/raden")
class CouncilPages {

    private static final int ROWS = 50;

    private final Councils councils;
    private final CouncilDossiers dossiers;
    private final CouncilTimeline timeline;
    private final Areas areas;
    private final Audit audit;

    CouncilPages(Councils councils, CouncilDossiers dossiers, CouncilTimeline timeline, Areas areas, Audit audit) {
        this.councils = councils;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.areas = areas;
        this.audit = audit;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable CouncilKind kind,
            @RequestParam(required = false) @Nullable UUID area,
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(required = false) @Nullable UUID after,
            SignedIn me,
            Model model) {
        var search = new CouncilSearch(
                q,
                kind,
                area == null ? Set.of() : areas.tree().inside(new AreaId(area)),
                standing == null ? Set.of() : Set.of(standing));
        var found = councils.search(search, after == null ? null : new CouncilId(after), ROWS + 1);
        var page = Page.of(found, ROWS, council -> council.id().toString());
        model.addAttribute("rows", rows(page.rows()));
        model.addAttribute("more", more(q, kind, area, standing, page.next()));
        model.addAttribute("q", q);
        model.addAttribute("kind", kind);
        model.addAttribute("area", area);
        model.addAttribute("standing", standing);
        model.addAttribute("kinds", CouncilKind.values());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("areas", areas.all());
        model.addAttribute("contacts", me.may(Permission.SEE_CONTACTS));
        return "council/list";
    }

    @GetMapping("/{id}")
    @Requires(Permission.SEE_OFFICE)
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable String trajectory,
            @RequestParam(required = false) @Nullable String before,
            SignedIn me,
            Model model) {
        var council = dossiers.find(id);
        var part = part(council, only, trajectory, before);
        model.addAttribute("dossier", dossiers.of(council));
        model.addAttribute("years", part.years());
        model.addAttribute("only", trajectory == null ? only : "cases");
        model.addAttribute("trajectory", trajectory);
        model.addAttribute("trajectories", timeline.trajectories(council.id()));
        model.addAttribute("codes", timeline.codes());
        model.addAttribute("older", part.next() == null ? null : older(council, only, trajectory, part.next()));
        model.addAttribute("mayEdit", me.may(Permission.EDIT_COUNCIL, council.area()));
        var contacts = me.may(Permission.SEE_CONTACTS, council.area());
        model.addAttribute("maySeeContacts", contacts);
        if (contacts) {
            audit.read(Act.CONTACTS_SEEN, me.actor(), council.id().value(), council.name());
        }
        return "council/council";
    }

    private CouncilTimeline.Part part(
            CouncilView council, @Nullable String only, @Nullable String trajectory, @Nullable String before) {
        try {
            return timeline.part(council.id(), only, trajectory, before);
        } catch (IllegalArgumentException noPlace) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static String older(CouncilView council, @Nullable String only, @Nullable String trajectory, String next) {
        return UriComponentsBuilder.fromPath("/raden/" + council.id())
                        .queryParamIfPresent("only", Optional.ofNullable(only))
                        .queryParamIfPresent("trajectory", Optional.ofNullable(trajectory))
                        .queryParam("before", "{before}")
                        .encode()
                        .buildAndExpand(next)
                        .toUriString()
                + "#years";
    }

    private List<CouncilRow> rows(List<CouncilView> found) {
        Map<AreaId, String> names = areas.all().stream().collect(Collectors.toMap(Area::id, Area::name));
        return found.stream()
                .map(council -> new CouncilRow(council, names.getOrDefault(council.area(), "")))
                .toList();
    }

    private static @Nullable String more(
            String q,
            @Nullable CouncilKind kind,
            @Nullable UUID area,
            @Nullable Standing standing,
            @Nullable String after) {
        return after == null
                ? null
                : UriComponentsBuilder.fromPath("/raden")
                        .queryParam("q", "{q}")
                        .queryParam("kind", kind == null ? "" : kind)
                        .queryParam("area", area == null ? "" : area)
                        .queryParam("standing", standing == null ? "" : standing)
                        .queryParam("after", after)
                        .encode()
                        .buildAndExpand(q)
                        .toUriString();
    }

    record CouncilRow(CouncilView council, String area) {}
}
