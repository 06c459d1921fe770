package org.samenspraak.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.casefile.Documents.Kind;
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
    private final DocumentVersions versions;
    private final Download download;
    private final Audit audit;

    DocumentPages(Cases cases, Documents documents, DocumentVersions versions, Download download, Audit audit) {
        this.cases = cases;
        this.documents = documents;
        this.versions = versions;
        this.download = download;
        this.audit = audit;
    }

    /** Into an open case of one's own areas; letters and decisions by who steers cases only. */
    @PostMapping
    @Requires(Permission.WORK)
    String add(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "ATTACHMENT") Kind kind,
            @RequestParam(defaultValue = "OFFICE") Audience audience,
            SignedIn me,
            RedirectAttributes next)
            throws IOException {
        var view = changeable(number, me);
        refuse(kind == Kind.RECEIPT || (kind.isOfficial() && !me.may(Permission.STEER_CASE)), number);
        refuse(audience != Audience.OFFICE && !me.may(Permission.SEE_CONTACTS, view.area()), number);
        return take(
                view,
                file,
                (name, content) -> documents.add(view.id(), name, kind, of(view, audience), content, me.actor()),
                "/zaken/{number}",
                next);
    }

    /** The same for a new version of what is there. */
    @PostMapping("/{document}/versies")
    @Requires(Permission.WORK)
    String replace(
            @PathVariable String number,
            @PathVariable UUID document,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            RedirectAttributes next)
            throws IOException {
        var view = changeable(number, me);
        changeable(view, document, me);
        next.addAttribute("document", document);
        return take(
                view,
                file,
                (name, content) -> versions.replace(view.id(), document, name, content, me.actor()),
                "/zaken/{number}/documenten/{document}/versies",
                next);
    }

    /** Who sees the contacts of the council says whether others see a document, and the council itself. */
    @PostMapping("/{document}/zichtbaar")
    @Requires(Permission.WORK)
    String show(
            @PathVariable String number,
            @PathVariable UUID document,
            @RequestParam Audience audience,
            SignedIn me,
            RedirectAttributes next) {
        var view = changeable(number, me);
        changeable(view, document, me);
        refuse(!me.may(Permission.SEE_CONTACTS, view.area()), number);
        try {
            refuseEnded(view);
            versions.show(view.id(), document, of(view, audience), me.actor());
            next.addFlashAttribute("notice", "casefile.documents.shown");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
        }
        return "redirect:/zaken/" + number + "/documenten/" + document + "/versies";
    }

    private String take(CaseView view, @Nullable MultipartFile file, Taking taking, String to, RedirectAttributes next)
            throws IOException {
        var name = file == null ? null : file.getOriginalFilename();
        // none when the form came too late and was sent again: files don't wait
        try (var content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            refuseEnded(view);
            var id = taking.take(name == null ? "" : name, content);
            if (documents.scan(id) == Documents.Scan.INFECTED) {
                throw new Refusal("casefile.refusal.file-infected");
            }
            next.addFlashAttribute("notice", "casefile.documents.added");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal);
        }
        next.addAttribute("number", view.number());
        return "redirect:" + to;
    }

    private interface Taking {
        UUID take(String name, InputStream content);
    }

    /** Always a download: a browser never runs or shows what somebody sent. */
    @GetMapping("/{document}")
    @Requires(Permission.OPEN_DOCUMENTS)
    void download(@PathVariable String number, @PathVariable UUID document, SignedIn me, HttpServletResponse response)
            throws IOException {
        var view = find(number);
        var file = documents.get(view.id(), document);
        refuse(!maySee(file, view, me), document);
        audit.read(Act.DOCUMENT_OPENED, me.actor(), document, view.number());
        download.send(file, response);
    }

    private static boolean maySee(Documents.Row file, CaseView view, SignedIn me) {
        return file.audience() != Audience.CONTACTS || me.may(Permission.SEE_CONTACTS, view.area());
    }

    private void changeable(CaseView view, UUID document, SignedIn me) {
        var file = documents.find(view.id(), document);
        refuse(!maySee(file, view, me) || (file.kind().isOfficial() && !me.may(Permission.STEER_CASE)), document);
    }

    private CaseView changeable(String number, SignedIn me) {
        var view = find(number);
        refuse(!me.may(Permission.WORK, view.area()), number);
        return view;
    }

    private static void refuse(boolean forbidden, Object what) {
        if (forbidden) {
            throw new AccessDeniedException(what.toString());
        }
    }

    private static Audience of(CaseView view, Audience audience) {
        if (audience == Audience.COUNCIL && view.council() == null) {
            throw Refusal.of("audience", "casefile.refusal.no-council");
        }
        return audience;
    }

    private static void refuseEnded(CaseView view) {
        if (view.status() != CaseStatus.OPEN) {
            throw new Refusal("casefile.refusal.case-ended");
        }
    }

    private CaseView find(String number) {
        return cases.byNumber(number).orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
