package org.samenspraak.tasklist;

import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds cases by number, title or council. */
@Controller
class CaseSearchPages {

    private static final int SIZE = 25;

    private final Cases cases;
    private final Names names;
    private final CaseSearches searches;
    private final LateTasks late;

    CaseSearchPages(Cases cases, Names names, CaseSearches searches, LateTasks late) {
        this.late = late;
        this.cases = cases;
        this.names = names;
        this.searches = searches;
    }

    @GetMapping(CaseQuery.PATH)
    @Requires(Permission.SEE_OFFICE)
    String search(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable CaseId after,
            Model model) {
        var query = CaseQuery.of(sent);
        var exact = SearchPages.byNumber(cases, query.text("q"));
        if (exact.isPresent()) {
            return "redirect:/zaken/" + exact.get().number();
        }
        var page = Page.of(cases.search(searches.of(query), after, SIZE + 1), SIZE, view -> view.id()
                .toString());
        model.addAttribute("query", query);
        model.addAttribute("q", query.text("q"));
        model.addAttribute("status", query.text("status"));
        model.addAttribute("statuses", CaseStatus.values());
        model.addAttribute("trajectory", query.text("trajectory"));
        model.addAttribute("page", page);
        model.addAttribute("next", page.next() == null ? null : query.url() + "&after=" + page.next());
        model.addAttribute("names", names.ofCases(page.rows()));
        model.addAttribute("late", late.of(page.rows()));
        model.addAttribute("chips", searches.chips(query));
        return "tasklist/cases";
    }
}
