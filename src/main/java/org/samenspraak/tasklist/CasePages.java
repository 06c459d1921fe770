package org.samenspraak.tasklist;

import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The dossier of a case. */
@Controller
@RequestMapping("/zaken/{number}")
class CasePages {

    private final CaseHead head;
    private final DossierModel dossier;

    CasePages(CaseHead head, DossierModel dossier) {
        this.head = head;
        this.dossier = dossier;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String overview(@PathVariable String number, SignedIn me, Model model) {
        dossier.fill(head.fill(number, me, model), me, model);
        return "tasklist/case";
    }
}
