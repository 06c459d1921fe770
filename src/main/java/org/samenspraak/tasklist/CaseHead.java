package org.samenspraak.tasklist;

import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** The case that a page of its dossier is about, with what its reader may see and do there. */
@Component
class CaseHead {

    private final Cases cases;
    private final Audit audit;

    CaseHead(Cases cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /** @throws ResponseStatusException 404 when there is no such case */
    CaseView find(String number) {
        return cases.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    CaseView fill(String number, SignedIn me, Model model) {
        var view = find(number);
        var open = view.status() == CaseStatus.OPEN;
        model.addAttribute("case", view);
        model.addAttribute("maySeeContacts", me.may(Permission.SEE_CONTACTS, view.area()));
        model.addAttribute("mayOpen", me.may(Permission.OPEN_DOCUMENTS));
        model.addAttribute("maySeeRegulation", me.may(Permission.SEE_OPERATION));
        model.addAttribute("canSteer", open && me.may(Permission.STEER_CASE));
        model.addAttribute("canAdd", open && me.may(Permission.WORK, view.area()));
        return view;
    }

    /** The same for who adds to it. One that ended meanwhile is refused later, with what was typed. */
    CaseView fillToChange(String number, SignedIn me, Model model) {
        var view = fill(number, me, model);
        if (!me.may(Permission.WORK, view.area())) {
            throw new AccessDeniedException(number);
        }
        return view;
    }

    void tellContactsSeen(CaseView view, SignedIn me) {
        audit.read(Act.CONTACTS_SEEN, me.actor(), view.id().value(), view.number());
    }
}
