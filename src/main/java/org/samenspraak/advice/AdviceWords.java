package org.samenspraak.advice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for codes, in the reader's language. Public for templates. */
@Component("adviceWords")
public class AdviceWords {

    /** What leaves the office is in Dutch, as all that a council is sent. */
    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final MessageSource texts;
    private final Municipality municipality;
    private final RoleNames roles;

    AdviceWords(MessageSource texts, Municipality municipality, RoleNames roles) {
        this.texts = texts;
        this.municipality = municipality;
        this.roles = roles;
    }

    /** "Mobiliteit"; what has no words of its own is called by its code. */
    public String domain(String code) {
        return say("advice.domain." + code, code);
    }

    /** Whether somebody gave this domain a name. */
    public boolean isDomain(String code) {
        return !say("advice.domain." + code, "").isEmpty();
    }

    /** "het college van burgemeester en schepenen" */
    public String organ(String code) {
        return say("letters.organ." + municipality.jurisdiction() + "." + code, code);
    }

    /** "Het plan is goedgekeurd."; empty while there is no decision. */
    public String decision(@Nullable String code) {
        return code == null ? "" : say("advice.decision." + code, code);
    }

    /** "Dienst mobiliteit" */
    public String group(String code) {
        return roles.of(GroupId.parse(code));
    }

    /** All texts of a publication that can be hidden, by their keys in {@link Account#hidden}: "Jeugdraad, punt 2". */
    Map<String, String> texts(Account account) {
        var all = new LinkedHashMap<String, String>();
        for (var text : PublicText.values()) {
            all.put(text.name(), say("advice.publication.text." + text, text.name()));
        }
        for (var one : account.advice()) {
            all.put(one.caseId().toString(), text("besides", one.name()));
            one.points().forEach(point -> all.put(point.id().toString(), text("point", one.name(), point.number())));
        }
        return all;
    }

    private String text(String code, Object... args) {
        return texts.getMessage("advice.publication.text." + code, args, LocaleContextHolder.getLocale());
    }

    /** "14 september 2026"; empty for none. */
    public String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMMM yyyy", LocaleContextHolder.getLocale())
                        .format(day);
    }

    /** Whatever the language of the reader, or when nobody reads. */
    static <T> T inDutch(Supplier<T> work) {
        return in(DUTCH, work);
    }

    static <T> T in(Locale language, Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private String say(String key, String otherwise) {
        return String.valueOf(texts.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
