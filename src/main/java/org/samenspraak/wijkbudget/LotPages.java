package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Download;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.LotRows.Input;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The lot of a round for the office: its rule and candidates, the draw, what may be published, and who drops out. */
@Controller
@RequestMapping("/wijkbudget/{number}/loting")
class LotPages {

    private static final String BACK = "redirect:/wijkbudget/{number}/loting";

    private final Cases cases;
    private final BudgetRounds rounds;
    private final LotRows rows;
    private final LotDesk desk;
    private final PublicRounds publicRounds;
    private final BudgetWords words;
    private final LotLetters paper;
    private final Download download;
    private final Problems problems;

    LotPages(
            Cases cases,
            BudgetRounds rounds,
            LotRows rows,
            LotDesk desk,
            PublicRounds publicRounds,
            BudgetWords words,
            LotLetters paper,
            Download download,
            Problems problems) {
        this.cases = cases;
        this.rounds = rounds;
        this.rows = rows;
        this.desk = desk;
        this.publicRounds = publicRounds;
        this.words = words;
        this.paper = paper;
        this.download = download;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return page(toRead(number, me), me, model);
    }

    /** @param file candidates, in the place of those that were typed */
    @PostMapping
    @Requires(Permission.STEER_CASE)
    String fix(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String criteria,
            @RequestParam(defaultValue = "0") int members,
            @RequestParam(defaultValue = "0") int reserves,
            @RequestParam(defaultValue = "") String candidates,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var view = find(number);
        var brought = file == null || file.isEmpty() ? candidates : new String(file.getBytes(), StandardCharsets.UTF_8);
        var input = new Input(criteria, members, reserves, brought);
        model.addAttribute("input", input);
        return act(view, me, model, response, () -> desk.fix(view.id(), input, me.actor()));
    }

    @PostMapping("/trekken")
    @Requires(Permission.STEER_CASE)
    String draw(@PathVariable String number, SignedIn me, Model model, HttpServletResponse response) {
        var view = find(number);
        return act(view, me, model, response, () -> desk.draw(view.id(), me.actor()));
    }

    @PostMapping("/opnieuw")
    @Requires(Permission.STEER_CASE)
    String restart(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String why,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = find(number);
        model.addAttribute("why", why);
        return act(view, me, model, response, () -> desk.restart(view.id(), why, me.actor()));
    }

    /** A letter for each who was invited, with a number of their own and what the lot has to know. */
    @PostMapping("/brieven")
    @Requires(Permission.STEER_CASE)
    @Nullable
    String letters(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String criteria,
            @RequestParam(defaultValue = "0") int letters,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String work,
            SignedIn me,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var view = find(number);
        try {
            refuseEnded(view);
            download.send("brieven-" + number + ".pdf", paper.print(view, criteria, letters, until, work), response);
            return null;
        } catch (Refusal refusal) {
            model.addAttribute("input", desk.empty(view.id(), criteria));
            model.addAttribute("letters", letters);
            model.addAttribute("until", until);
            model.addAttribute("work", work);
            return refused(refusal, view, me, model, response);
        }
    }

    @PostMapping("/vervangen")
    @Requires(Permission.STEER_CASE)
    String drop(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String candidate,
            @RequestParam(defaultValue = "") String gone,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        var view = find(number);
        model.addAttribute("candidate", candidate);
        model.addAttribute("gone", gone);
        return act(view, me, model, response, () -> desk.drop(view.id(), candidate, gone, me.actor()));
    }

    @GetMapping("/invoer.txt")
    @Requires(Permission.SEE_OFFICE)
    ResponseEntity<byte[]> input(@PathVariable String number, SignedIn me) {
        var round = toRead(number, me).id();
        var kept = rows.find(round)
                .filter(one -> one.drawnAt() != null)
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"loting.txt\"")
                .body(desk.export(kept, round).getBytes(StandardCharsets.UTF_8));
    }

    private String act(CaseView view, SignedIn me, Model model, HttpServletResponse response, Runnable attempt) {
        try {
            refuseEnded(view);
            attempt.run();
        } catch (Refusal refusal) {
            return refused(refusal, view, me, model, response);
        }
        return BACK;
    }

    private static void refuseEnded(CaseView round) {
        if (round.status() != CaseStatus.OPEN) {
            throw new Refusal("wijkbudget.lot.refusal.ended");
        }
    }

    private String refused(Refusal refusal, CaseView view, SignedIn me, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return page(view, me, model);
    }

    private String page(CaseView view, SignedIn me, Model model) {
        var kept = rows.find(view.id());
        model.addAttribute("case", view);
        model.addAttribute("mayAct", view.status() == CaseStatus.OPEN && me.may(Permission.STEER_CASE, null));
        model.addAttribute("kept", kept.orElse(null));
        model.addAttribute("restarts", rows.restarts(view.id()));
        model.addAttribute("hasSay", desk.hasSay(view.id()));
        model.addAttribute("next", rows.printed(view.id()) + 1);
        model.asMap().putIfAbsent("input", desk.empty(view.id(), ""));
        model.addAttribute("open", publicRounds.find(view.number()).isPresent());
        kept.filter(one -> one.drawnAt() != null).ifPresent(one -> {
            var draw = desk.drawn(view.id());
            model.addAttribute("draw", draw);
            model.addAttribute("told", desk.told(one, view.id()));
            model.addAttribute("gones", rows.dropped(view.id()));
            model.addAttribute("left", desk.gone(view.id()));
            model.addAttribute("over", desk.isOver(view.id()));
            model.addAttribute(
                    "steps",
                    draw.steps().stream()
                            .map(step -> words.say(step.key(), step.args()))
                            .toList());
        });
        return "wijkbudget/lot";
    }

    /** The office draws; who looks after that reads it. */
    private CaseView toRead(String number, SignedIn me) {
        var view = find(number);
        if (!BudgetRoundPages.mayReadLot(me)) {
            throw new AccessDeniedException(number);
        }
        return view;
    }

    private CaseView find(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
