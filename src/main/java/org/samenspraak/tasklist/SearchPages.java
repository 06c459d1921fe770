package org.samenspraak.tasklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.SearchWords;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.tasklist.Finder.Kind;
import org.samenspraak.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** One box over all that the reader may see: a few hits of each kind, and all of one. */
@Controller
class SearchPages {

    private static final int FEW = 5;

    /** Nobody counts further: more is "99+". */
    private static final int MOST = 100;

    private static final int ROWS = 25;

    private final Finder finder;
    private final Cases cases;

    SearchPages(Finder finder, Cases cases) {
        this.finder = finder;
        this.cases = cases;
    }

    /** @param in one kind only, page by page */
    @GetMapping("/zoeken")
    @Requires(Permission.SEE_OFFICE)
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Kind in,
            @RequestParam(required = false) @Nullable String after,
            SignedIn me,
            Model model) {
        var exact = byNumber(cases, q);
        if (exact.isPresent()) {
            return "redirect:/zaken/" + exact.get().number();
        }
        var asks = !SearchWords.of(q).isEmpty();
        model.addAttribute("q", q);
        model.addAttribute("asks", asks);
        if (in == null) {
            model.addAttribute("groups", asks ? groups(q, me) : List.of());
            return "tasklist/search";
        }
        if (!Kind.of(me).contains(in)) {
            throw new AccessDeniedException(in + " of search");
        }
        var found = asks ? find(in, q, me, after) : List.<Hit>of();
        var page = Page.of(found, ROWS, Hit::id);
        model.addAttribute("kind", in);
        model.addAttribute("hits", page.rows());
        model.addAttribute("next", page.next() == null ? null : url("/zoeken", q, in, page.next()));
        return "tasklist/search-one";
    }

    private List<Group> groups(String q, SignedIn me) {
        return Kind.of(me).stream()
                .map(kind -> group(kind, q, finder.find(kind, q, me, null, MOST)))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    private List<Hit> find(Kind kind, String q, SignedIn me, @Nullable String after) {
        try {
            return finder.find(kind, q, me, after, ROWS + 1);
        } catch (IllegalArgumentException noHit) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static Group group(Kind kind, String q, List<Hit> hits) {
        var count = hits.size() < MOST ? Integer.toString(hits.size()) : (MOST - 1) + "+";
        var all = hits.size() <= FEW
                ? null
                : switch (kind) {
                    case CASES -> url("/zaken", q, null, null);
                    case COUNCILS -> url("/raden", q, null, null);
                    case MEMBERS, DOCUMENTS, TEXTS, OFFICIALS -> url("/zoeken", q, kind, null);
                };
        return new Group(kind, hits.stream().limit(FEW).toList(), count, all);
    }

    private static String url(String path, String q, @Nullable Kind in, @Nullable String after) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .queryParamIfPresent("in", Optional.ofNullable(in))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .buildAndExpand(q)
                .toUriString();
    }

    /** The case of exactly this number, however its letters are written. */
    static Optional<CaseView> byNumber(Cases cases, String typed) {
        return cases.byNumber(typed.strip().toUpperCase(Locale.ROOT));
    }

    /** @param all where all of them are, or none when these are all */
    record Group(Kind kind, List<Hit> hits, String count, @Nullable String all) {}
}
