package org.samenspraak.tasklist;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds cases by number, title or council. */
@Controller
class CaseSearchPages {

    private static final int SIZE = 25;

    private final Cases cases;
    private final Names names;

    CaseSearchPages(Cases cases, Names names) {
        this.cases = cases;
        this.names = names;
    }

    @GetMapping("/zaken")
    @Requires(Permission.SEE_OFFICE)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String trajectory,
            @RequestParam(required = false) @Nullable CouncilId council,
            @RequestParam(required = false) @Nullable CaseId after,
            Model model) {
        var exact = SearchPages.byNumber(cases, q);
        if (exact.isPresent()) {
            return "redirect:/zaken/" + exact.get().number();
        }
        var search = new CaseSearch(
                q.isBlank() ? null : q,
                Set.of(),
                council,
                trajectory.isEmpty() ? null : trajectory,
                status(status).orElse(null));
        var page = Page.of(
                cases.search(search, after, SIZE + 1), SIZE, view -> view.id().toString());
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("statuses", CaseStatus.values());
        model.addAttribute("trajectory", trajectory);
        model.addAttribute("council", council);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : url(q, status, trajectory, council, page.next()));
        model.addAttribute("names", names.ofCases(page.rows()));
        return "tasklist/cases";
    }

    private static Optional<CaseStatus> status(String text) {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst();
    }

    private static String url(String q, String status, String trajectory, @Nullable CouncilId council, String after) {
        return UriComponentsBuilder.fromPath("/zaken")
                .queryParam("q", "{q}")
                .queryParam("status", "{status}")
                .queryParam("trajectory", "{trajectory}")
                .queryParamIfPresent("council", Optional.ofNullable(council))
                .queryParam("after", after)
                .encode()
                .buildAndExpand(q, status, trajectory)
                .toUriString();
    }
}
