package org.samenspraak.grant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Standing;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Who starts rounds chooses the councils of one that runs: a few by name, or all of an area or a kind. */
@Controller
@RequestMapping("/rondes/{number}/raden")
class RoundCouncilPages {

    private static final int ROWS = 100;

    private final RoundPlaces places;
    private final RoundChoice choice;
    private final Rounds rounds;
    private final Councils councils;
    private final Areas areas;
    private final Problems problems;

    RoundCouncilPages(
            RoundPlaces places, RoundChoice choice, Rounds rounds, Councils councils, Areas areas, Problems problems) {
        this.places = places;
        this.choice = choice;
        this.rounds = rounds;
        this.councils = councils;
        this.areas = areas;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.STEER_CASE)
    String show(
            @PathVariable String number,
            @ModelAttribute("asked") Asked asked,
            @RequestParam(required = false) @Nullable UUID na,
            SignedIn me,
            Model model) {
        return page(places.toSteer(number, me), asked, na, Set.of(), model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String add(
            @PathVariable String number,
            @ModelAttribute("asked") Asked asked,
            @RequestParam(required = false) @Nullable Set<String> council,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String lateReason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var round = places.toSteer(number, me);
        var ticked = council == null ? Set.<String>of() : council;
        try {
            var named = ticked.stream().map(RoundCouncilPages::council).toList();
            var many = all
                    ? choice.addFound(round.id(), search(asked), lateReason, me.actor())
                    : choice.add(round.id(), named, lateReason, me.actor());
            next.addFlashAttribute("notice", "grant.round.added");
            next.addFlashAttribute("noticeArgs", List.of(many));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("lateReason", lateReason);
            return page(round, asked, null, ticked, model);
        }
        return "redirect:" + address(number, asked).toUriString();
    }

    private static CouncilId council(String sent) {
        try {
            return CouncilId.parse(sent);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.of("council", "grant.refusal.council-gone");
        }
    }

    private String page(CaseView round, Asked asked, @Nullable UUID after, Set<String> ticked, Model model) {
        var found = councils.search(search(asked), after == null ? null : new CouncilId(after), ROWS + 1);
        var page = Page.of(found, ROWS, council -> council.id().toString());
        model.addAttribute("case", round);
        model.addAttribute("round", rounds.get(round.id()));
        model.addAttribute("rows", page.rows());
        model.addAttribute("taken", choice.taken(round.id(), page.rows()));
        model.addAttribute("ticked", ticked);
        model.addAttribute("late", choice.asksReason(round.id()));
        model.addAttribute("days", choice.days(round.id()));
        model.addAttribute("narrowed", !asked.equals(Asked.ALL));
        model.addAttribute("kinds", CouncilKind.values());
        model.addAttribute("areas", areas.all());
        model.addAttribute("areaNames", areaNames());
        model.addAttribute(
                "more",
                page.next() == null
                        ? null
                        : address(round.number(), asked)
                                .queryParam("na", page.next())
                                .toUriString());
        return "grant/round-councils";
    }

    private Map<AreaId, String> areaNames() {
        return areas.all().stream().collect(Collectors.toMap(Area::id, Area::name));
    }

    /** Of the register only. */
    private CouncilSearch search(Asked asked) {
        return new CouncilSearch(
                asked.q(),
                asked.kind(),
                asked.area() == null ? Set.of() : areas.tree().inside(new AreaId(asked.area())),
                Set.of(Standing.RECOGNISED, Standing.REGISTERED));
    }

    private static UriComponentsBuilder address(String number, Asked asked) {
        return UriComponentsBuilder.fromPath("/rondes/" + number + "/raden")
                .queryParam("q", "{q}")
                .queryParam("kind", asked.kind() == null ? "" : asked.kind())
                .queryParam("area", asked.area() == null ? "" : asked.area())
                .encode()
                .uriVariables(Map.of("q", asked.q()));
    }

    /** What somebody looks for; everything left out matches all. */
    record Asked(String q, @Nullable CouncilKind kind, @Nullable UUID area) {

        static final Asked ALL = new Asked("", null, null);

        Asked(@Nullable String q, @Nullable CouncilKind kind, @Nullable UUID area) {
            this.q = q == null ? "" : q;
            this.kind = kind;
            this.area = area;
        }
    }
}
