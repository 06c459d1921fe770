package org.samenspraak.portal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a start form knows when somebody of a council opens it: {@code portal.council}, and of the member it is about, if any,
 * what the register says. For the request that asks; elsewhere nothing.
 */
@Component
class PortalPrefill implements Prefill {

    private static final String KNOWN = PortalPrefill.class.getName();

    @Override
    public String source() {
        return "portal";
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        var request = RequestContextHolder.getRequestAttributes();
        var known = request == null ? null : request.getAttribute(KNOWN, 0);
        return known == null ? Map.of() : (Map<String, Object>) known;
    }

    /** Tells what is known in this request, and gives it back. */
    static Map<String, Object> tell(CouncilMember me, @Nullable String what, @Nullable Member member) {
        var known = new HashMap<String, Object>();
        known.put("council", me.council().id().toString());
        if (what != null && member != null) {
            known.put("what", what);
            known.put("member", member.details().name());
            known.putAll(details(member));
        }
        RequestContextHolder.currentRequestAttributes().setAttribute(KNOWN, known, 0);
        return known;
    }

    private static Map<String, Object> details(Member member) {
        var person = member.details();
        var known = new HashMap<String, Object>();
        known.put("name", person.name());
        known.put(
                "functions",
                person.functions().stream().map(PortalPrefill::code).toList());
        put(known, "address", person.address());
        put(known, "email", person.email());
        put(known, "phone", person.phone());
        known.put("membership", !person.effective() ? "substitute" : person.voting() ? "voting" : "advisory");
        known.put("politician", person.politician() ? "yes" : "no");
        known.put("sex", code(person.sex()));
        return known;
    }

    private static void put(Map<String, Object> known, String key, @Nullable String value) {
        if (value != null) {
            known.put(key, value);
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
