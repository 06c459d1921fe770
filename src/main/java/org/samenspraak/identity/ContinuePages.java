package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What somebody sent after the session had ended, to send again. */
@Controller
class ContinuePages {

    private final Parking parking;

    ContinuePages(Parking parking) {
        this.parking = parking;
    }

    @GetMapping(PublicPaths.CONTINUE)
    @OpenToAll(
            because = "shows what this browser session sent itself; the form behind it asks for its permission again")
    String again(@Nullable SignedIn me, HttpServletRequest request, Model model) {
        var post = parking.find(request);
        if (me == null
                && CouncilSignIn.account().isEmpty()
                && post.filter(kept -> !PublicPaths.contains(kept.path())).isPresent()) {
            return "redirect:" + PublicPaths.SIGN_IN;
        }
        model.addAttribute("post", post.orElse(null));
        return "identity/continue";
    }
}
