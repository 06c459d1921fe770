package org.samenspraak.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The parts of the municipality, one inside another. */
@Controller
class AreaPages {

    private final Areas areas;
    private final Problems problems;

    AreaPages(Areas areas, Problems problems) {
        this.areas = areas;
        this.problems = problems;
    }

    @ModelAttribute("administers")
    boolean administers(SignedIn me) {
        return me.may(Permission.ADMINISTER);
    }

    @GetMapping("/beheer/gebieden")
    @Requires(Permission.SEE_AUDIT)
    String list(Model model) {
        return list(new AreaForm("", null, 0), model);
    }

    @PostMapping("/beheer/gebieden")
    @Requires(Permission.ADMINISTER)
    String add(SignedIn me, AreaForm form, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        try {
            areas.add(form.name(), form.area(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return list(form, model);
        }
        redirect.addFlashAttribute("notice", "admin.areas.added");
        return "redirect:/beheer/gebieden";
    }

    @GetMapping("/beheer/gebieden/{id}")
    @Requires(Permission.ADMINISTER)
    String edit(@PathVariable UUID id, Model model) {
        var area = find(id);
        var within = area.within();
        return edit(area, new AreaForm(area.name(), within == null ? null : within.value(), area.version()), model);
    }

    @PostMapping("/beheer/gebieden/{id}")
    @Requires(Permission.ADMINISTER)
    String change(
            @PathVariable UUID id,
            SignedIn me,
            AreaForm form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            areas.change(new AreaId(id), form.name(), form.area(), form.seen(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return edit(find(id), form, model);
        } catch (OptimisticLockingFailureException meanwhile) {
            response.setStatus(409);
            var theirs = find(id);
            model.addAttribute("theirs", theirs);
            return edit(theirs, new AreaForm(form.name(), form.within(), theirs.version()), model);
        }
        redirect.addFlashAttribute("notice", "admin.areas.changed");
        return "redirect:/beheer/gebieden";
    }

    private String list(AreaForm form, Model model) {
        var rows = rows(areas.all());
        model.addAttribute("form", form);
        model.addAttribute("areas", rows);
        model.addAttribute("options", Option.areas(rows));
        return "admin/areas";
    }

    private String edit(Area area, AreaForm form, Model model) {
        model.addAttribute("area", area);
        model.addAttribute("form", form);
        model.addAttribute("options", Option.areas(rows(areas.all())));
        return "admin/area";
    }

    private Area find(UUID id) {
        return areas.all().stream()
                .filter(area -> area.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Each area after the one around it. */
    static List<AreaRow> rows(List<Area> areas) {
        var byId = areas.stream().collect(Collectors.toMap(Area::id, Function.identity()));
        return areas.stream()
                .map(area -> new AreaRow(area.id(), area.name(), path(area, byId)))
                .sorted(Comparator.comparing(AreaRow::path, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String path(Area area, Map<AreaId, Area> byId) {
        var around = area.within() == null ? null : byId.get(area.within());
        return around == null ? area.name() : path(around, byId) + " › " + area.name();
    }

    /** @param path its name behind the names of the areas around it */
    record AreaRow(AreaId id, String name, String path) {}

    record AreaForm(String name, @Nullable UUID within, @Nullable Integer version) {

        /** A field that was not sent is empty. */
        AreaForm {
            name = Objects.requireNonNullElse(name, "");
        }

        /** The version that was on screen. */
        int seen() {
            return Objects.requireNonNullElse(version, 0);
        }

        @Nullable
        AreaId area() {
            return within == null ? null : new AreaId(within);
        }
    }
}
