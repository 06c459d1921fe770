package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.ChangeParameter;
import org.samenspraak.regulation.NewParameter;
import org.samenspraak.regulation.ParameterName;
import org.samenspraak.regulation.ParameterType;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Values that the office adds to a draft of a regulation, for a model of its own, and takes out again. */
@Controller
@RequestMapping("/beheer/reglementen/{name}/{version}")
class OwnParameterPages {

    /** What a designer has a use for; the other kinds are read by code. */
    private static final List<ParameterType> TYPES = List.of(
            ParameterType.DAYS,
            ParameterType.WORKING_DAYS,
            ParameterType.WEEKS,
            ParameterType.MONTHS,
            ParameterType.YEARS,
            ParameterType.DATE_IN_YEAR,
            ParameterType.REMINDERS,
            ParameterType.CHOICE,
            ParameterType.AMOUNT,
            ParameterType.NUMBER,
            ParameterType.PERCENTAGE);

    private final Regulations regulations;
    private final Problems problems;
    private final MessageSource messages;

    OwnParameterPages(Regulations regulations, Problems problems, MessageSource messages) {
        this.regulations = regulations;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/nieuw")
    @Requires(Permission.WRITE_RULES)
    String show(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(name = "waarde", defaultValue = "") String key,
            Model model) {
        return page(new RegulationId(name, version), Typed.begun(key), model);
    }

    @PostMapping("/nieuw")
    @Requires(Permission.WRITE_RULES)
    String add(
            @PathVariable String name,
            @PathVariable int version,
            Typed typed,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var id = new RegulationId(name, version);
        try {
            regulations.add(id, typed.command(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(id, typed, model);
        }
        redirect.addFlashAttribute("notice", "admin.parameter.added");
        return "redirect:/beheer/reglementen/{name}/{version}";
    }

    @PostMapping("/waarden/{key}/weg")
    @Requires(Permission.WRITE_RULES)
    String remove(
            @PathVariable String name,
            @PathVariable int version,
            @PathVariable String key,
            SignedIn me,
            RedirectAttributes redirect) {
        var id = new RegulationId(name, version);
        if (regulations.find(id, key).isEmpty()) {
            throw new NotFound("regulation.refusal.unknown");
        }
        regulations.remove(id, key, me.actor());
        redirect.addFlashAttribute("notice", "admin.parameter.removed");
        return "redirect:/beheer/reglementen/{name}/{version}";
    }

    private String page(RegulationId id, Typed typed, Model model) {
        model.addAttribute("view", regulations.view(id));
        model.addAttribute("form", typed);
        model.addAttribute(
                "types",
                TYPES.stream()
                        .map(type -> new Option(type.name(), say("admin.parameter." + type.name())))
                        .toList());
        return "admin/parameter-new";
    }

    private String say(String key) {
        return String.valueOf(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    /** What the page sends. */
    record Typed(
            String key,
            String type,
            String value,
            String called,
            String calledEn,
            String article,
            String sentence,
            String sentenceEn,
            String reason,
            String reasonEn) {

        Typed {
            key = sent(key);
            type = sent(type);
            value = sent(value);
            called = sent(called);
            calledEn = sent(calledEn);
            article = sent(article);
            sentence = sent(sentence);
            sentenceEn = sent(sentenceEn);
            reason = sent(reason);
            reasonEn = sent(reasonEn);
        }

        static Typed begun(String key) {
            return new Typed(key, "", "", "", "", "", "", "", "", "");
        }

        private static String sent(String text) {
            return text == null ? "" : text;
        }

        /** @throws Refusal at the kind, when none was chosen */
        NewParameter command() {
            var kind = Stream.of(ParameterType.values())
                    .filter(it -> it.name().equals(type) && TYPES.contains(it))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("type", "admin.refusal.parameter-type"));
            var label = called.isBlank() && calledEn.isBlank() ? null : new ParameterName(called, calledEn);
            return new NewParameter(
                    key, kind, new ChangeParameter(key, value, article, sentence, sentenceEn, reason, reasonEn, label));
        }
    }
}
