package org.samenspraak.tasklist;

import java.util.UUID;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Forms and messages of a case as they were sent. */
@Controller
@RequestMapping("/zaken/{number}")
class SentPages {

    private final CaseHead head;
    private final Submissions submissions;
    private final Outbox outbox;
    private final Forms forms;

    SentPages(CaseHead head, Submissions submissions, Outbox outbox, Forms forms) {
        this.head = head;
        this.submissions = submissions;
        this.outbox = outbox;
        this.forms = forms;
    }

    @GetMapping("/formulieren/{submission}")
    @Requires(Permission.SEE_OFFICE)
    String submission(@PathVariable String number, @PathVariable UUID submission, SignedIn me, Model model) {
        var view = head.fill(number, me, model);
        var sent = submissions.get(view.id(), submission);
        refuseOthers(sent, me, number);
        var contacts = showsContacts(view, sent, me);
        model.addAttribute("sent", sent);
        model.addAttribute("form", forms.sent(sent.form(), sent.answers(), contacts));
        return "tasklist/submission";
    }

    @GetMapping("/formulieren/{submission}/veranderd")
    @Requires(Permission.SEE_OFFICE)
    String changes(@PathVariable String number, @PathVariable UUID submission, SignedIn me, Model model) {
        var view = head.fill(number, me, model);
        var sent = submissions.get(view.id(), submission);
        refuseOthers(sent, me, number);
        if (sent.row().earlier() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var earlier = submissions.get(view.id(), sent.row().earlier());
        model.addAttribute("sent", sent);
        model.addAttribute("earlier", earlier);
        model.addAttribute("changes", forms.changes(earlier, sent, showsContacts(view, sent, me)));
        return "tasklist/submission-changes";
    }

    @GetMapping("/berichten/{message}")
    @Requires(Permission.SEE_OFFICE)
    String message(@PathVariable String number, @PathVariable UUID message, SignedIn me, Model model) {
        var view = head.fill(number, me, model);
        model.addAttribute("sheet", outbox.sheet(view.id(), message));
        if (me.may(Permission.SEE_CONTACTS, view.area())) {
            head.tellContactsSeen(view, me);
        }
        return "tasklist/message";
    }

    /** What was asked in confidence of one role is read by that role only, also by no auditor. */
    private static void refuseOthers(Submissions.Sent sent, SignedIn me, String number) {
        var only = sent.form().onlyFor();
        if (only.isPresent() && !me.groups().contains(GroupId.of(only.get()))) {
            throw new AccessDeniedException(number);
        }
    }

    private boolean showsContacts(CaseView view, Submissions.Sent sent, SignedIn me) {
        var contacts = me.may(Permission.SEE_CONTACTS, view.area());
        if (contacts && !sent.form().personal().isEmpty()) {
            head.tellContactsSeen(view, me);
        }
        return contacts;
    }
}
