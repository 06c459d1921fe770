package org.samenspraak.wijkbudget;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What criteria are called for who reads: as the regulation says in English, else in Dutch. */
@Component
class CriteriaNames {

    /** Of the parameter that says another one in English. */
    static final String ENGLISH = ".english";

    private static final String SENTENCES = "(?<=[.])\\s+";
    private static final String PARTS = ",";

    private final Regulations regulations;

    CriteriaNames(Regulations regulations) {
        this.regulations = regulations;
    }

    /** Of ideas and projects: a sentence each. */
    List<Name> ofIdeas(RegulationId regulation) {
        return names(regulation, "proposal.criteria", SENTENCES);
    }

    /** Of a jury, without what each weighs. */
    List<Name> ofJury(RegulationId regulation) {
        return names(regulation, "choice.criteria", PARTS);
    }

    private List<Name> names(RegulationId regulation, String key, String between) {
        var dutch = parts(regulations.get(regulation, key).value(), between);
        return english(regulation, key)
                .map(said -> parts(said.value(), between))
                .filter(english -> english.size() == dutch.size())
                .map(english ->
                        english.stream().map(one -> new Name(one, false)).toList())
                .orElseGet(() -> dutch.stream().map(one -> new Name(one, true)).toList());
    }

    /** Where it is said, for who reads English. */
    Optional<Parameter> english(RegulationId regulation, String key) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? regulations.find(regulation, key + ENGLISH)
                : Optional.empty();
    }

    private static List<String> parts(String text, String between) {
        return Arrays.stream(text.split(between))
                .map(part -> part.replaceFirst(":\\s*\\d+\\s*$", "").strip())
                .toList();
    }

    /** @param dutch whether it is said in Dutch, for who reads English too */
    record Name(String text, boolean dutch) {}
}
