package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.process.Processes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What stands around the pages of a council. Public for the template. */
@Component("councilFrame")
public class CouncilFrame {

    private static final List<String> PARTS = List.of("home", "dossier", "leden", "start", "instellingen");

    private final SignedInMembers members;
    private final PromptViews views;
    private final Processes processes;
    private final MessageSource messages;

    CouncilFrame(SignedInMembers members, PromptViews views, Processes processes, MessageSource messages) {
        this.members = members;
        this.views = views;
        this.processes = processes;
        this.messages = messages;
    }

    /** What a kind of case is called. */
    public String trajectory(String key) {
        var english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        return processes
                .trajectory(key)
                .map(one -> english && one.nameEn() != null ? one.nameEn() : one.name())
                .orElse("");
    }

    /** What tells a case from the others of its kind: what stands in its title besides the name of the council. */
    public String subject(CaseView view) {
        var own = me(request()).council().name() + " – ";
        return view.title().startsWith(own) ? view.title().substring(own.length()) : "";
    }

    /** How a case stands, or how it ended. */
    public String status(CaseView view) {
        var locale = LocaleContextHolder.getLocale();
        var status = messages.getMessage("casefile.status." + view.status(), null, locale);
        return view.outcome() == null
                ? status
                : status + ": " + messages.getMessage("outcome." + view.outcome(), null, view.outcome(), locale);
    }

    /** Who sends for the council that is shown. */
    public List<String> senders() {
        return views.senders(me(request()).council().id());
    }

    public View view() {
        var request = request();
        return new View(
                me(request), PARTS.stream().map(part -> item(part, request)).toList());
    }

    private CouncilMember me(HttpServletRequest request) {
        return members.of(request).orElseThrow();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private static Item item(String part, HttpServletRequest request) {
        var url = part.equals("home") ? "/raad" : "/raad/" + part;
        var here = request.getRequestURI();
        var current = here.equals(url) || (!part.equals("home") && here.startsWith(url + "/"));
        return new Item("portal.council.nav." + part, url, current);
    }

    record View(CouncilMember me, List<Item> nav) {}

    record Item(String key, String url, boolean current) {}
}
