package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Download;
import org.samenspraak.correspondence.PaperSheets;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the office prints for who votes on paper: cards with their numbers, and a ballot sheet of each area without any. */
@Controller
@RequestMapping("/wijkbudget/{number}/papier")
class PaperPrintPages {

    private static final int A_ROW = 2;

    private final VotedRounds voted;
    private final VoteRows votes;
    private final PaperRows rows;
    private final ChoiceRules rules;
    private final BallotDesk desk;
    private final BudgetWords words;
    private final PaperSheets sheets;
    private final Download download;

    PaperPrintPages(
            VotedRounds voted,
            VoteRows votes,
            PaperRows rows,
            ChoiceRules rules,
            BallotDesk desk,
            BudgetWords words,
            PaperSheets sheets,
            Download download) {
        this.voted = voted;
        this.votes = votes;
        this.rows = rows;
        this.rules = rules;
        this.desk = desk;
        this.words = words;
        this.sheets = sheets;
        this.download = download;
    }

    /** All that were given together. */
    @GetMapping("/kaarten/{issue}.pdf")
    @Requires(Permission.STEER_CASE)
    void cards(@PathVariable String number, @PathVariable UUID issue, HttpServletResponse response) throws IOException {
        var view = voted.of(number);
        var cards = rows.cards(view.id(), issue);
        if (cards.isEmpty()) {
            throw new NotFound("casefile.refusal.no-case");
        }
        var pairs = IntStream.range(0, (cards.size() + 1) / A_ROW)
                .mapToObj(at -> cards.subList(at * A_ROW, Math.min(cards.size(), (at + 1) * A_ROW)))
                .toList();
        print(
                view,
                "wijkbudget-cards",
                words.dutch("wijkbudget.paper.cards-of", view.title()),
                Map.of("rows", pairs, "age", rules.of(view.id()).age()),
                "stemkaarten",
                response);
    }

    @GetMapping("/stembiljet/{area}.pdf")
    @Requires(Permission.STEER_CASE)
    void sheet(@PathVariable String number, @PathVariable UUID area, HttpServletResponse response) throws IOException {
        var view = voted.of(number);
        var id = new AreaId(area);
        if (desk.areas(view.id()).stream().noneMatch(share -> share.area().equals(id))) {
            throw new NotFound("casefile.refusal.no-case");
        }
        var paper = desk.paper(view.id(), id);
        print(
                view,
                "wijkbudget-ballot",
                words.dutch(
                        "wijkbudget.paper.ballot-of", view.title(), paper.area().name()),
                Map.of("paper", paper, "budget", words),
                "stembiljet",
                response);
    }

    private void print(
            CaseView view,
            String template,
            String title,
            Map<String, Object> fields,
            String name,
            HttpServletResponse response)
            throws IOException {
        var all = new HashMap<String, Object>(fields);
        all.put("number", view.number());
        all.put("foot", view.title());
        all.put("closes", votes.find(view.id()).orElseThrow().closes());
        download.send(name + "-" + view.number() + ".pdf", sheets.print(template, title, all), response);
    }
}
