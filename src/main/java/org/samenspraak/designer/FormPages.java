package org.samenspraak.designer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Pasting;
import org.samenspraak.forms.Preview;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Feel;
import org.samenspraak.process.FormFields;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** Any form as councils and officials will see it: with sample data, with mistakes, sent. Nothing is kept. */
@Controller
@RequestMapping("/ontwerp/formulieren")
class FormPages {

    /** Names that no field of a form can have. */
    private static final String SCHEMA = "preview:schema";

    private static final String DATA = "preview:data";

    private final Workbench workbench;
    private final Preview preview;
    private final Forms forms;
    private final Pasting pasting;
    private final Problems problems;
    private final MessageSource messages;

    FormPages(
            Workbench workbench,
            Preview preview,
            Forms forms,
            Pasting pasting,
            Problems problems,
            MessageSource messages) {
        this.workbench = workbench;
        this.preview = preview;
        this.forms = forms;
        this.pasting = pasting;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.DESIGN)
    String list(Model model) {
        model.addAttribute("forms", preview.shipped());
        model.addAttribute("drafts", workbench.draftedForms());
        return "designer/forms";
    }

    @GetMapping("/{id}")
    @Requires(Permission.DESIGN)
    String show(@PathVariable String id, Locale locale, Model model) {
        var form = preview.shipped().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var sample = preview.sample(form);
        model.addAttribute("form", forms.view(form, sample));
        return page(form.json(), Preview.text(sample), locale, model);
    }

    /** One that is not published yet, as it stands in its draft. */
    @GetMapping("/ontwerp/{folder}/{file}")
    @Requires(Permission.DESIGN)
    String draft(
            @PathVariable String folder,
            @PathVariable String file,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var schema = workbench.file(folder, file).content();
        var data = "";
        try {
            var form = preview.parse(schema);
            var sample = preview.sample(form);
            data = Preview.text(sample);
            model.addAttribute("form", forms.view(form, sample));
        } catch (Feel.TooSlow tooSlow) {
            problems.refuse(Refusal.of(SCHEMA, "designer.refusal.slow"), model, response);
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
        }
        return page(schema, data, locale, model);
    }

    /**
     * Shows the schema and data that came along. The buttons {@code preview:show} and {@code preview:faults} start anew from
     * the data; any other sends what was filled in, as far as the judge.
     */
    @PostMapping("/proef")
    @Requires(Permission.DESIGN)
    String preview(
            @RequestParam(SCHEMA) String schema,
            @RequestParam(name = DATA, defaultValue = "") String data,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            show(preview.parse(schema), Preview.data(data), sent, request, locale, model);
        } catch (Feel.TooSlow tooSlow) {
            problems.refuse(Refusal.of(SCHEMA, "designer.refusal.slow"), model, response);
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
        }
        return page(schema, data, locale, model);
    }

    private void show(
            Form form,
            Map<String, Object> data,
            MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        if (sent.containsKey("preview:show")) {
            model.addAttribute("form", forms.view(form, data));
        } else if (sent.containsKey("preview:faults")) {
            var message = messages.getMessage("designer.form.fault", null, locale);
            model.addAttribute("form", preview.faults(form, data, message));
        } else {
            var pasted = pasting.take(form, sent, files(request));
            model.addAttribute(
                    "form",
                    pasted.errors().isEmpty()
                            ? forms.rework(form, data, pasted.sent())
                                    .orElseGet(() -> judged(form, data, pasted.sent(), request, model))
                            : forms.view(form, forms.judge(form, data, pasted.sent()), pasted.errors()));
        }
    }

    private FormView judged(
            Form form,
            Map<String, Object> data,
            MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        var known = Preview.withFiles(form, data, files(request));
        var judgement = forms.judge(form, known, sent);
        if (judgement.accepted()) {
            model.addAttribute("kept", forms.sent(form, judgement.answers(), true));
            model.addAttribute("answers", Preview.text(judgement.answers().values()));
            model.addAttribute("facts", Preview.text(judgement.facts()));
        }
        return forms.view(form, judgement);
    }

    private static MultiValueMap<String, MultipartFile> files(HttpServletRequest request) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null ? new LinkedMultiValueMap<>() : multipart.getMultiFileMap();
    }

    private Finding say(FormFields.Problem problem, Locale locale) {
        return new Finding(problem.field(), messages.getMessage(problem.why(), locale));
    }

    /** @param field its key, or nothing for the form itself */
    public record Finding(String field, String why) {}

    private String page(String schema, String data, Locale locale, Model model) {
        model.addAttribute("schema", schema);
        model.addAttribute("data", data);
        model.addAttribute(
                "findings",
                preview.problems(schema).stream().map(it -> say(it, locale)).toList());
        return "designer/form";
    }
}
