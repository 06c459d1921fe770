package org.samenspraak.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what this office is and where to go. */
@Controller
class HomePages {

    /** It has a place of its own on the page. */
    private static final String RECOGNITION = "/aanvraag/recognition";

    private final Municipality municipality;
    private final List<HomeInvitations> invitations;
    private final List<HomeStarts> starts;
    private final ObjectProvider<DemoSignIn> demo;

    HomePages(
            Municipality municipality,
            List<HomeInvitations> invitations,
            List<HomeStarts> starts,
            ObjectProvider<DemoSignIn> demo) {
        this.municipality = municipality;
        this.invitations = invitations;
        this.starts = starts;
        this.demo = demo;
    }

    @GetMapping("/")
    @OpenToAll(because = "says what this office is")
    String home(@Nullable SignedIn me, Model model) {
        model.addAttribute("city", municipality.name());
        model.addAttribute("me", me);
        var now = invitations.stream().flatMap(some -> some.now().stream()).toList();
        model.addAttribute("invitations", now);
        model.addAttribute(
                "starts",
                starts.stream()
                        .flatMap(some -> some.open().stream())
                        .filter(start -> !start.url().equals(RECOGNITION)
                                && now.stream().noneMatch(it -> it.url().equals(start.url())))
                        .toList());
        demo.ifAvailable(people -> {
            model.addAttribute("demoPassword", people.password());
            model.addAttribute("demoPeople", people.rows());
        });
        return "identity/home";
    }
}
