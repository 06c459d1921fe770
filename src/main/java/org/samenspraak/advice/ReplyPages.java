package org.samenspraak.advice;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Replies.Saved;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The points of all councils side by side, each with its reply. One form: whatever is pressed, nothing typed is lost. */
@Controller
@RequestMapping("/zaken/{number}/terugkoppeling")
class ReplyPages {

    private final ReplyCases cases;
    private final ReplyPage page;
    private final Replies replies;
    private final ReplyGroups groups;
    private final Problems problems;

    ReplyPages(ReplyCases cases, ReplyPage page, Replies replies, ReplyGroups groups, Problems problems) {
        this.cases = cases;
        this.page = page;
        this.replies = replies;
        this.groups = groups;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(@PathVariable String number, @ModelAttribute("filter") ReplyFilter filter, SignedIn me, Model model) {
        return page.show(cases.get(number), filter, me, model);
    }

    @PostMapping
    @Requires(Permission.WORK)
    String save(
            @PathVariable String number,
            @ModelAttribute("filter") ReplyFilter filter,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var file = toReply(number, me);
        var press = Press.of(sent);
        var typed = TypedReply.all(sent);
        var meant = press.one() == null
                ? typed
                : typed.stream()
                        .filter(reply -> reply.key().equals(press.one()))
                        .toList();
        var saved = Saved.NOTHING;
        try {
            saved = replies.save(file.file().id(), meant, me.actor());
            if (!saved.isWhole()) {
                return again(file, filter, typed, saved, press, me, model, response);
            }
            regroup(file.file().id(), press, me);
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page.again(file, filter, typed, saved, press, me, model);
        }
        if (meant.size() < typed.size()
                && typed.stream().anyMatch(reply -> !meant.contains(reply) && reply.isTouched())) {
            model.addAttribute("keptOne", true);
            return page.again(file, filter, typed, saved, press, me, model);
        }
        next.addFlashAttribute("notice", press.notice());
        next.addFlashAttribute("noticeArgs", new Object[] {saved.units().size()});
        return "redirect:/zaken/" + number + "/terugkoppeling?" + filter.text() + press.anchor();
    }

    private void regroup(CaseId caseId, Press press, SignedIn me) {
        if (press.group()) {
            groups.join(caseId, press.picked().stream().collect(Collectors.toSet()), press.title(), me.actor());
        }
        if (press.out() != null && press.outOf() != null) {
            groups.takeOut(caseId, press.outOf(), press.out(), me.actor());
        }
        if (press.undo() != null) {
            groups.undo(caseId, press.undo(), me.actor());
        }
    }

    private String again(
            ReplyCase file,
            ReplyFilter filter,
            List<TypedReply> typed,
            Saved saved,
            Press press,
            SignedIn me,
            Model model,
            HttpServletResponse response) {
        problems.show(page.refusals(saved), model);
        response.setStatus((saved.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
        return page.again(file, filter, typed, saved, press, me, model);
    }

    private ReplyCase toReply(String number, SignedIn me) {
        var file = cases.get(number);
        if (!file.isRepliedBy(me)) {
            throw new AccessDeniedException(number);
        }
        return file;
    }

    /**
     * Which button was pressed.
     *
     * @param one the only reply to save, or none for all of the page
     * @param group whether what is picked becomes one group
     * @param outOf the group that the point {@code out} is taken out of
     * @param undo a regrouping, or none
     */
    record Press(
            @Nullable UUID one,
            boolean group,
            String title,
            List<UUID> picked,
            @Nullable UUID out,
            @Nullable UUID outOf,
            @Nullable Long undo) {

        static Press of(MultiValueMap<String, String> sent) {
            var out = String.valueOf(sent.getFirst("out")).split(":", 2);
            var title = sent.getFirst("title");
            return new Press(
                    TypedReply.key(String.valueOf(sent.getFirst("one"))).orElse(null),
                    sent.containsKey("group"),
                    title == null ? "" : title.replaceAll("\\p{Cntrl}", " ").strip(),
                    sent.getOrDefault("pick", List.of()).stream()
                            .flatMap(key -> TypedReply.key(key).stream())
                            .toList(),
                    out.length < 2 ? null : TypedReply.key(out[1]).orElse(null),
                    TypedReply.key(out[0]).orElse(null),
                    number(sent.getFirst("undo")));
        }

        private static @Nullable Long number(@Nullable String text) {
            return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
        }

        String notice() {
            return group
                    ? "advice.notice.grouped"
                    : out != null
                            ? "advice.notice.taken-out"
                            : undo != null ? "advice.notice.undone" : "advice.notice.saved";
        }

        String anchor() {
            return one == null ? "" : "#r-" + one;
        }
    }
}
