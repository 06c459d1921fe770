package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.wijkbudget.OpenRounds;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the public side, and what the city says of the site itself. */
@Controller
class SitePages {

    private static final String PUBLIC = "it links to what is public";
    private static final String OF_THE_SITE = "what the city says of its site; from configuration";

    private final PublicationSettings settings;
    private final OpenRounds open;
    private final Municipality municipality;

    SitePages(PublicationSettings settings, OpenRounds open, Municipality municipality) {
        this.settings = settings;
        this.open = open;
        this.municipality = municipality;
    }

    @GetMapping("/publiek")
    @OpenToAll(because = PUBLIC)
    String start(Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        model.addAttribute("invitations", open.now());
        return "publication/start";
    }

    @GetMapping("/publiek/toegankelijkheid")
    @OpenToAll(because = OF_THE_SITE)
    String accessibility(Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        var said = settings.accessibility();
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        model.addAttribute("said", said);
        model.addAttribute("problems", english ? said.problemsInEnglish() : said.problems());
        model.addAttribute("city", municipality);
        return "publication/accessibility";
    }

    @GetMapping("/publiek/privacy")
    @OpenToAll(because = OF_THE_SITE)
    String privacy(Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        var said = settings.privacy();
        model.addAttribute("officer", said.officer().isEmpty() ? municipality.mail() : said.officer());
        model.addAttribute("more", said.url());
        model.addAttribute("days", Followers.OPEN.toDays());
        model.addAttribute("city", municipality);
        return "publication/privacy";
    }

    @GetMapping("/publiek/contact")
    @OpenToAll(because = OF_THE_SITE)
    String contact(Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        model.addAttribute("city", municipality);
        return "publication/contact";
    }
}
