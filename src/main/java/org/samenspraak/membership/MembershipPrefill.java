package org.samenspraak.membership;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.membership.Proposal.What;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What who confirms a change sees: how it is in the register now, and how it will be. */
@Component
class MembershipPrefill implements Prefill {

    private final MembershipChanges changes;
    private final Cases cases;
    private final MessageSource texts;

    MembershipPrefill(MembershipChanges changes, Cases cases, MessageSource texts) {
        this.changes = changes;
        this.cases = cases;
        this.texts = texts;
    }

    @Override
    public String source() {
        return "membership";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(MembershipChanges.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        if (caseId == null || !cases.get(caseId).trajectory().equals(MembershipChanges.TRAJECTORY)) {
            return Map.of();
        }
        var proposal = changes.proposal(caseId);
        var known = new HashMap<String, Object>();
        known.put("proposed", say("membership.proposed." + proposal.what(), day(proposal.day())));
        if (proposal.what() == What.ADD) {
            known.put("after", shown(proposal.details()));
            return known;
        }
        var member = changes.current(caseId);
        known.put("gone", member.isEmpty());
        member.ifPresent(now -> {
            known.put("before", shown(now.details()));
            if (proposal.what() == What.CHANGE) {
                known.put("after", shown(changes.after(caseId, now)));
            }
        });
        return known;
    }

    /** One line for each thing. */
    private String shown(NewMember member) {
        var lines = new ArrayList<String>();
        line(lines, "name", member.name());
        line(
                lines,
                "functions",
                member.functions().stream()
                        .sorted()
                        .map(function -> say("council.function." + function))
                        .collect(Collectors.joining(", ")));
        line(lines, "email", member.email());
        line(lines, "phone", member.phone());
        line(lines, "address", member.address());
        lines.add(say(
                "membership.role." + (!member.effective() ? "substitute" : member.voting() ? "voting" : "advisory")));
        if (member.politician()) {
            lines.add(say("membership.politician"));
        }
        return String.join("\n", lines);
    }

    private void line(List<String> lines, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(say("membership.line." + key) + ": " + value);
        }
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", LocaleContextHolder.getLocale())
                .format(day);
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
