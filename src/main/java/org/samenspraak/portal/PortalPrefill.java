package org.samenspraak.portal;

import java.util.HashMap;
import java.util.List;
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
 * What a start form knows when somebody of a council opens it: the council ({@code portal.council}, {@code kind},
 * {@code councilName}, {@code area}), its {@code members} for who may see their addresses, who fills it in ({@code sender},
 * {@code mail}), and of the member it is about, if any, what the register says. For the request that asks; elsewhere nothing.
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

    /**
     * Tells what is known in this request, and gives it back.
     *
     * @param sender who fills it in, in words
     * @param members whose details may be told; none for nobody
     */
    static Map<String, Object> tell(
            CouncilMember me, String sender, @Nullable String what, @Nullable Member member, List<Member> members) {
        var council = me.council();
        var known = new HashMap<String, Object>();
        known.put("council", council.id().toString());
        known.put("kind", code(council.kind()));
        known.put("councilName", council.name());
        known.put("area", council.area().toString());
        known.put("sender", sender);
        known.put("mail", me.address());
        put(known, "what", what);
        if (member != null) {
            known.put("member", member.details().name());
            known.putAll("change".equals(what) ? details(member) : Map.of());
        }
        if (!members.isEmpty()) {
            known.put("members", members.stream().map(PortalPrefill::details).toList());
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
