package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The public register of councils, as pages and as open data. */
@Controller
class RegisterPages {

    private static final String PUBLIC = "the register is public by law and holds no person";
    private static final int ROWS = 100;

    private final PublicRegister register;
    private final LinkedData linked;

    RegisterPages(PublicRegister register, LinkedData linked) {
        this.linked = linked;
        this.register = register;
    }

    @GetMapping("/publiek/raden")
    @OpenToAll(because = PUBLIC)
    String list(
            @ModelAttribute("search") RegisterSearch search,
            @RequestParam(required = false) @Nullable UUID after,
            Model model,
            HttpServletResponse response) {
        if (search.area() != null
                && register.areas().stream().noneMatch(one -> one.id().value().equals(search.area()))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var found = register.page(search, after == null ? null : new CouncilId(after), ROWS + 1);
        var page = Page.of(found, ROWS, council -> council.id().toString());
        model.addAttribute("rows", page.rows());
        model.addAttribute("more", page.next() == null ? null : search.url() + "&after=" + page.next());
        model.addAttribute("kinds", CouncilKind.values());
        model.addAttribute("areas", register.areas());
        PublicCache.aWhile(response);
        return "publication/councils";
    }

    @GetMapping("/publiek/gebieden")
    @OpenToAll(because = PUBLIC)
    String places(Model model, HttpServletResponse response) {
        model.addAttribute("places", register.places());
        PublicCache.aWhile(response);
        return "publication/places";
    }

    @GetMapping("/publiek/raden/{id}")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable UUID id, Model model, HttpServletResponse response) {
        var entry = register.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entry", entry);
        model.addAttribute("linked", linked.council(entry.shown(), entry.contacts()));
        PublicCache.aWhile(response);
        return "publication/council";
    }
}
