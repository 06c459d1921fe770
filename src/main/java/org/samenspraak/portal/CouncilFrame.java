package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What stands around the pages of a council. Public for the template. */
@Component("councilFrame")
public class CouncilFrame {

    private static final List<String> PARTS = List.of("home", "dossier", "leden", "start", "instellingen");

    private final SignedInMembers members;

    CouncilFrame(SignedInMembers members) {
        this.members = members;
    }

    public View view() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return new View(
                members.of(request).orElseThrow(),
                PARTS.stream().map(part -> item(part, request)).toList());
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
