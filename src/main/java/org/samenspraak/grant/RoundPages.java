package org.samenspraak.grant;

import static org.samenspraak.web.Exports.FORMAT;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.grant.RoundRows.Reminded;
import org.samenspraak.grant.RoundRows.Row;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.ledger.Amount;
import org.samenspraak.web.Exports;
import org.samenspraak.web.Page;
import org.samenspraak.web.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where each council of a round stands; who starts rounds reminds councils and lets what failed begin again. */
@Controller
@RequestMapping("/rondes/{number}")
class RoundPages {

    private static final int ROWS = 50;
    private static final int ALL = 5000;
    private static final String BACK = "redirect:/rondes/{number}";

    private final RoundPlaces places;
    private final Rounds rounds;
    private final RoundRows rows;
    private final RoundCare care;
    private final Draws draws;
    private final GrantWords words;
    private final Exports exports;
    private final Audit audit;

    RoundPages(
            RoundPlaces places,
            Rounds rounds,
            RoundRows rows,
            RoundCare care,
            Draws draws,
            GrantWords words,
            Exports exports,
            Audit audit) {
        this.places = places;
        this.rounds = rounds;
        this.rows = rows;
        this.care = care;
        this.draws = draws;
        this.words = words;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping
    @Requires(Permission.SEE_OFFICE)
    String show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String stands,
            @RequestParam(required = false) @Nullable UUID na,
            SignedIn me,
            Model model) {
        var view = places.find(number);
        var filter = known(stands);
        var page = Page.of(rows.page(view.id(), filter, na, ROWS + 1), ROWS, row -> row.council()
                .toString());
        var path = "/rondes/" + number + "?" + (filter == null ? "" : "stands=" + filter + "&");
        model.addAttribute("case", view);
        model.addAttribute("round", rounds.get(view.id()));
        model.addAttribute("counts", rows.counts(view.id()));
        model.addAttribute("totals", rows.totals(view.id()));
        model.addAttribute("readsGrades", me.may(Permission.SEE_GRADES));
        model.addAttribute("draw", draws.ofRound(view.id()).orElse(null));
        model.addAttribute("stands", filter);
        model.addAttribute("rows", page.rows());
        model.addAttribute("maySteer", me.may(Permission.STEER_CASE, null));
        model.addAttribute("mine", me.where(Permission.EDIT_COUNCIL));
        model.addAttribute("more", page.next() == null ? null : path + "na=" + page.next());
        return "grant/round";
    }

    @GetMapping("/uitvoer." + FORMAT)
    @Requires(Permission.SEE_OFFICE)
    void export(
            @PathVariable String number,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String stands,
            SignedIn me,
            HttpServletResponse response)
            throws IOException {
        var view = places.find(number);
        exports.send(me.person(), view.title(), format, response, sheet -> {
            audit.add(Act.LIST_EXPORTED, me.actor(), "/rondes/" + number);
            write(rows.page(view.id(), known(stands), null, ALL), sheet);
        });
    }

    private void write(List<Row> all, Sheet sheet) throws IOException {
        sheet.line(Stream.of(
                        "council",
                        "stands",
                        "number",
                        "planned",
                        "held",
                        "reason",
                        "money",
                        "asked",
                        "granted",
                        "paid",
                        "money-number")
                .map(column -> words.say("grant.round.column." + column))
                .toArray());
        for (var row : all) {
            var planned = row.plannedAt();
            sheet.line(
                    row.name(),
                    words.say("grant.stands." + row.stands()),
                    row.number(),
                    planned == null ? null : words.moment(planned.toInstant()),
                    row.heldOn(),
                    row.reason(),
                    row.stage() == null ? null : words.say("grant.money.state." + row.stage()),
                    euros(row.asked()),
                    euros(row.granted()),
                    row.paidOn(),
                    row.moneyNumber());
        }
    }

    private static @Nullable BigDecimal euros(@Nullable Amount amount) {
        return amount == null ? null : amount.euros();
    }

    @PostMapping("/herinnering")
    @Requires(Permission.EDIT_COUNCIL)
    String remind(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<UUID> council,
            @RequestParam(defaultValue = "false") boolean all,
            SignedIn me,
            RedirectAttributes next) {
        var chosen = council == null ? List.<UUID>of() : council;
        var came = care.remind(
                places.find(number).id(), all ? null : chosen, me.where(Permission.EDIT_COUNCIL), me.actor());
        next.addFlashAttribute("notice", "grant.round.reminded");
        next.addFlashAttribute(
                "noticeArgs", List.of(came.stream().filter(Reminded::isReminded).count()));
        next.addFlashAttribute("reminded", came.stream().limit(ROWS).toList());
        return BACK;
    }

    @PostMapping("/opnieuw")
    @Requires(Permission.STEER_CASE)
    String tryAgain(@PathVariable String number, SignedIn me, RedirectAttributes next) {
        care.tryAgain(places.toSteer(number, me).id(), me.actor());
        next.addFlashAttribute("notice", "grant.round.tried-again");
        return BACK;
    }

    private static @Nullable String known(@Nullable String stands) {
        return stands != null && stands.matches("[A-Z_]{4,12}") ? stands : null;
    }
}
