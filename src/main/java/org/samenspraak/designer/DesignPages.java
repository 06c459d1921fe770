package org.samenspraak.designer;

import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the menu leads: to the forms, as long as there is nothing else. */
@Controller
class DesignPages {

    @GetMapping("/ontwerp")
    @Requires(Permission.DESIGN)
    String home() {
        return "redirect:/ontwerp/formulieren";
    }
}
