package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Problems;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an official enters what came back on paper of how a round went. */
@Controller
@RequestMapping("/wijkbudget/{number}/evaluatie/papier")
class SurveyPaperPages {

    private final SurveyDesk desk;
    private final BudgetRounds rounds;
    private final Cases cases;
    private final Forms forms;
    private final Problems problems;

    SurveyPaperPages(SurveyDesk desk, BudgetRounds rounds, Cases cases, Forms forms, Problems problems) {
        this.desk = desk;
        this.rounds = rounds;
        this.cases = cases;
        this.forms = forms;
        this.problems = problems;
    }

    @GetMapping
    @Requires(Permission.STEER_CASE)
    String show(@PathVariable String number, Model model) {
        return page(round(number), "", forms.view(forms.shipped(SurveyDesk.FORM), Map.of()), model);
    }

    @PostMapping
    @Requires(Permission.STEER_CASE)
    String enter(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String who,
            @RequestParam MultiValueMap<String, String> sent,
            SignedIn me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var round = round(number);
        var form = forms.shipped(SurveyDesk.FORM);
        var judgement = forms.judge(form, Map.of(), sent);
        if (!judgement.accepted()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(round, who, forms.view(form, judgement), model);
        }
        try {
            desk.enter(round.id(), who, judgement.answers(), me.actor());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(round, who, forms.view(form, judgement), model);
        }
        next.addFlashAttribute("notice", "wijkbudget.survey.entered");
        return "redirect:/wijkbudget/{number}/evaluatie/papier";
    }

    private String page(CaseView round, String who, FormView form, Model model) {
        model.addAttribute("case", round);
        model.addAttribute("people", desk.onPaper(round.id()));
        model.addAttribute("who", who);
        model.addAttribute("form", form);
        return "wijkbudget/survey-paper";
    }

    private CaseView round(String number) {
        return cases.byNumber(number)
                .filter(view -> rounds.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
