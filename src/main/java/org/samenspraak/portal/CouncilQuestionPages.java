package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.CouncilPrompts;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.forms.TooLate;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.portal.FormWalk.At;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A question to a council for who signed in: the same form and the same draft as behind the links of its mail. */
@Controller
@RequestMapping("/raad/vragen/{task}")
class CouncilQuestionPages {

    private static final String PAGE = "portal/question";

    private final CouncilPrompts prompts;
    private final PromptForms forms;
    private final PromptPapers papers;
    private final ContactForms contacts;
    private final PromptViews views;
    private final TooLate late;
    private final SignedInMembers members;

    CouncilQuestionPages(
            CouncilPrompts prompts,
            PromptForms forms,
            PromptPapers papers,
            ContactForms contacts,
            PromptViews views,
            TooLate late,
            SignedInMembers members) {
        this.prompts = prompts;
        this.forms = forms;
        this.papers = papers;
        this.contacts = contacts;
        this.views = views;
        this.late = late;
        this.members = members;
    }

    @ForCouncils
    @GetMapping
    String show(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable String alles,
            @RequestParam(required = false) @Nullable Integer stap,
            @RequestParam(required = false) @Nullable String nakijken,
            CouncilMember me,
            Model model,
            HttpServletResponse response) {
        var open = open(task, me);
        if (open.filter(contacts::isClosedTo).isPresent()) {
            return notTheirs(response);
        }
        if (open.isPresent() && forms.show(open.get(), At.of(alles, stap, nakijken), model)) {
            return page(task, me, model);
        }
        var elsewhere = elsewhere(task, me);
        if (elsewhere.isPresent()) {
            model.addAttribute("task", task);
            model.addAttribute("elsewhere", elsewhere.get());
            model.addAttribute("council", me.councils().get(elsewhere.get()));
            return "portal/question-elsewhere";
        }
        return closed(task, new LinkedMultiValueMap<>(), me, model, response);
    }

    @ForCouncils
    @PostMapping
    String answer(
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            CouncilMember me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var open = open(task, me);
        if (open.isEmpty()) {
            return isRepeat(task, sent, me) ? thanks(next) : closed(task, sent, me, model, response);
        }
        sign(sent, me);
        return switch (forms.answer(open.get(), sent, files, model)) {
            case SENT -> thanks(next);
            case GO -> "redirect:/raad/vragen/" + task + model.getAttribute("query");
            case WRONG -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                yield page(task, me, model);
            }
            case NOT_THEIRS -> notTheirs(response);
            case GONE -> isRepeat(task, sent, me) ? thanks(next) : closed(task, sent, me, model, response);
        };
    }

    /** While somebody types. */
    @ForCouncils
    @PostMapping("/concept")
    String keep(
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> sent,
            CouncilMember me,
            Model model) {
        model.addAttribute("here", "/raad/vragen/" + task + FormWalk.at(sent).query());
        sign(sent, me);
        var kept = open(task, me).filter(open -> forms.keep(open, sent, model)).isPresent();
        model.addAttribute("closed", !kept);
        model.addAttribute("quiet", true);
        return "forms/draft :: kept";
    }

    /** The document that the question is about, such as the statement to sign. */
    @ForCouncils
    @GetMapping("/document")
    void document(@PathVariable String task, CouncilMember me, HttpServletResponse response) throws IOException {
        var open = open(task, me);
        if (open.isEmpty() || !papers.write(open.get(), response)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** The question with its form, to fill in by hand. */
    @ForCouncils
    @GetMapping("/papier")
    void print(@PathVariable String task, CouncilMember me, HttpServletResponse response) throws IOException {
        var open = open(task, me);
        if (open.isEmpty() || !papers.print(open.get(), response)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Optional<Open> open(String task, CouncilMember me) {
        return prompts.open(task, me.council().id(), me.member().details(), me.function());
    }

    private static String notTheirs(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return CouncilStartPages.NOT_THEIRS;
    }

    /** Another council of theirs that the question is for: they are asked to switch, an address does not. */
    private Optional<CouncilId> elsewhere(String task, CouncilMember me) {
        return me.councils().keySet().stream()
                .filter(council -> !council.equals(me.council().id()))
                .filter(council -> members.of(me.address(), council)
                        .flatMap(there -> open(task, there))
                        .isPresent())
                .findFirst();
    }

    /** We know who it is: no page says otherwise. */
    private void sign(MultiValueMap<String, String> sent, CouncilMember me) {
        sent.set(Senders.NAME, me.name());
        sent.set(Senders.FUNCTION, views.function(me.function()));
    }

    private static String page(String task, CouncilMember me, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("url", "/raad/vragen/" + task);
        return PAGE;
    }

    private static String thanks(RedirectAttributes next) {
        next.addFlashAttribute("notice", "portal.answered.thanks");
        return "redirect:/raad";
    }

    /** Who presses twice gets the same thanks. */
    private boolean isRepeat(String task, MultiValueMap<String, String> sent, CouncilMember me) {
        return prompts.over(task, me.council().id())
                .filter(Opening.Answered.class::isInstance)
                .filter(over -> late.isRepeat(task, sent, me.actor(views.function(me.function()))))
                .isPresent();
    }

    /** What was typed is shown beside what happened meanwhile. */
    private String closed(
            String task,
            MultiValueMap<String, String> sent,
            CouncilMember me,
            Model model,
            HttpServletResponse response) {
        var council = me.council().id();
        var over = prompts.over(task, council).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (over instanceof Opening.Answered answered) {
            model.addAttribute("answered", answered);
        } else {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute(
                "unsent",
                (over instanceof Opening.Expired && !contacts.isClosed(task, me.maySend())
                                ? late.typed(task, council.toString(), sent)
                                : late.typed(task, sent))
                        .orElse(null));
        model.addAttribute("state", over instanceof Opening.Expired ? "expired" : "withdrawn");
        return "portal/question-closed";
    }
}
