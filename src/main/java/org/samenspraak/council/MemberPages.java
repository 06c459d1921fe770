package org.samenspraak.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds, changes and ends members; area managers only in their own areas. */
@Controller
@RequestMapping("/raden/{id}/leden")
class MemberPages {

    private static final String BACK = "redirect:/raden/{id}";

    private final CouncilDossiers dossiers;
    private final Memberships memberships;
    private final MembershipRecords records;
    private final DoubtedMembers doubted;
    private final Problems problems;
    private final Today today;
    private final Audit audit;

    MemberPages(
            CouncilDossiers dossiers,
            Memberships memberships,
            MembershipRecords records,
            DoubtedMembers doubted,
            Problems problems,
            Today today,
            Audit audit) {
        this.dossiers = dossiers;
        this.memberships = memberships;
        this.records = records;
        this.doubted = doubted;
        this.problems = problems;
        this.today = today;
        this.audit = audit;
    }

    @GetMapping("/nieuw")
    @Requires(Permission.EDIT_COUNCIL)
    String empty(@PathVariable UUID id, SignedIn me, Model model) {
        return form(dossiers.toEdit(id, me), null, MemberForm.empty(today.date()), model);
    }

    @PostMapping
    @Requires(Permission.EDIT_COUNCIL)
    String add(
            @PathVariable UUID id,
            @ModelAttribute MemberForm typed,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        try {
            memberships.add(council.id(), typed.details(), typed.firstDay(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return form(council, null, typed, model);
        }
        next.addFlashAttribute("notice", "council.member.added");
        return BACK;
    }

    @GetMapping("/{membership}")
    @Requires(Permission.EDIT_COUNCIL)
    String show(@PathVariable UUID id, @PathVariable UUID membership, SignedIn me, Model model) {
        var council = dossiers.toEdit(id, me);
        var member = find(council, membership);
        audit.read(Act.CONTACTS_SEEN, me.actor(), council.id().value(), council.name());
        return form(council, member, MemberForm.of(member, today.date()), model);
    }

    @PostMapping("/{membership}")
    @Requires(Permission.EDIT_COUNCIL)
    String change(
            @PathVariable UUID id,
            @PathVariable UUID membership,
            @ModelAttribute MemberForm typed,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        try {
            memberships.change(
                    council.id(), membership, typed.shownVersion(), typed.details(), typed.firstDay(), me.actor());
            if (Boolean.TRUE.equals(typed.confirmed())) {
                records.find(council.id(), membership)
                        .ifPresent(member -> doubted.confirm(council.id(), member, me.actor()));
            }
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return form(council, find(council, membership), typed, model);
        }
        next.addFlashAttribute("notice", "council.member.changed");
        return BACK;
    }

    @PostMapping("/{membership}/einde")
    @Requires(Permission.EDIT_COUNCIL)
    String end(
            @PathVariable UUID id,
            @PathVariable UUID membership,
            @RequestParam(defaultValue = "") String until,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var council = dossiers.toEdit(id, me);
        try {
            memberships.end(council.id(), membership, MemberForm.day("until", until), me.actor());
        } catch (Refusal refusal) {
            var member = find(council, membership);
            problems.refuse(refusal, model, response);
            model.addAttribute("until", until);
            return form(council, member, MemberForm.of(member, today.date()), model);
        }
        next.addFlashAttribute("notice", "council.member.ended");
        return BACK;
    }

    private String form(CouncilView council, @Nullable Member member, MemberForm form, Model model) {
        model.addAttribute("council", council);
        model.addAttribute("member", member);
        model.addAttribute("doubted", member != null && doubted.contains(council.id(), member));
        model.addAttribute("form", form);
        model.addAttribute("functions", Function.values());
        model.addAttribute("sexes", Sex.values());
        if (!model.containsAttribute("until")) {
            model.addAttribute("until", today.date());
        }
        return "council/member";
    }

    private Member find(CouncilView council, UUID membership) {
        return records.find(council.id(), membership)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
