package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import org.samenspraak.identity.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the public side. */
@Controller
class SitePages {

    private static final String PUBLIC = "it links to what is public";

    @GetMapping("/publiek")
    @OpenToAll(because = PUBLIC)
    String start(HttpServletResponse response) {
        PublicCache.aWhile(response);
        return "publication/start";
    }
}
