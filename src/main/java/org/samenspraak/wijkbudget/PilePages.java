package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.People;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.PaperDesk.Decided;
import org.samenspraak.wijkbudget.PaperRows.Batch;
import org.samenspraak.wijkbudget.PaperRows.Sheet;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A pile of sheets for the office: entered twice, differences decided, or thrown away. */
@Controller
@RequestMapping("/wijkbudget/{number}/papier/stapels/{batch}")
class PilePages {

    private static final String BACK = "redirect:/wijkbudget/{number}/papier/stapels/{batch}";

    private final VotedRounds voted;
    private final PaperRows rows;
    private final PaperDesk desk;
    private final People people;
    private final Problems problems;

    PilePages(VotedRounds voted, PaperRows rows, PaperDesk desk, People people, Problems problems) {
        this.voted = voted;
        this.rows = rows;
        this.desk = desk;
        this.people = people;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String batch(@PathVariable String number, @PathVariable UUID batch, SignedIn me, Model model) {
        var view = voted.of(number);
        if (!me.may(Permission.STEER_CASE, view.area()) && !me.may(Permission.SEE_AUDIT, null)) {
            throw new AccessDeniedException(number);
        }
        return batchPage(view, batch(view, batch), me, model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String enter(
            @PathVariable String number,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String lines,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = voted.of(number);
        var found = batch(view, batch);
        try {
            desk.enter(found.id(), lines.strip().lines().toList(), me.person().value());
        } catch (Refusal refusal) {
            model.addAttribute("lines", lines);
            return refused(refusal, view, found, me, model, response);
        }
        return BACK;
    }

    @PostMapping("/weg")
    @Requires(Permission.STEER_CASE)
    String remove(
            @PathVariable String number,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var view = voted.of(number);
        var found = batch(view, batch);
        try {
            desk.remove(found.id(), why, me.actor(), me.person().value());
        } catch (Refusal refusal) {
            model.addAttribute("why", why);
            return refused(refusal, view, found, me, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.paper.removed");
        next.addFlashAttribute("noticeArgs", new String[] {String.valueOf(found.number())});
        return "redirect:/wijkbudget/{number}/papier";
    }

    /** @param sent {@code line-} and {@code why-} with the place of each sheet that differs */
    @PostMapping("/beslissen")
    @Requires(Permission.STEER_CASE)
    String decide(
            @PathVariable String number,
            @PathVariable UUID batch,
            @RequestParam Map<String, String> sent,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = voted.of(number);
        var found = batch(view, batch);
        var decided = rows.sheets(batch).stream()
                .filter(Sheet::differs)
                .collect(Collectors.toMap(
                        Sheet::position,
                        sheet -> new Decided(
                                sent.getOrDefault("line-" + sheet.position(), ""),
                                sent.getOrDefault("why-" + sheet.position(), ""))));
        try {
            desk.decide(found.id(), decided, me.person().value());
        } catch (Refusal refusal) {
            model.addAttribute("decided", decided);
            return refused(refusal, view, found, me, model, response);
        }
        return BACK;
    }

    private String refused(
            Refusal refusal, CaseView view, Batch batch, SignedIn me, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return batchPage(view, batch, me, model);
    }

    private String batchPage(CaseView view, Batch batch, SignedIn me, Model model) {
        model.addAttribute("case", view);
        model.addAttribute("batch", batch);
        var stage = me.may(Permission.STEER_CASE, view.area())
                ? stage(batch, me.person().value())
                : read(batch);
        model.addAttribute("stage", stage);
        model.addAttribute("sheets", batch.secondBy() == null ? List.of() : rows.sheets(batch.id()));
        model.addAttribute("projects", desk.projects(view.id(), new AreaId(batch.area())));
        model.addAttribute("names", names(batch));
        model.addAttribute("rejects", Arrays.asList(PaperLine.Reject.values()));
        model.asMap().putIfAbsent("decided", Map.of());
        return "wijkbudget/paper-batch";
    }

    /** Who entered it, and who decided. */
    private List<String> names(Batch batch) {
        var ids = Stream.of(batch.firstBy(), batch.secondBy(), batch.thirdBy())
                .flatMap(Stream::ofNullable)
                .map(PersonId::new)
                .toList();
        var names = people.names(Set.copyOf(ids));
        return ids.stream().map(id -> names.getOrDefault(id, "")).toList();
    }

    /** What this person can do with it now. */
    private static String stage(Batch batch, UUID me) {
        if (batch.done()) {
            return "done";
        }
        var entered = batch.enteredBy(me);
        if (batch.secondBy() != null) {
            return entered ? "wait-third" : "third";
        }
        return entered ? "wait-second" : batch.firstBy() == null ? "first" : "second";
    }

    /** For who looks after those that enter it. */
    private static String read(Batch batch) {
        return batch.done() ? "done" : "read";
    }

    private Batch batch(CaseView view, UUID id) {
        return rows.batches(view.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
