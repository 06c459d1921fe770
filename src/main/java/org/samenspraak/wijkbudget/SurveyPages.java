package org.samenspraak.wijkbudget;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.samenspraak.correspondence.PersonLinks;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.identity.Problems;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a round went, asked behind the personal link of a proposer; their answer is kept apart from who they are. */
@Controller
@RequestMapping("/v/idee/{token}/evaluatie")
class SurveyPages {

    private static final String LINK =
            "the link was mailed to one address; its reader answers once, and reads no answer";

    private final PersonLinks links;
    private final IdeaSupporters supporters;
    private final SurveyDesk desk;
    private final Forms forms;
    private final Problems problems;

    SurveyPages(PersonLinks links, IdeaSupporters supporters, SurveyDesk desk, Forms forms, Problems problems) {
        this.links = links;
        this.supporters = supporters;
        this.desk = desk;
        this.forms = forms;
        this.problems = problems;
    }

    @OpenToAll(because = LINK)
    @GetMapping
    String show(@PathVariable String token, Model model, RedirectAttributes next) {
        var reader = reader(token);
        if (desk.waiting(reader.id()).isEmpty()) {
            next.addFlashAttribute("refusal", new Refusal("wijkbudget.refusal.survey-over"));
            return "redirect:/v/idee/{token}";
        }
        return page(token, forms.view(forms.shipped(SurveyDesk.FORM), Map.of()), model);
    }

    @OpenToAll(because = LINK)
    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var reader = reader(token);
        var form = forms.shipped(SurveyDesk.FORM);
        var judgement = forms.judge(form, Map.of(), sent);
        if (!judgement.accepted()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(token, forms.view(form, judgement), model);
        }
        try {
            desk.answer(reader, judgement.answers());
        } catch (Refusal refusal) {
            problems.refuse(refusal, model, response);
            return page(token, forms.view(form, judgement), model);
        }
        next.addFlashAttribute("notice", "wijkbudget.survey.thanks");
        return "redirect:/v/idee/{token}";
    }

    private static String page(String token, FormView form, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("form", form);
        return "wijkbudget/survey";
    }

    private Supporter reader(String token) {
        return links.proved(token, id -> supporters.find(id).map(Supporter::mail))
                .flatMap(supporters::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
