package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.PersonLinks;
import org.samenspraak.forms.Notation;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.CoInitiators.Typed;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An idea behind a personal link: its proposer confirms, changes it and asks to look again; a co-initiator confirms. */
@Controller
@RequestMapping("/v/idee/{token}")
class IdeaPages {

    private static final String LINK =
            "the link was mailed to one address, and shows what its reader wrote or stands behind";
    private static final String BACK = "redirect:/v/idee/{token}";

    private final PersonLinks links;
    private final IdeaSupporters supporters;
    private final Ideas ideas;
    private final IdeaReceiving receiving;
    private final IdeaCare care;
    private final CoInitiators behind;
    private final IdeaPhotos photos;
    private final MergedIdeas merged;
    private final BudgetProjects projects;
    private final DecisionReasons reasons;
    private final Cases cases;
    private final InitiatorActs led;
    private final SurveyDesk survey;
    private final BudgetWords texts;
    private final Problems problems;

    IdeaPages(
            PersonLinks links,
            IdeaSupporters supporters,
            Ideas ideas,
            IdeaReceiving receiving,
            IdeaCare care,
            CoInitiators behind,
            IdeaPhotos photos,
            MergedIdeas merged,
            BudgetProjects projects,
            DecisionReasons reasons,
            Cases cases,
            InitiatorActs led,
            SurveyDesk survey,
            BudgetWords texts,
            Problems problems) {
        this.links = links;
        this.supporters = supporters;
        this.ideas = ideas;
        this.receiving = receiving;
        this.care = care;
        this.behind = behind;
        this.photos = photos;
        this.merged = merged;
        this.projects = projects;
        this.reasons = reasons;
        this.cases = cases;
        this.led = led;
        this.survey = survey;
        this.texts = texts;
        this.problems = problems;
    }

    @OpenToAll(because = LINK)
    @GetMapping
    String show(@PathVariable String token, Model model) {
        return page(token, reader(token), model);
    }

    @OpenToAll(because = LINK)
    @PostMapping("/bevestigen")
    String confirm(@PathVariable String token, RedirectAttributes next) {
        receiving.confirm(reader(token));
        next.addFlashAttribute("notice", "wijkbudget.idea.confirmed");
        return BACK;
    }

    @OpenToAll(because = LINK)
    @PostMapping("/wijzigen")
    String edit(
            @PathVariable String token,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String idea,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String cost,
            @RequestParam(defaultValue = "") Set<UUID> leftOut,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var reader = proposer(token);
        var words = new Words(title.strip(), idea.strip(), need.strip(), place.strip());
        var photo = file == null || file.isEmpty() ? null : file;
        try {
            care.edit(
                    ideas.get(reader.caseId()),
                    new IdeaCare.Edit(
                            version,
                            words,
                            cents(cost),
                            new IdeaPhotos.Change(
                                    leftOut,
                                    photo == null ? null : photo.getOriginalFilename(),
                                    photo == null ? null : photo.getInputStream())),
                    Actor.resident(reader.name()));
        } catch (Refusal refusal) {
            model.addAttribute("words", words);
            model.addAttribute("cost", cost);
            model.addAttribute("leftOut", leftOut);
            model.addAttribute("meanwhile", ideas.get(reader.caseId()).version() != version);
            problems.refuse(IdeaCare.all(refusal, words), model, response);
            return page(token, reader, model);
        }
        next.addFlashAttribute("notice", "wijkbudget.idea.changed");
        return BACK;
    }

    /** @throws Refusal for what is no amount */
    static @Nullable Long cents(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        return Notation.money(typed, LocaleContextHolder.getLocale())
                .filter(euros -> euros.signum() >= 0)
                .map(euros -> euros.movePointRight(2).longValueExact())
                .orElseThrow(() -> Refusal.of("cost", "wijkbudget.refusal.no-amount"));
    }

    @OpenToAll(because = LINK)
    @PostMapping("/mede-indieners")
    String ask(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String address,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reader = proposer(token);
        var typed = new Typed(name.strip(), mail.strip(), address.strip());
        try {
            behind.ask(ideas.get(reader.caseId()), typed, Actor.resident(reader.name()));
        } catch (Refusal refusal) {
            model.addAttribute("typed", typed);
            return refused(refusal, token, reader, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.behind.asked");
        return BACK;
    }

    @OpenToAll(because = LINK)
    @PostMapping("/mede-indieners/{one}/weg")
    String remove(
            @PathVariable String token,
            @PathVariable UUID one,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reader = proposer(token);
        try {
            behind.remove(ideas.get(reader.caseId()), one, Actor.resident(reader.name()));
        } catch (Refusal refusal) {
            return refused(refusal, token, reader, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.behind.removed");
        return BACK;
    }

    @OpenToAll(because = LINK)
    @PostMapping("/herbekijken")
    String askAgain(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reader = proposer(token);
        try {
            care.askAgain(ideas.get(reader.caseId()), reason, Actor.resident(reader.name()));
        } catch (Refusal refusal) {
            model.addAttribute("reason", reason);
            return refused(refusal, token, reader, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.idea.asked-again");
        return BACK;
    }

    @OpenToAll(because = LINK)
    @PostMapping("/intrekken")
    String withdraw(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reader = proposer(token);
        try {
            care.withdraw(ideas.get(reader.caseId()), why.strip(), sure, Actor.resident(reader.name()));
        } catch (Refusal refusal) {
            model.addAttribute("why", why);
            model.addAttribute("sure", sure);
            return refused(refusal, token, reader, model, response);
        }
        next.addFlashAttribute("notice", "wijkbudget.idea.withdrawn");
        return BACK;
    }

    private String refused(Refusal refusal, String token, Supporter reader, Model model, HttpServletResponse response) {
        problems.refuse(refusal, model, response);
        return page(token, reader, model);
    }

    private String page(String token, Supporter reader, Model model) {
        var idea = ideas.get(reader.caseId());
        model.addAttribute("token", token);
        var view = cases.get(idea.caseId());
        model.addAttribute("number", view.number());
        model.addAttribute("stands", ideas.stands(idea.caseId()));
        model.addAttribute("one", idea);
        model.addAttribute("reader", reader);
        model.addAttribute("led", led.ledBy(reader));
        model.addAttribute("surveyed", survey.waiting(reader.id()).isPresent());
        model.addAttribute("surveyClosed", survey.closedOn(reader.id()).orElse(null));
        model.addAttribute("projects", projects.of(idea.caseId()));
        model.addAttribute("told", reasons.told(idea.round()));
        model.addAttribute("mayEdit", reader.proposer() && care.mayEdit(idea));
        model.addAttribute(
                "hidden", reader.proposer() ? care.hiddenBecause(idea).orElse(null) : null);
        model.addAttribute("mayWithdraw", reader.proposer() && care.mayWithdraw(idea));
        model.addAttribute("into", merged.into(idea.caseId()).orElse(null));
        model.addAttribute("mayAsk", care.mayAskAgain(idea));
        model.addAttribute("askUntil", reader.proposer() ? care.askUntil(idea).orElse(null) : null);
        var cents = idea.cents();
        var cost = cents == null ? "" : texts.euros(cents);
        model.addAttribute("nowCost", cost);
        var now = Map.<String, Object>of("words", idea.words(), "cost", cost, "leftOut", Set.of());
        now.forEach((key, value) -> {
            if (!model.containsAttribute(key)) {
                model.addAttribute(key, value);
            }
        });
        if (reader.proposer()) {
            model.addAttribute("photos", photos.sent(idea.caseId()));
            model.addAttribute("behind", behind.of(idea));
            model.addAttribute("needed", behind.needed(idea));
        }
        return "wijkbudget/idea";
    }

    private Supporter proposer(String token) {
        return Optional.of(reader(token)).filter(Supporter::proposer).orElseThrow(IdeaPages::nothing);
    }

    private Supporter reader(String token) {
        return links.proved(token, id -> supporters.find(id).map(Supporter::mail))
                .flatMap(supporters::find)
                .orElseThrow(IdeaPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
