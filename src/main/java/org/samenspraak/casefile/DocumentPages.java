package org.samenspraak.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents of a case, in and out. */
@Controller
@RequestMapping("/zaken/{number}/documenten")
class DocumentPages {

    private final Cases cases;
    private final Documents documents;
    private final Download download;
    private final Audit audit;

    DocumentPages(Cases cases, Documents documents, Download download, Audit audit) {
        this.cases = cases;
        this.documents = documents;
        this.download = download;
        this.audit = audit;
    }

    /** Into an open case of one's own areas; letters and decisions by who steers cases only. */
    @PostMapping
    @Requires(Permission.WORK)
    String add(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "ATTACHMENT") Documents.Kind kind,
            SignedIn me,
            RedirectAttributes next)
            throws IOException {
        var view = find(number);
        if (!me.may(Permission.WORK, view.area()) || (kind.isOfficial() && !me.may(Permission.STEER_CASE))) {
            throw new AccessDeniedException(kind + " for " + number);
        }
        var name = file == null ? null : file.getOriginalFilename();
        // none when the form came too late and was sent again: files don't wait
        try (var content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            if (view.status() != CaseStatus.OPEN) {
                throw new Refusal("casefile.refusal.case-ended");
            }
            var id = documents.add(view.id(), name == null ? "" : name, kind, content, me.actor());
            if (documents.scan(id) == Documents.Scan.INFECTED) {
                throw new Refusal("casefile.refusal.file-infected");
            }
            next.addFlashAttribute("notice", "casefile.documents.added");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
        }
        next.addAttribute("number", number);
        return "redirect:/zaken/{number}";
    }

    /** Always a download: a browser never runs or shows what somebody sent. Scans are forms on paper, with addresses. */
    @GetMapping("/{document}")
    @Requires(Permission.OPEN_DOCUMENTS)
    void download(@PathVariable String number, @PathVariable UUID document, SignedIn me, HttpServletResponse response)
            throws IOException {
        var view = find(number);
        var file = documents.get(view.id(), document);
        if (file.kind() == Documents.Kind.SCAN && !me.may(Permission.SEE_CONTACTS, view.area())) {
            throw new AccessDeniedException("scan " + document);
        }
        audit.read(Act.DOCUMENT_OPENED, me.actor(), document, view.number());
        download.send(file, response);
    }

    private CaseView find(String number) {
        return cases.byNumber(number).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
