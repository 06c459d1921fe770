package org.samenspraak.advice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.QuestionChanges.Change;
import org.samenspraak.advice.Questions.Texts;
import org.samenspraak.advice.Requests.Request;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new version of a question that is out: for who asked it, and for who steers cases. */
@Controller
@RequestMapping("/adviesvragen/{id}/vraag")
class QuestionPages {

    private final Requests requests;
    private final Questions questions;
    private final QuestionChanges changes;
    private final QuestionDocuments papers;
    private final Documents documents;
    private final Cases cases;
    private final Problems problems;

    QuestionPages(
            Requests requests,
            Questions questions,
            QuestionChanges changes,
            QuestionDocuments papers,
            Documents documents,
            Cases cases,
            Problems problems) {
        this.requests = requests;
        this.questions = questions;
        this.changes = changes;
        this.papers = papers;
        this.documents = documents;
        this.cases = cases;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.WORK)
    String show(@PathVariable UUID id, SignedIn me, Model model) {
        var request = find(id, me);
        var now = questions.current(request.caseId());
        var texts = now.texts();
        return page(
                request,
                new Typed(now.version(), texts.subject(), texts.question(), texts.stillOpen(), "", "no", "", null),
                fresh(request.caseId()),
                model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String change(
            @PathVariable UUID id,
            @ModelAttribute("typed") Typed typed,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var request = find(id, me);
        var chosen = new HashSet<>(typed.document() == null ? Set.of() : typed.document());
        try {
            added(request.caseId(), files == null ? List.of() : files, chosen, me.actor());
            changes.change(request.caseId(), typed.change(chosen), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(request, typed, chosen, model);
        }
        next.addFlashAttribute("notice", "advice.question.changed");
        return "redirect:/zaken/" + cases.get(request.caseId()).number();
    }

    private Set<UUID> fresh(CaseId caseId) {
        return papers.fresh(caseId).stream().map(Documents.Row::id).collect(Collectors.toSet());
    }

    /** What is added stands in the dossier, also when the change is refused: nobody chooses a file twice. */
    private void added(CaseId caseId, List<MultipartFile> files, Set<UUID> chosen, Actor by) throws IOException {
        if (!changes.isPossible(requests.get(caseId))) {
            throw new Refusal("advice.refusal.not-out");
        }
        for (var file : files) {
            if (!file.isEmpty()) {
                try (var content = file.getInputStream()) {
                    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
                    chosen.add(documents.add(caseId, name, Documents.Kind.ATTACHMENT, content, by));
                }
            }
        }
    }

    private String page(Request request, Typed typed, Set<UUID> chosen, Model model) {
        model.addAttribute("fresh", papers.fresh(request.caseId()));
        model.addAttribute("chosen", chosen);
        model.addAttribute("case", cases.get(request.caseId()));
        model.addAttribute("possible", changes.isPossible(request));
        model.addAttribute("form", typed);
        return "advice/question";
    }

    private Request find(UUID id, SignedIn me) {
        var request =
                requests.find(new CaseId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!me.groups().contains(request.asker()) && !me.may(Permission.STEER_CASE)) {
            throw new AccessDeniedException(id.toString());
        }
        return request;
    }

    /** As it was typed. */
    record Typed(
            int seen,
            @Nullable String subject,
            @Nullable String question,
            @Nullable String stillOpen,
            @Nullable String reason,
            @Nullable String restart,
            @Nullable String lastDay,
            @Nullable Set<UUID> document) {

        Change change(Set<UUID> documents) {
            if (text(subject).isEmpty()) {
                throw Refusal.of("subject", "advice.refusal.subject-missing");
            }
            return new Change(
                    seen,
                    new Texts(text(subject), text(question), text(stillOpen)),
                    text(reason),
                    "yes".equals(restart),
                    day(),
                    documents);
        }

        private @Nullable LocalDate day() {
            return text(lastDay).isEmpty()
                    ? null
                    : TypedDay.of(text(lastDay)).orElseThrow(() -> Refusal.of("lastDay", "advice.refusal.no-day"));
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "").strip();
        }
    }
}
