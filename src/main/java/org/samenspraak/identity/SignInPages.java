package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The form to sign in with. What is sent is looked at by {@link SignIn}. */
@Controller
class SignInPages {

    @GetMapping(PublicPaths.SIGN_IN)
    @OpenToAll(because = "the way in")
    String form(
            @RequestParam(required = false) @Nullable String opnieuw,
            @RequestParam(defaultValue = "") String username,
            Model model) {
        model.addAttribute("username", username);
        model.addAttribute("stale", opnieuw != null);
        return "identity/sign-in";
    }

    /** Reached by a forward only: on its own it is the form. */
    @PostMapping(PublicPaths.SIGN_IN + "/mislukt")
    @OpenToAll(because = "the way in, once more")
    String failed(
            @RequestParam(defaultValue = "") String username,
            @RequestAttribute(name = AfterSignIn.FAILURE, required = false) @Nullable String failure,
            HttpServletResponse response,
            Model model) {
        response.setStatus("wait".equals(failure) ? 429 : HttpServletResponse.SC_UNAUTHORIZED);
        model.addAttribute("username", username);
        model.addAttribute("failure", failure);
        return "identity/sign-in";
    }
}
