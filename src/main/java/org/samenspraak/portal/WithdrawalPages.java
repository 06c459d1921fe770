package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Download;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.correspondence.WithdrawalReceipts;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A council withdraws its own application, by the link of a question in it or of its receipt. */
@Controller
@RequestMapping("/v/{token}/intrekken")
class WithdrawalPages {

    private static final String PAGE = "portal/withdraw";
    private static final int LONGEST = 2000;

    private final Links links;
    private final Prompts prompts;
    private final PromptViews views;
    private final Senders senders;
    private final Cases cases;
    private final Withdrawing withdrawing;
    private final WithdrawalReceipts receipts;
    private final Documents documents;
    private final Download download;
    private final MessageSource messages;

    WithdrawalPages(
            Links links,
            Prompts prompts,
            PromptViews views,
            Senders senders,
            Cases cases,
            Withdrawing withdrawing,
            WithdrawalReceipts receipts,
            Documents documents,
            Download download,
            MessageSource messages) {
        this.links = links;
        this.prompts = prompts;
        this.views = views;
        this.senders = senders;
        this.cases = cases;
        this.withdrawing = withdrawing;
        this.receipts = receipts;
        this.documents = documents;
        this.download = download;
        this.messages = messages;
    }

    @OpenToAll(because = PromptPages.LINK)
    @GetMapping
    String show(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        return asker(links.open(token, request))
                .map(asker -> page(asker.asked(), model, token, "", null))
                .orElseGet(() -> PromptPages.closed(prompts.open(token), model, response));
    }

    @OpenToAll(because = PromptPages.LINK)
    @PostMapping
    String withdraw(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var link = links.open(token, request);
        var asker = asker(link);
        if (asker.isEmpty()) {
            return PromptPages.closed(prompts.open(token), model, response);
        }
        var asked = asker.get().asked();
        var said = reason.substring(0, Math.min(reason.length(), LONGEST));
        try {
            withdrawing.withdraw(asked.id(), said, asker.get().actor(), link);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(asked, model, token, said, say(refusal));
        }
        model.addAttribute("number", asked.number());
        model.addAttribute("token", token);
        return "portal/withdrawn";
    }

    /** The receipt, as it was mailed. */
    @OpenToAll(because = PromptPages.LINK)
    @GetMapping("/bewijs")
    void receipt(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var caseId = PromptViews.withdrawn(links.open(token, request)).orElseThrow(WithdrawalPages::nothing);
        var document = receipts.find(caseId).orElseThrow(WithdrawalPages::nothing);
        download.send(documents.get(caseId, document), response);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Who holds the link of an open question, or of the receipt of a case that is still open. */
    private Optional<Asker> asker(Opening opening) {
        if (opening instanceof Opening.Open open) {
            if (!open.maySend()) {
                throw nothing();
            }
            var actor = views.actor(open.council(), senders.of(open));
            return Optional.of(new Asker(asked(open.caseId()), actor));
        }
        return opening instanceof Opening.Applied applied
                ? Optional.of(new Asker(asked(applied.caseId()), Actor.resident(applied.name())))
                        .filter(asker -> asker.asked().status() == CaseStatus.OPEN)
                : Optional.empty();
    }

    private CaseView asked(CaseId caseId) {
        var asked = cases.get(caseId);
        if (!views.mayWithdraw(asked)) {
            throw nothing();
        }
        return asked;
    }

    private static String page(CaseView asked, Model model, String token, String reason, @Nullable String error) {
        model.addAttribute("token", token);
        model.addAttribute("council", asked.title());
        model.addAttribute("number", asked.number());
        model.addAttribute("reason", reason);
        model.addAttribute("error", error);
        return PAGE;
    }

    private String say(Refusal refusal) {
        return messages.getMessage(refusal.messageKey(), refusal.args().toArray(), LocaleContextHolder.getLocale());
    }

    private record Asker(CaseView asked, Actor actor) {}
}
