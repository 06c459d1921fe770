package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Download;
import org.samenspraak.casefile.SharedDocuments;
import org.samenspraak.identity.ForCouncils;
import org.samenspraak.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Documents that the office shares with a council. */
@Controller
@RequestMapping("/raad/dossier/documenten")
class SharedDocumentPages {

    private static final int ROWS = 30;

    private final SharedDocuments shared;
    private final Download download;

    SharedDocumentPages(SharedDocuments shared, Download download) {
        this.shared = shared;
        this.download = download;
    }

    @ForCouncils
    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID na, CouncilMember me, Model model) {
        var page = Page.of(shared.page(me.council().id(), na, ROWS + 1), ROWS, one -> one.document()
                .id()
                .toString());
        model.addAttribute("me", me);
        model.addAttribute("shared", page.rows());
        model.addAttribute("older", page.next() == null ? null : "/raad/dossier/documenten?na=" + page.next());
        return "portal/shared-documents";
    }

    @ForCouncils
    @GetMapping("/{document}")
    void open(@PathVariable UUID document, CouncilMember me, HttpServletResponse response) throws IOException {
        var found = shared.find(me.council().id(), document)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        download.send(found.document(), response);
    }
}
