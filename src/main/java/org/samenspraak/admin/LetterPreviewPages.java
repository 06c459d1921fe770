package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.samenspraak.correspondence.LetterPreviews;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A letter with the draft of its text, on samples or on a case that the reader may see. */
@Controller
@RequestMapping("/beheer/brieven/{name}/{language}")
class LetterPreviewPages {

    private final LetterPreviews previews;
    private final LetterTexts texts;
    private final Problems problems;

    LetterPreviewPages(LetterPreviews previews, LetterTexts texts, Problems problems) {
        this.previews = previews;
        this.texts = texts;
        this.problems = problems;
    }

    @GetMapping("/voorbeeld")
    @Requires(Permission.SEE_OPERATION)
    String show(
            @PathVariable String name,
            @PathVariable String language,
            @RequestParam(name = "zaak", defaultValue = "") String number,
            SignedIn me,
            HttpServletResponse response,
            Model model) {
        refuseUnlessSeen(number, me);
        model.addAttribute("text", texts.of(name, language));
        model.addAttribute("number", number);
        model.addAttribute("seesCases", me.may(Permission.SEE_OFFICE));
        try {
            model.addAllAttributes(previews.page(name, language, number));
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
        }
        return "admin/letter-preview";
    }

    @GetMapping("/voorbeeld.pdf")
    @Requires(Permission.SEE_OPERATION)
    ResponseEntity<byte[]> pdf(
            @PathVariable String name,
            @PathVariable String language,
            @RequestParam(name = "zaak", defaultValue = "") String number,
            SignedIn me) {
        refuseUnlessSeen(number, me);
        var file = ContentDisposition.attachment()
                .filename(name + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(previews.pdf(name, language, number));
    }

    /** Who runs the office need not see its cases. */
    private static void refuseUnlessSeen(String number, SignedIn me) {
        if (!number.isBlank() && !me.may(Permission.SEE_OFFICE)) {
            throw new AccessDeniedException("case " + number);
        }
    }
}
