package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.correspondence.SignInLinks;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.CouncilSignIn;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Actor;
import org.samenspraak.web.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Councils sign in by a mailed link that works once. Opening it uses nothing up: mail programs open links by themselves. */
@Controller
@RequestMapping(CouncilSignIn.PAGE)
class CouncilSignInPages {

    private static final String WAY_IN = "the way in; says and does the same for every address";
    private static final String LINK = "the link is the key; it is checked before anybody gets in";
    private static final String PAGE = "portal/sign-in";
    private static final int LONGEST = 320;
    /** Requests for a link of one network address in an hour; a library has one, and so have the phones of a provider. */
    static final int MOST = 120;

    private final SignIns signIns;
    private final SignedInMembers members;
    private final SignInLinks links;
    private final Links guesses;
    private final CouncilSignIn signIn;
    private final PortalSettings settings;
    private final Throttle throttle;
    private final Audit audit;

    CouncilSignInPages(
            SignIns signIns,
            SignedInMembers members,
            SignInLinks links,
            Links guesses,
            CouncilSignIn signIn,
            PortalSettings settings,
            Throttle throttle,
            Audit audit) {
        this.signIns = signIns;
        this.members = members;
        this.links = links;
        this.guesses = guesses;
        this.signIn = signIn;
        this.settings = settings;
        this.throttle = throttle;
        this.audit = audit;
    }

    @OpenToAll(because = WAY_IN)
    @GetMapping
    String form(Model model, HttpServletRequest request) {
        model.addAttribute("minutes", settings.linkWorks().toMinutes());
        return members.opens(request) ? "redirect:/raad" : PAGE;
    }

    @OpenToAll(because = WAY_IN)
    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String mail,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (members.opens(request)) {
            return "redirect:/raad";
        }
        var address = CouncilMember.key(mail);
        if (address.length() > LONGEST || !address.matches("[^\\s\\p{Cntrl}]+@[^\\s\\p{Cntrl}]+")) {
            return again("address", mail, HttpStatus.UNPROCESSABLE_ENTITY, model, response);
        }
        if (!throttle.take("sign-in-ask", request.getRemoteAddr(), MOST, Throttle.HOUR)) {
            return again("wait", mail, HttpStatus.TOO_MANY_REQUESTS, model, response);
        }
        signIns.ask(address);
        return "redirect:" + CouncilSignIn.PAGE + "?verstuurd";
    }

    private String again(String problem, String mail, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("problem", problem);
        model.addAttribute("mail", mail);
        model.addAttribute("minutes", settings.linkWorks().toMinutes());
        return PAGE;
    }

    @OpenToAll(because = LINK)
    @GetMapping("/{token}")
    String show(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        if (link(token, request).filter(signIns::works).isEmpty()) {
            return closed(response);
        }
        model.addAttribute("token", token);
        return "portal/sign-in-enter";
    }

    @OpenToAll(because = LINK)
    @PostMapping("/{token}")
    String enter(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var me = link(token, request).flatMap(signIns::use).flatMap(members::of);
        if (me.isEmpty()) {
            return closed(response);
        }
        var council = me.get().council();
        audit.add(
                Act.COUNCIL_SIGNED_IN,
                Actor.council(council.id(), council.name()),
                council.id().value(),
                council.name());
        var address = me.get().address();
        return "redirect:" + signIn.enter(address, links.mark(address), request, response);
    }

    private Optional<UUID> link(String token, HttpServletRequest request) {
        var link = links.proved(token);
        if (link.isEmpty()) {
            guesses.countGuess(request);
        }
        return link;
    }

    private static String closed(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "portal/sign-in-closed";
    }
}
