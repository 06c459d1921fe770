package org.samenspraak.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.samenspraak.casefile.Download;
import org.samenspraak.correspondence.PaperForms;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The question of a council on paper, for who looks after that council. */
@Controller
class PaperPages {

    private final Desks desks;
    private final PaperForms papers;
    private final Download download;

    PaperPages(Desks desks, PaperForms papers, Download download) {
        this.desks = desks;
        this.papers = papers;
        this.download = download;
    }

    @GetMapping("/taken/{task}/papier")
    @Requires(Permission.WORK)
    void print(@PathVariable String task, SignedIn me, HttpServletResponse response) throws IOException {
        var desk = desks.open(task, me)
                .filter(Desk::onPaper)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        download.send(papers.name(desk.task()), papers.print(desk.task(), desk.actor()), response);
    }
}
