package org.samenspraak.tasklist;

import java.util.Objects;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Where the term of a task was extended before it had a page of its own. */
@Controller
class ExtensionPages {

    private final Desks desks;
    private final TermActs acts;
    private final Clocks clocks;

    ExtensionPages(Desks desks, TermActs acts, Clocks clocks) {
        this.desks = desks;
        this.acts = acts;
        this.clocks = clocks;
    }

    @GetMapping("/taken/{task}/verlengen")
    @Requires(Permission.WORK)
    String term(@PathVariable String task, SignedIn me) {
        return desks.open(task, me)
                .filter(acts::isExtendable)
                .flatMap(desk -> clocks.find(
                                desk.file().id(),
                                Objects.requireNonNull(desk.task().term()),
                                desk.task().scope())
                        .map(clock -> "redirect:/zaken/" + desk.file().number() + "/termijnen/" + clock.id() + "?task="
                                + desk.task().id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
