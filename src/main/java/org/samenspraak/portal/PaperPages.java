package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Download;
import org.samenspraak.correspondence.AnswerReceipts;
import org.samenspraak.correspondence.AnswerReceipts.Receipt;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What a council prints or keeps from behind its link. */
@Controller("portalPaperPages")
class PaperPages {

    private final Links links;
    private final PromptPapers papers;
    private final AnswerReceipts receipts;
    private final Documents documents;
    private final Download download;

    PaperPages(Links links, PromptPapers papers, AnswerReceipts receipts, Documents documents, Download download) {
        this.links = links;
        this.papers = papers;
        this.receipts = receipts;
        this.documents = documents;
        this.download = download;
    }

    /** The question with its form, to fill in by hand. */
    @OpenToAll(because = PromptPages.LINK)
    @GetMapping("/v/{token}/papier")
    void print(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!(links.open(token, request) instanceof Opening.Open open) || !papers.print(open, response)) {
            throw nothing();
        }
    }

    /** The receipt of what was sent, as it was mailed. */
    @OpenToAll(because = PromptPages.LINK)
    @GetMapping("/v/{token}/bewijs")
    void receipt(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var sent = sent(links.open(token, request)).orElseThrow(PaperPages::nothing);
        var document = receipts.find(sent.caseId(), sent.task(), sent.contacts())
                .map(Receipt::document)
                .orElseThrow(PaperPages::nothing);
        download.send(documents.get(sent.caseId(), document), response);
    }

    private static Optional<Sent> sent(Opening opening) {
        return opening instanceof Opening.Answered answered
                ? Optional.of(new Sent(
                        answered.caseId(), answered.taskId(), answered.reader().maySend()))
                : opening instanceof Opening.Applied applied
                        ? Optional.of(new Sent(applied.caseId(), null, true))
                        : Optional.empty();
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /**
     * @param task that was answered, or none for an application
     * @param contacts whether the reader sees addresses of members
     */
    private record Sent(CaseId caseId, @Nullable String task, boolean contacts) {}
}
