package org.samenspraak.advice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Exports;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Points and replies as a file, and the file back: what it changes is shown first. */
@Controller
@RequestMapping("/zaken/{number}/terugkoppeling")
class ReplySheetPages {

    private static final int PART = 200;
    private static final String IN = "/inlezen";

    private final ReplyCases cases;
    private final ReplyUnits units;
    private final SheetReplies lines;
    private final ReplyImport files;
    private final ReplyPage page;
    private final Exports exports;
    private final Audit audit;
    private final Problems problems;
    private final MessageSource texts;

    ReplySheetPages(
            ReplyCases cases,
            ReplyUnits units,
            SheetReplies lines,
            ReplyImport files,
            ReplyPage page,
            Exports exports,
            Audit audit,
            Problems problems,
            MessageSource texts) {
        this.cases = cases;
        this.units = units;
        this.lines = lines;
        this.files = files;
        this.page = page;
        this.exports = exports;
        this.audit = audit;
        this.problems = problems;
        this.texts = texts;
    }

    @GetMapping("/uitvoer." + Exports.FORMAT)
    @Requires(Permission.SEE_OFFICE)
    void file(
            @PathVariable String number,
            @PathVariable String format,
            SignedIn me,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var file = cases.get(number).file();
        var name = texts.getMessage("advice.replies.title", null, locale) + " " + number;
        exports.send(me.person(), name, format, response, sheet -> {
            audit.add(Act.LIST_EXPORTED, me.actor(), "/zaken/" + number + "/terugkoppeling");
            sheet.line((Object[]) lines.columns(locale));
            var filter = ReplyFilter.ALL;
            String next;
            do {
                var part = units.page(file.id(), filter, PART);
                for (var unit : part.rows()) {
                    sheet.line(lines.line(unit, locale));
                }
                next = part.next();
                filter = filter.after(next == null ? null : UUID.fromString(next));
            } while (next != null);
        });
    }

    @GetMapping(IN)
    @Requires(Permission.WORK)
    String show(@PathVariable String number, SignedIn me, Model model) {
        return show(toReply(number, me), me, model);
    }

    @PostMapping(IN)
    @Requires(Permission.WORK)
    String take(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var replied = toReply(number, me);
        try (var content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            files.take(replied.file().id(), content, me);
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return show(replied, me, model);
        }
        return "redirect:/zaken/" + number + "/terugkoppeling" + IN;
    }

    @PostMapping(IN + "/bevestigen")
    @Requires(Permission.WORK)
    String confirm(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var file = toReply(number, me);
        var id = file.file().id();
        if (sent.containsKey("forget")) {
            files.forget(id, me);
            next.addFlashAttribute("notice", "advice.notice.sheet-forgotten");
            return "redirect:/zaken/" + number + "/terugkoppeling";
        }
        try {
            refuseUndecided(files.preview(id, me), sent);
            var saved = files.confirm(id, choices(sent), me);
            if (saved.isConflict()) {
                problems.show(page.refusals(saved), model);
                response.setStatus(HttpStatus.CONFLICT.value());
                return show(file, me, model);
            }
            next.addFlashAttribute("notice", "advice.notice.sheet-read");
            next.addFlashAttribute("noticeArgs", new Object[] {saved.units().size()});
            return "redirect:/zaken/" + number + "/terugkoppeling";
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return show(file, me, model);
        }
    }

    private static void refuseUndecided(ReplyImport.Preview preview, MultiValueMap<String, String> sent) {
        preview.conflicts().stream()
                .map(line -> "choose-" + line.reply().key())
                .filter(name -> !sent.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.of(name, "advice.refusal.undecided");
                });
    }

    /** Where the reader chose their file: the mark of what they saw then. */
    private static Map<UUID, String> choices(MultiValueMap<String, String> sent) {
        var choices = new HashMap<UUID, String>();
        sent.forEach((name, values) -> {
            if (name.startsWith("choose-") && !"kept".equals(values.get(0))) {
                TypedReply.key(name.substring("choose-".length())).ifPresent(key -> choices.put(key, values.get(0)));
            }
        });
        return choices;
    }

    private String show(ReplyCase file, SignedIn me, Model model) {
        model.addAttribute("case", file.file());
        model.addAttribute("mayReply", file.isOpen());
        model.addAttribute("preview", files.preview(file.file().id(), me));
        model.addAttribute("roles", page.names());
        return "advice/reply-sheet";
    }

    private ReplyCase toReply(String number, SignedIn me) {
        var file = cases.get(number);
        if (!file.isRepliedBy(me)) {
            throw new AccessDeniedException(number);
        }
        return file;
    }
}
