package org.samenspraak.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Turns refusals into messages next to their fields: {@code errors} for the summary, {@code problems} by field. */
@Component
public class Problems {

    private final MessageSource texts;

    Problems(MessageSource texts) {
        this.texts = texts;
    }

    /** The same page once more, with status 422. */
    public void refuse(Refusal refusal, Model model, HttpServletResponse response) {
        refuse(List.of(refusal), model, response);
    }

    public void refuse(List<Refusal> refusals, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        show(refusals, model);
    }

    /** A refusal that names no field stands with the first one of the form. */
    public void show(List<Refusal> refusals, Model model) {
        var errors = refusals.stream().map(this::problem).toList();
        model.addAttribute("errors", errors);
        model.addAttribute(
                "problems",
                errors.stream().collect(Collectors.toMap(Problem::path, Problem::message, (first, next) -> first)));
    }

    private Problem problem(Refusal refusal) {
        var field = refusal.field();
        return new Problem(
                field == null ? "main" : field,
                texts.getMessage(refusal.messageKey(), refusal.args().toArray(), LocaleContextHolder.getLocale()));
    }

    /** @param path id of the control */
    public record Problem(String path, String message) {}
}
