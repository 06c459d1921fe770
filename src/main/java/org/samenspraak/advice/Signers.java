package org.samenspraak.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** In whose names advice goes out: members with that function today, or somebody who stands in. */
@Component
class Signers {

    /** Somebody who stands in, whose name is typed. */
    static final String ACTING = "acting";

    /** Typed over from a paper, of a council that is chosen on the same form. */
    static final String NAMED = "named";

    private final Memberships memberships;
    private final MessageSource texts;

    Signers(Memberships memberships, MessageSource texts) {
        this.memberships = memberships;
        this.texts = texts;
    }

    /** Who may be chosen; the names come first. */
    List<Map<String, String>> offered(CouncilId council, Function function) {
        var offered = new ArrayList<Map<String, String>>();
        holders(council, function).forEach(name -> offered.add(Map.of("value", name, "label", name)));
        offered.add(Map.of("value", ACTING, "label", label(ACTING, function, LocaleContextHolder.getLocale())));
        return offered;
    }

    String label(String choice, Function function, Locale locale) {
        var key = "advice.signer." + choice + "." + function.name().toLowerCase(Locale.ROOT);
        return texts.getMessage(key, null, locale);
    }

    private List<String> holders(CouncilId council, Function function) {
        return memberships.today(council).stream()
                .map(Member::details)
                .filter(member -> member.functions().contains(function))
                .map(Memberships.NewMember::name)
                .distinct()
                .toList();
    }

    /**
     * The name that stands under the advice.
     *
     * @param key chair or secretary, as the forms call them
     */
    @Nullable
    String name(Answers answers, String key) {
        var chosen = answers.text(key);
        if (chosen == null || !(chosen.equals(ACTING) || chosen.equals(NAMED))) {
            return chosen;
        }
        var typed = Drafting.said(answers, key + "Acting").strip();
        return chosen.equals(NAMED)
                ? typed
                : texts.getMessage("advice.signer.acting", new Object[] {typed}, AdviceWords.DUTCH);
    }
}
