package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.TypedDay;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.ChangeParameter;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterName;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.RegulationView;
import org.samenspraak.regulation.Regulations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Regulations: every version with its values, their articles, and how many cases hang on it. */
@Controller
class RegulationPages {

    private final Regulations regulations;
    private final Cases cases;
    private final RegulationChanges changes;
    private final Problems problems;

    RegulationPages(Regulations regulations, Cases cases, RegulationChanges changes, Problems problems) {
        this.regulations = regulations;
        this.changes = changes;
        this.cases = cases;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @ModelAttribute("operates")
    boolean operates(SignedIn me) {
        return me.may(Permission.SEE_OPERATION);
    }

    @ModelAttribute("writes")
    boolean writes(SignedIn me) {
        return me.may(Permission.WRITE_RULES);
    }

    @GetMapping("/beheer/reglementen")
    @Requires(Permission.SEE_RULES)
    String list(Model model) {
        List<Row> rows = regulations.all().stream()
                .map(view -> new Row(view, cases.boundTo(view.id())))
                .toList();
        model.addAttribute("rows", rows);
        return "admin/regulations";
    }

    @GetMapping("/beheer/reglementen/{name}/{version}")
    @Requires(Permission.SEE_RULES)
    String show(@PathVariable String name, @PathVariable int version, Model model) {
        var view = find(name, version);
        model.addAttribute("row", new Row(view, cases.boundTo(view.id())));
        model.addAttribute("parameters", regulations.parameters(view.id()).values());
        model.addAttribute("draft", regulations.draft(name).orElse(null));
        model.addAttribute("changes", changes.of(view).orElse(null));
        return "admin/regulation";
    }

    @PostMapping("/beheer/reglementen/{name}/{version}/kopie")
    @Requires(Permission.WRITE_RULES)
    String copy(@PathVariable String name, @PathVariable int version, SignedIn me, RedirectAttributes redirect) {
        var copy = regulations.copy(find(name, version).id(), me.actor());
        redirect.addFlashAttribute("notice", "admin.regulation.copied");
        return url(copy);
    }

    @PostMapping("/beheer/reglementen/{name}/{version}/vanaf")
    @Requires(Permission.ADMINISTER)
    String holdFrom(
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String holdsFrom,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            regulations.holdFrom(
                    find(name, version).id(), TypedDay.read("holdsFrom", holdsFrom, "admin.refusal.day"), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("holdsFrom", holdsFrom);
            return show(name, version, model);
        }
        redirect.addFlashAttribute("notice", "admin.regulation.holds");
        return url(new RegulationId(name, version));
    }

    @GetMapping("/beheer/reglementen/{name}/{version}/waarden/{key}")
    @Requires(Permission.WRITE_RULES)
    String edit(@PathVariable String name, @PathVariable int version, @PathVariable String key, Model model) {
        var parameter = parameter(find(name, version).id(), key);
        return edit(
                name,
                version,
                key,
                new ValueForm(
                        parameter.value(),
                        parameter.article(),
                        parameter.sentence(),
                        parameter.sentenceEn(),
                        parameter.reason(),
                        parameter.reasonEn(),
                        parameter.name() == null ? null : parameter.name().dutch(),
                        parameter.name() == null ? null : parameter.name().english()),
                model);
    }

    @PostMapping("/beheer/reglementen/{name}/{version}/waarden/{key}")
    @Requires(Permission.WRITE_RULES)
    String change(
            @PathVariable String name,
            @PathVariable int version,
            @PathVariable String key,
            @ModelAttribute("form") ValueForm form,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var id = find(name, version).id();
        var known = parameter(id, key);
        try {
            refuseWhatHolds(find(name, version), me);
            regulations.change(id, form.command(known.key()), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return edit(name, version, key, form, model);
        }
        redirect.addFlashAttribute("notice", "admin.regulation.changed");
        return url(new RegulationId(name, version));
    }

    private String edit(String name, int version, String key, ValueForm form, Model model) {
        var view = find(name, version);
        model.addAttribute("view", view);
        model.addAttribute("parameter", parameter(view.id(), key));
        model.addAttribute("form", form);
        return "admin/parameter";
    }

    private Parameter parameter(RegulationId id, String key) {
        return regulations.find(id, key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RegulationView find(String name, int version) {
        return regulations.all().stream()
                .filter(view -> view.id().equals(new RegulationId(name, version)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String url(RegulationId id) {
        return "redirect:/beheer/reglementen/" + id.name() + "/" + id.version();
    }

    /** @param cases how many hang on it */
    record Row(RegulationView view, int cases) {}

    /** Who does not administer changes what somebody else lets hold; so does who designs as well. */
    private static void refuseWhatHolds(RegulationView view, SignedIn me) {
        if (view.holdsFrom() != null && (!me.may(Permission.ADMINISTER) || me.may(Permission.DESIGN))) {
            throw new Refusal("regulation.refusal.holds");
        }
    }

    /** @param called what the office calls it; not sent for what the texts of the product name */
    record ValueForm(
            @Nullable String value,
            @Nullable String article,
            @Nullable String sentence,
            @Nullable String sentenceEn,
            @Nullable String reason,
            @Nullable String reasonEn,
            @Nullable String called,
            @Nullable String calledEn) {

        /** A field that was not sent is empty. */
        ChangeParameter command(String key) {
            return new ChangeParameter(
                    key,
                    Objects.requireNonNullElse(value, ""),
                    Objects.requireNonNullElse(article, ""),
                    Objects.requireNonNullElse(sentence, ""),
                    Objects.requireNonNullElse(sentenceEn, ""),
                    Objects.requireNonNullElse(reason, ""),
                    Objects.requireNonNullElse(reasonEn, ""),
                    called == null && calledEn == null
                            ? null
                            : new ParameterName(
                                    Objects.requireNonNullElse(called, ""), Objects.requireNonNullElse(calledEn, "")));
        }
    }
}
