package org.samenspraak.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Batches of payments: approved by a second person, taken to the bank, and what the bank did with them. */
@Controller
@RequestMapping("/geld/opdrachten")
class BatchPages {

    private static final int ROWS = 50;
    private static final String BACK = "redirect:/geld/opdrachten/{id}";

    private final Batches batches;
    private final Settlements settlements;
    private final Problems problems;

    BatchPages(Batches batches, Settlements settlements, Problems problems) {
        this.batches = batches;
        this.settlements = settlements;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_MONEY)
    String list(@RequestParam(required = false) @Nullable UUID after, Model model) {
        var page = Page.of(batches.all(after, ROWS + 1), ROWS, batch -> String.valueOf(batch.id()));
        model.addAttribute("batches", page.rows());
        model.addAttribute("older", page.next() == null ? null : "/geld/opdrachten?after=" + page.next());
        return "ledger/batches";
    }

    @GetMapping("/{id}")
    @Requires(Permission.SEE_MONEY)
    String show(@PathVariable UUID id, SignedIn me, Model model) {
        return show(id, "", me, model);
    }

    private String show(UUID id, String reason, SignedIn me, Model model) {
        var batch = batches.get(id);
        model.addAttribute("batch", batch);
        model.addAttribute("lines", batches.lines(id));
        model.addAttribute("reason", reason);
        model.addAttribute("mayAct", me.may(Permission.HANDLE_MONEY));
        model.addAttribute("own", me.person().equals(batch.made().person()));
        var doubted = batch.doubted();
        model.addAttribute("ownDoubt", doubted != null && me.person().equals(doubted.person()));
        return "ledger/batch";
    }

    @PostMapping("/{id}/goedkeuren")
    @Requires(Permission.HANDLE_MONEY)
    String approve(
            @PathVariable UUID id, SignedIn me, Model model, HttpServletResponse response, RedirectAttributes next) {
        return act(id, "", me, model, response, next, "approved", () -> batches.approve(id, me.actor()));
    }

    @PostMapping("/{id}/intrekken")
    @Requires(Permission.HANDLE_MONEY)
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean unpaid,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var batch = batches.get(id);
        var done = batch.taken() == null || batch.doubted() != null ? "withdrawn" : "doubted";
        return act(id, reason, me, model, response, next, done, () -> batches.withdraw(id, reason, unpaid, me.actor()));
    }

    /** An act, not a page: who has the file can have the money paid. */
    @PostMapping("/{id}/bestand")
    @Requires(Permission.HANDLE_MONEY)
    Object take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        try {
            var file = batches.take(id, reason, me.actor());
            var name = batches.get(id).name() + ".xml";
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_XML)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .body(file);
        } catch (Refusal refusal) {
            model.addAttribute("at", "again");
            return new ModelAndView(refused(refusal, id, reason, me, model, response), model.asMap());
        }
    }

    /** Those chosen, or all that the bank did not answer yet; each by itself, so that one that can't does not keep the others. */
    @PostMapping("/{id}/betaald")
    @Requires(Permission.HANDLE_MONEY)
    String paid(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> line,
            @RequestParam(defaultValue = "false") boolean all,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var chosen = all ? batches.open(id) : Objects.requireNonNullElse(line, Set.<UUID>of());
        return act(id, "", me, model, response, next, "paid", () -> {
            refuseNone(chosen.isEmpty());
            chosen.forEach(one -> settlements.paid(id, one, me.actor()));
        });
    }

    @PostMapping("/{id}/terug")
    @Requires(Permission.HANDLE_MONEY)
    String returned(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> line,
            @RequestParam(defaultValue = "") String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var chosen = Objects.requireNonNullElse(line, Set.<UUID>of());
        return act(id, reason, me, model, response, next, "returned", () -> {
            refuseNone(chosen.isEmpty());
            chosen.forEach(one -> settlements.returned(id, one, reason, me.actor()));
        });
    }

    private static void refuseNone(boolean none) {
        if (none) {
            throw Refusal.of("lines", "ledger.refusal.no-line");
        }
    }

    private String act(
            UUID id,
            String reason,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            String done,
            Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            model.addAttribute("at", done);
            return refused(refusal, id, reason, me, model, response);
        }
        next.addFlashAttribute("notice", "ledger.batch.done." + done);
        return BACK;
    }

    private String refused(
            Refusal refusal, UUID id, String reason, SignedIn me, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return show(id, reason, me, model);
    }
}
