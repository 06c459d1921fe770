package org.samenspraak.designer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.samenspraak.designer.DraftFiles.DraftFile;
import org.samenspraak.designer.OtherVersions.OtherVersion;
import org.samenspraak.designer.TrajectoryModel.Said;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file of a draft: drawn in the editor, which keeps it while somebody works, or as text. */
@Controller
@RequestMapping("/ontwerp/trajecten/{folder}/{file}")
class EditorPages {

    /** The editors draw with inline styles and fonts of their own; nothing comes from outside. */
    private static final String CONTENT = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Workbench workbench;
    private final TrajectoryModel page;
    private final DesignChoices choices;
    private final OpenFiles open;
    private final OtherVersions others;
    private final Problems problems;
    private final MessageSource messages;
    private final Dates dates;
    private final Clock clock;

    EditorPages(
            Workbench workbench,
            TrajectoryModel page,
            DesignChoices choices,
            OpenFiles open,
            OtherVersions others,
            Problems problems,
            MessageSource messages,
            Dates dates,
            Clock clock) {
        this.workbench = workbench;
        this.page = page;
        this.choices = choices;
        this.open = open;
        this.others = others;
        this.problems = problems;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.SEE_DESIGN)
    String show(
            @PathVariable String folder,
            @PathVariable String file,
            SignedIn me,
            HttpServletResponse response,
            Model model) {
        var row = workbench.file(folder, file);
        if (me.may(Permission.DESIGN)) {
            model.addAttribute("others", others(folder, file, me));
        }
        return show(folder, row, row.content(), response, model);
    }

    private String show(String folder, FileRow row, String source, HttpServletResponse response, Model model) {
        response.setHeader("Content-Security-Policy", CONTENT);
        model.addAttribute("folder", folder);
        model.addAttribute("row", row);
        model.addAttribute("source", source);
        model.addAttribute("isPublished", workbench.published(folder).containsKey(row.file()));
        model.addAttribute("findings", findings(folder, row.file()));
        model.addAttribute("versions", versions(folder, row));
        model.addAttribute("broken", ModelSketch.of(row.file(), source).parts().isEmpty());
        return "designer/editor";
    }

    private List<Beside> versions(String folder, FileRow row) {
        var draft = workbench.draft(folder);
        return others.of(folder, row.file(), row.content()).stream()
                .map(it -> new Beside(it, page.changes(row.between(it.content()), draft)))
                .toList();
    }

    /** An open editor says so now and then, and hears who else has the file open: a sentence, or nothing. */
    @PostMapping("/open")
    @Requires(Permission.DESIGN)
    ResponseEntity<String> open(@PathVariable String folder, @PathVariable String file, SignedIn me) {
        workbench.file(folder, file);
        return text(others(folder, file, me));
    }

    private String others(String folder, String file, SignedIn me) {
        var names = open.open(folder, file, me.actor());
        return names.isEmpty()
                ? ""
                : messages.getMessage(
                        "designer.editor.others",
                        new Object[] {String.join(", ", names)},
                        LocaleContextHolder.getLocale());
    }

    /** The draft itself, as the editor reads it. */
    @GetMapping("/inhoud")
    @Requires(Permission.SEE_DESIGN)
    ResponseEntity<String> content(@PathVariable String folder, @PathVariable String file) {
        return text(workbench.file(folder, file).content());
    }

    /** What the properties of an element offer. */
    @GetMapping("/keuzes")
    @Requires(Permission.SEE_DESIGN)
    @ResponseBody
    DesignChoices.Choices choices(@PathVariable String folder, @PathVariable String file) {
        return choices.of(folder, file);
    }

    /** What new cases start on, to compare with. */
    @GetMapping("/gepubliceerd")
    @Requires(Permission.SEE_DESIGN)
    ResponseEntity<String> published(@PathVariable String folder, @PathVariable String file) {
        var content = workbench.published(folder).get(file);
        if (content == null) {
            throw new NotFound("designer.refusal.no-file");
        }
        return text(content);
    }

    private static ResponseEntity<String> text(String content) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    /** To be saved, and opened in Camunda Modeler. */
    @GetMapping("/bestand")
    @Requires(Permission.SEE_DESIGN)
    ResponseEntity<String> download(@PathVariable String folder, @PathVariable String file) {
        var row = workbench.file(folder, file);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(row.content());
    }

    /** Keeps what the editor holds. */
    @PostMapping("/inhoud")
    @Requires(Permission.DESIGN)
    ResponseEntity<Kept> keep(
            @PathVariable String folder,
            @PathVariable String file,
            @RequestParam String content,
            @RequestParam(defaultValue = "0") long version,
            SignedIn me) {
        try {
            var kept = save(folder, file, content, version, me);
            return ResponseEntity.ok(new Kept(kept, dates.time(clock.instant()), findings(folder, file), "", "", ""));
        } catch (Refusal refusal) {
            return ResponseEntity.unprocessableEntity().body(Kept.refused(say(refusal)));
        } catch (OptimisticLockingFailureException meanwhile) {
            others.keep(folder, file, content, me.actor().name());
            return ResponseEntity.status(409).body(theirs(folder, file));
        }
    }

    private long save(String folder, String file, String content, long version, SignedIn me) {
        workbench.file(folder, file);
        return workbench.save(folder, file, content, version, me.actor());
    }

    private Kept theirs(String folder, String file) {
        var row = workbench.file(folder, file);
        var by = workbench.drafted(folder, file).map(DraftFile::byName).orElse("");
        var message = messages.getMessage(
                by.isEmpty() ? "designer.refusal.published-meanwhile" : "designer.refusal.drafted-meanwhile",
                new Object[] {by},
                LocaleContextHolder.getLocale());
        return new Kept(row.version(), "", List.of(), row.content(), by, message);
    }

    private String say(Refusal refusal) {
        return messages.getMessage(refusal.messageKey(), refusal.args().toArray(), LocaleContextHolder.getLocale());
    }

    private List<Said> findings(String folder, String file) {
        return page.findings(folder).stream()
                .filter(finding -> finding.file().equals(file))
                .toList();
    }

    /** The same as a text, or from a file, for who draws elsewhere. */
    @PostMapping("/bron")
    @Requires(Permission.DESIGN)
    String replace(
            @PathVariable String folder,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(required = false) MultipartFile upload,
            @RequestParam(defaultValue = "0") long version,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        var row = workbench.file(folder, file);
        var typed = content.replace("\r\n", "\n");
        try {
            var source = upload == null || upload.isEmpty() ? typed : TrajectoryZip.text(file, upload.getBytes());
            save(folder, file, source, version, me);
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return show(folder, row, typed, response, model);
        } catch (OptimisticLockingFailureException meanwhile) {
            response.setStatus(409);
            model.addAttribute("theirs", theirs(folder, file));
            return show(folder, row, typed, response, model);
        }
        redirect.addFlashAttribute("notice", "designer.file.kept");
        return "redirect:/ontwerp/trajecten/{folder}/{file}";
    }

    /** Goes back to what is published, or throws away what never was. */
    @PostMapping("/terug")
    @Requires(Permission.DESIGN)
    String discard(
            @PathVariable String folder,
            @PathVariable String file,
            @RequestParam long version,
            SignedIn me,
            RedirectAttributes redirect) {
        workbench.discard(folder, file, version, me.actor());
        redirect.addFlashAttribute("notice", "designer.file.discarded");
        return workbench.isKnown(folder) ? "redirect:/ontwerp/trajecten/{folder}" : "redirect:/ontwerp";
    }

    /** Takes the file out of the trajectory, once that is published. */
    @PostMapping("/weg")
    @Requires(Permission.DESIGN)
    String remove(
            @PathVariable String folder,
            @PathVariable String file,
            @RequestParam long version,
            SignedIn me,
            RedirectAttributes redirect) {
        workbench.remove(folder, file, version, me.actor());
        redirect.addFlashAttribute("notice", "designer.file.removed");
        return workbench.isKnown(folder) ? "redirect:/ontwerp/trajecten/{folder}" : "redirect:/ontwerp";
    }

    /** @param differs from the draft, a sentence each */
    record Beside(OtherVersion kept, List<Said> differs) {}

    /**
     * What the editor is told.
     *
     * @param version of the draft, to go on from
     * @param saved the hour it was kept, empty when it was not
     * @param content what somebody else wrote meanwhile
     * @param by who
     * @param message why it was not kept
     */
    record Kept(long version, String saved, List<Said> findings, String content, String by, String message) {

        static Kept refused(String message) {
            return new Kept(0, "", List.of(), "", "", message);
        }
    }
}
