package org.samenspraak.admin;

import java.util.List;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is to run the office with. */
@Controller
class AdminPages {

    private static final List<Card> CARDS = List.of(
            new Card("messages", "/beheer/berichten", Permission.SEE_OPERATION),
            new Card("letters", "/beheer/brieven", Permission.SEE_RULES),
            new Card("steps", "/beheer/stappen", Permission.SEE_OPERATION),
            new Card("audit", "/beheer/logboek", Permission.SEE_AUDIT),
            new Card("people", "/beheer/mensen", Permission.SEE_AUDIT),
            new Card("areas", "/beheer/gebieden", Permission.SEE_AUDIT),
            new Card("regulations", "/beheer/reglementen", Permission.SEE_RULES),
            new Card("closing-days", "/beheer/sluitingsdagen", Permission.SEE_OPERATION),
            new Card("meetings", "/beheer/zittingen", Permission.SEE_OPERATION));

    @GetMapping("/beheer")
    @Requires(Permission.SEE_OPERATION)
    String show(SignedIn me, Model model) {
        model.addAttribute(
                "cards",
                CARDS.stream().filter(card -> me.may(card.permission())).toList());
        return "admin/home";
    }

    /** @param key of its words, {@code admin.home.<key>} */
    record Card(String key, String url, Permission permission) {}
}
