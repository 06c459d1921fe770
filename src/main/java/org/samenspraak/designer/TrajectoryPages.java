package org.samenspraak.designer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Trajectories and their files: begun, added to, taken out and in as one file. */
@Controller
@RequestMapping("/ontwerp")
class TrajectoryPages {

    private static final String THERE = "redirect:/ontwerp/trajecten/{folder}";

    private final Workbench workbench;
    private final ModelPublishing publishing;
    private final TrajectoryModel page;
    private final ElementTemplates templates;
    private final Problems problems;

    TrajectoryPages(
            Workbench workbench,
            ModelPublishing publishing,
            TrajectoryModel page,
            ElementTemplates templates,
            Problems problems) {
        this.workbench = workbench;
        this.publishing = publishing;
        this.page = page;
        this.templates = templates;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.SEE_DESIGN)
    String list(Model model) {
        model.addAttribute("rows", workbench.folders());
        return "designer/trajectories";
    }

    @PostMapping("/trajecten")
    @Requires(Permission.DESIGN)
    String begin(
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(defaultValue = "") String name,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            workbench.begin(folder.strip(), name, me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            model.addAttribute("folder", folder);
            model.addAttribute("name", name);
            return list(model);
        }
        redirect.addAttribute("folder", folder.strip());
        redirect.addFlashAttribute("notice", "designer.trajectory.begun");
        return THERE;
    }

    @GetMapping("/trajecten/{folder}")
    @Requires(Permission.SEE_DESIGN)
    String show(@PathVariable String folder, SignedIn me, Model model) {
        return page.fill(folder, me, model);
    }

    @PostMapping("/trajecten/{folder}/bestanden")
    @Requires(Permission.DESIGN)
    String add(
            @PathVariable String folder,
            @RequestParam(defaultValue = "bpmn") String kind,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String name,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            workbench.add(folder, file.strip() + "." + kind, name, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("file", file);
            model.addAttribute("name", name);
            model.addAttribute("kind", kind);
            return again(folder, me, refusal, response, model);
        }
        redirect.addAttribute("file", file.strip() + "." + kind);
        return THERE + "/{file}";
    }

    /** Several files at once over the draft, from elsewhere. Nothing is published by it. */
    @PostMapping("/trajecten/{folder}/inlezen")
    @Requires(Permission.DESIGN)
    String read(
            @PathVariable String folder,
            @RequestParam MultipartFile zip,
            SignedIn me,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        try (var content = zip.getInputStream()) {
            var changed = workbench.take(folder, TrajectoryZip.read(content), me.actor());
            redirect.addFlashAttribute("notice", "designer.trajectory.read");
            redirect.addFlashAttribute("noticeArgs", List.of(changed));
            return THERE;
        } catch (Refusal refusal) {
            return again(folder, me, refusal, response, model);
        }
    }

    private String again(String folder, SignedIn me, Refusal refusal, HttpServletResponse response, Model model) {
        problems.refuse(refusal, model, response);
        return page.fill(folder, me, model);
    }

    /** The draft as one file, to be read in elsewhere. */
    @GetMapping("/trajecten/{folder}/bestand")
    @Requires(Permission.SEE_DESIGN)
    void export(@PathVariable String folder, HttpServletResponse response) throws IOException {
        workbench.files(folder);
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(folder + ".zip")
                        .build()
                        .toString());
        TrajectoryZip.write(workbench.draft(folder), response.getOutputStream());
    }

    /** The steps for the editor, and for the folder of Camunda Modeler. */
    @GetMapping("/sjablonen")
    @Requires(Permission.SEE_DESIGN)
    ResponseEntity<List<Map<String, Object>>> templates() {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"samenspraak-stappen.json\"")
                .body(templates.all());
    }

    @PostMapping("/trajecten/{folder}/meegeleverd")
    @Requires(Permission.DESIGN)
    String takeShipped(@PathVariable String folder, SignedIn me, RedirectAttributes redirect) {
        publishing.takeShipped(folder, me.actor());
        redirect.addFlashAttribute("notice", "designer.trajectory.shipped-taken");
        return THERE;
    }
}
