package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.OtherWork;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Page;
import org.samenspraak.wijkbudget.IdeaLetters.Waiting;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters that somebody has to bring, for who may read addresses: the office, and who looks after an area. */
@Controller
@RequestMapping(IdeaLetterPages.URL)
class IdeaLetterPages implements OtherWork {

    static final String URL = "/wijkbudget/brieven";

    private static final int ROWS = 50;

    private final IdeaLetters letters;
    private final Problems problems;

    IdeaLetterPages(IdeaLetters letters, Problems problems) {
        this.letters = letters;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_CONTACTS)
    String show(@RequestParam(required = false) @Nullable UUID na, SignedIn me, Model model) {
        return page(na, me, model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String delivered(
            @RequestParam UUID letter,
            @RequestParam(defaultValue = "") String on,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var waiting = waiting(letter, me);
        try {
            letters.delivered(
                    waiting, TypedDay.read(waiting.field(), on, "wijkbudget.refusal.delivered-when"), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("on", on);
            return page(null, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.letters.delivered");
        return "redirect:" + URL;
    }

    @PostMapping("/opzij")
    @Requires(Permission.WORK)
    String putAside(
            @RequestParam UUID letter,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            letters.putAside(waiting(letter, me), why.strip(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("why", why);
            return page(null, me, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.letters.aside");
        return "redirect:" + URL;
    }

    private Waiting waiting(UUID letter, SignedIn me) {
        var waiting = letters.get(letter);
        if (!me.may(Permission.SEE_CONTACTS, waiting.area())) {
            throw new AccessDeniedException(waiting.number());
        }
        return waiting;
    }

    private String page(@Nullable UUID after, SignedIn me, Model model) {
        var rows = letters.waiting(me.where(Permission.SEE_CONTACTS), after, ROWS + 1);
        var page = Page.of(rows, ROWS, letter -> letter.document().toString());
        model.addAttribute("rows", page.rows());
        model.addAttribute("mayAct", me.may(Permission.WORK));
        model.addAttribute("more", page.next() == null ? null : URL + "?na=" + page.next());
        return "wijkbudget/letters";
    }

    @Override
    public String titleKey() {
        return "wijkbudget.letters.title";
    }

    @Override
    public String nameKey() {
        return "wijkbudget.letters.one";
    }

    @Override
    public String url() {
        return URL;
    }

    @Override
    public List<Line> open(SignedIn me, int limit) {
        if (!me.may(Permission.WORK)) {
            return List.of();
        }
        return letters.waiting(me.where(Permission.SEE_CONTACTS), null, limit).stream()
                .map(letter -> new Line(letter.title(), letter.number(), letter.idea(), null, URL))
                .toList();
    }
}
