package org.samenspraak.designer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Preview;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.DryRuns;
import org.samenspraak.process.DryRuns.TaskRow;
import org.samenspraak.process.ModelRefused;
import org.samenspraak.process.ModelSketch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft gone through from its first form to its end, with forms filled in and clocks run out by hand. Nothing leaves the office by it. */
@Controller
@RequestMapping("/ontwerp/trajecten/{folder}/proef")
class DryRunPages {

    private static final String RUN = "redirect:/ontwerp/trajecten/{folder}/proef/{run}";

    private final Workbench workbench;
    private final DryRuns runs;
    private final Preview preview;
    private final Forms forms;
    private final Problems problems;
    private final DryRunWords words;

    DryRunPages(Workbench workbench, DryRuns runs, Preview preview, Forms forms, Problems problems, DryRunWords words) {
        this.words = words;
        this.workbench = workbench;
        this.runs = runs;
        this.preview = preview;
        this.forms = forms;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.DESIGN)
    String list(@PathVariable String folder, Model model) {
        workbench.files(folder);
        model.addAttribute("folder", folder);
        model.addAttribute("runs", runs.of(folder));
        model.addAttribute("models", models(folder));
        return "designer/dry-runs";
    }

    private List<TriedModel> models(String folder) {
        return workbench.draft(folder).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .map(file -> TriedModel.of(file.getKey(), ModelSketch.of(file.getKey(), file.getValue())))
                .toList();
    }

    /** The form that a case of this model starts with, or a button where it has none. */
    @GetMapping("/begin/{process}")
    @Requires(Permission.DESIGN)
    String begin(@PathVariable String folder, @PathVariable String process, Model model) {
        var form = startForm(folder, process);
        model.addAttribute("form", form == null ? null : forms.view(form, example(folder, process, form)));
        return asking(folder, name(folder, process), "begin/" + process, model);
    }

    @PostMapping("/begin/{process}")
    @Requires(Permission.DESIGN)
    String start(
            @PathVariable String folder,
            @PathVariable String process,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var form = startForm(folder, process);
        try {
            var judgement = form == null ? null : judged(form, example(folder, process, form), sent, response, model);
            if (form != null && judgement == null) {
                return asking(folder, name(folder, process), "begin/" + process, model);
            }
            var facts = judgement == null ? Map.<String, Object>of() : judgement.facts();
            var run = runs.start(folder, workbench.draft(folder), process, facts, me.actor());
            if (form != null && judgement != null) {
                runs.answered(folder, run, form.id(), judgement.answers().values());
            }
            redirect.addAttribute("run", run);
            return RUN;
        } catch (ModelRefused faults) {
            return refused(new Refusal("designer.refusal.faults"), folder, response, model);
        } catch (Refusal refusal) {
            return refused(refusal, folder, response, model);
        }
    }

    private String refused(Refusal refusal, String folder, HttpServletResponse response, Model model) {
        problems.refuse(refusal, model, response);
        return list(folder, model);
    }

    private TriedModel start(String folder, String process) {
        return models(folder).stream()
                .filter(it -> it.process().equals(process))
                .findFirst()
                .orElseThrow(() -> new NotFound("designer.refusal.no-file"));
    }

    /** What a model is called in the draft; its id when it has no name, or left. */
    private String name(String folder, String process) {
        return models(folder).stream()
                .filter(it -> it.process().equals(process) && !it.name().isBlank())
                .map(TriedModel::name)
                .findFirst()
                .orElse(process);
    }

    private @Nullable Form startForm(String folder, String process) {
        var schema = workbench.draft(folder).get(start(folder, process).form() + ".form");
        return schema == null ? null : preview.parse(schema);
    }

    /** What was answered; nothing when the form is shown again with what is wrong. */
    private @Nullable Judgement judged(
            Form form,
            Map<String, Object> known,
            MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        var again = forms.rework(form, known, sent);
        if (again.isPresent()) {
            model.addAttribute("form", again.get());
            return null;
        }
        var judgement = forms.judge(form, known, sent);
        if (judgement.accepted()) {
            return judgement;
        }
        response.setStatus(422);
        model.addAttribute("form", forms.view(form, judgement));
        return null;
    }

    private static String asking(String folder, String title, String to, Model model) {
        model.addAttribute("folder", folder);
        model.addAttribute("heading", title);
        model.addAttribute("to", to);
        return "designer/dry-run-form";
    }

    @GetMapping("/{run}")
    @Requires(Permission.DESIGN)
    String show(@PathVariable String folder, @PathVariable UUID run, Model model) {
        model.addAttribute("folder", folder);
        var view = runs.view(folder, run);
        model.addAttribute("view", view);
        model.addAttribute("name", name(folder, view.run().model()));
        model.addAttribute("words", words.of(folder, view));
        return "designer/dry-run";
    }

    @GetMapping("/{run}/taken/{task}")
    @Requires(Permission.DESIGN)
    String task(@PathVariable String folder, @PathVariable UUID run, @PathVariable String task, Model model) {
        var form = preview.parse(runs.form(folder, run, task));
        model.addAttribute("form", forms.view(form, known(folder, run, task, form)));
        return asking(folder, name(folder, run, task), run + "/taken/" + task, model);
    }

    /** The values of the regulation, which forms may show, and an example of what only a case knows. */
    private Map<String, Object> example(String folder, String process, Form form) {
        var known = new HashMap<>(preview.prefilled(form));
        known.putAll(words.rules(folder, process));
        return known;
    }

    private Map<String, Object> known(String folder, UUID run, String task, Form form) {
        var known = example(folder, runs.view(folder, run).run().model(), form);
        known.putAll(runs.known(folder, run, task));
        return known;
    }

    private String name(String folder, UUID run, String task) {
        return runs.view(folder, run).tasks().stream()
                .filter(it -> it.id().equals(task))
                .map(TaskRow::name)
                .findFirst()
                .orElse(task);
    }

    @PostMapping("/{run}/taken/{task}")
    @Requires(Permission.DESIGN)
    String complete(
            @PathVariable String folder,
            @PathVariable UUID run,
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        var form = preview.parse(runs.form(folder, run, task));
        try {
            var judgement = judged(form, known(folder, run, task, form), sent, response, model);
            if (judgement == null) {
                return asking(folder, name(folder, run, task), run + "/taken/" + task, model);
            }
            runs.complete(folder, run, task, judgement.facts());
            runs.answered(folder, run, form.id(), judgement.answers().values());
        } catch (Refusal refusal) {
            return stuck(refusal, folder, run, response, model);
        }
        return RUN;
    }

    private String stuck(Refusal refusal, String folder, UUID run, HttpServletResponse response, Model model) {
        problems.refuse(refusal, model, response);
        return show(folder, run, model);
    }

    /** Lets a clock run out, a message come in, or what waits for a fact happen. */
    @PostMapping("/{run}/verder")
    @Requires(Permission.DESIGN)
    String goOn(
            @PathVariable String folder,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "") String timer,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String execution,
            @RequestParam(defaultValue = "") String condition,
            HttpServletResponse response,
            Model model) {
        try {
            if (!timer.isEmpty()) {
                runs.fire(folder, run, timer);
            } else if (!condition.isEmpty()) {
                runs.happen(folder, run, condition);
            } else {
                runs.receive(folder, run, message, execution);
            }
        } catch (Refusal refusal) {
            return stuck(refusal, folder, run, response, model);
        }
        return RUN;
    }

    /** What a step answers, or a fact that nobody gave. */
    @PostMapping("/{run}/feit")
    @Requires(Permission.DESIGN)
    String say(
            @PathVariable String folder,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String value,
            HttpServletResponse response,
            Model model) {
        try {
            runs.say(folder, run, name.strip(), typed(value.strip()));
        } catch (Refusal refusal) {
            model.addAttribute("fact", name);
            model.addAttribute("value", value);
            return stuck(refusal, folder, run, response, model);
        }
        return RUN;
    }

    private static Object typed(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        return value.matches("-?\\d{1,9}([.]\\d{1,4})?") ? (Object) Double.valueOf(value) : value;
    }

    @PostMapping("/{run}/weg")
    @Requires(Permission.DESIGN)
    String remove(@PathVariable String folder, @PathVariable UUID run, RedirectAttributes redirect) {
        runs.remove(folder, run);
        redirect.addFlashAttribute("notice", "designer.dry.removed");
        return "redirect:/ontwerp/trajecten/{folder}/proef";
    }
}
