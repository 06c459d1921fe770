package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Sheet;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.portal.FormWalk.At;
import org.samenspraak.portal.FormWalk.Turn;
import org.samenspraak.process.Trajectory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A council starts something of its own: any trajectory whose model says that councils may. */
@Controller
@RequestMapping("/raad/start")
class CouncilStartPages {

    static final String NOT_THEIRS = "portal/question-not-theirs";

    private static final String ONE = "/{trajectory}";
    /** The same to propose a new member. */
    private static final String NEW = ONE + "/{what:add}";
    /** The same about a member: what is proposed, and of whom. */
    private static final String ABOUT = ONE + "/{what:change|leave}/{member}";

    private final CouncilStarts starts;
    private final FormWalk walk;
    private final FillIn fillIn;
    private final Drafts drafts;
    private final Memberships memberships;
    private final MessageSource messages;

    CouncilStartPages(
            CouncilStarts starts,
            FormWalk walk,
            FillIn fillIn,
            Drafts drafts,
            Memberships memberships,
            MessageSource messages) {
        this.starts = starts;
        this.walk = walk;
        this.fillIn = fillIn;
        this.drafts = drafts;
        this.memberships = memberships;
        this.messages = messages;
    }

    @ForCouncils
    @GetMapping
    String choose(CouncilMember me, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("starts", starts.all());
        return "portal/starts";
    }

    @ForCouncils
    @GetMapping({ONE, NEW, ABOUT})
    String show(
            @PathVariable String trajectory,
            @PathVariable(required = false) @Nullable String what,
            @PathVariable(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String alles,
            @RequestParam(required = false) @Nullable Integer stap,
            @RequestParam(required = false) @Nullable String nakijken,
            CouncilMember me,
            Model model,
            HttpServletResponse response) {
        if (isClosed(trajectory, me)) {
            return notTheirs(response);
        }
        var start = start(trajectory, what, member, me);
        return page(start, walk.open(start.sheet(), At.of(alles, stap, nakijken)), me, model);
    }

    @ForCouncils
    @PostMapping({ONE, NEW, ABOUT})
    String press(
            @PathVariable String trajectory,
            @PathVariable(required = false) @Nullable String what,
            @PathVariable(required = false) @Nullable UUID member,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            CouncilMember me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (isClosed(trajectory, me)) {
            return notTheirs(response);
        }
        var start = start(trajectory, what, member, me);
        var turn = walk.press(start.sheet(), sent, files);
        if (turn instanceof Turn.Go go) {
            return "redirect:" + start.url() + go.at().query();
        }
        var shown = (Turn.Shown) turn;
        var errors = new ArrayList<FieldError>();
        if (shown.filled().isReady()) {
            try {
                refuseUnlessMaySend(me);
                var opened = starts.start(start.trajectory(), start.sheet(), shown.filled(), me);
                next.addFlashAttribute("notice", "portal.council.start.done");
                next.addFlashAttribute("noticeArgs", List.of(opened.number()));
                return "redirect:/raad/start";
            } catch (Refusal refusal) {
                errors.add(error(refusal));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(start, errors.isEmpty() ? shown : walk.refused(start.sheet(), shown, errors), me, model);
    }

    /** While somebody types. */
    @ForCouncils
    @PostMapping({ONE + "/concept", NEW + "/concept", ABOUT + "/concept"})
    String keep(
            @PathVariable String trajectory,
            @PathVariable(required = false) @Nullable String what,
            @PathVariable(required = false) @Nullable UUID member,
            @RequestParam MultiValueMap<String, String> sent,
            CouncilMember me,
            Model model) {
        var start = start(trajectory, what, member, me);
        var draft = fillIn.keepQuietly(start.sheet(), sent);
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute("here", start.url() + FormWalk.at(sent).query());
        model.addAttribute("closed", draft.isEmpty());
        model.addAttribute("quiet", true);
        return "forms/draft :: kept";
    }

    private static void refuseUnlessMaySend(CouncilMember me) {
        if (!me.maySend()) {
            throw new Refusal("portal.council.may-not-send");
        }
    }

    private boolean isClosed(String key, CouncilMember me) {
        return starts.find(key).filter(one -> starts.isClosedTo(one, me)).isPresent();
    }

    private static String notTheirs(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return NOT_THEIRS;
    }

    private Start start(String key, @Nullable String what, @Nullable UUID id, CouncilMember me) {
        var trajectory =
                starts.find(key).filter(one -> !starts.isClosedTo(one, me)).orElseThrow(CouncilStartPages::unknown);
        var member = id == null ? null : member(id, me);
        var url = Stream.of("/raad/start", key, what, id)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("/"));
        return new Start(trajectory, starts.sheet(trajectory, me, what, member), url);
    }

    private Member member(UUID id, CouncilMember me) {
        return memberships.today(me.council().id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(CouncilStartPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String page(Start start, Turn.Shown shown, CouncilMember me, Model model) {
        var english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        var trajectory = start.trajectory();
        walk.fill(model, start.sheet(), shown);
        model.addAttribute(
                "writers", drafts.writers(start.sheet().place(), start.sheet().by()));
        model.addAttribute("title", english && trajectory.nameEn() != null ? trajectory.nameEn() : trajectory.name());
        model.addAttribute("about", trajectory.about(LocaleContextHolder.getLocale()));
        model.addAttribute("url", start.url());
        model.addAttribute("me", me);
        return "portal/start-form";
    }

    private FieldError error(Refusal refusal) {
        var path = refusal.field();
        return new FieldError(
                path == null ? "errors" : path,
                messages.getMessage("portal.prompt.refused", null, LocaleContextHolder.getLocale()),
                messages.getMessage(refusal.messageKey(), refusal.args().toArray(), LocaleContextHolder.getLocale()));
    }

    private record Start(Trajectory trajectory, Sheet sheet, String url) {}
}
