package org.samenspraak.portal;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.FillIn;
import org.samenspraak.forms.Filled;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.Spot;
import org.samenspraak.forms.Step;
import org.samenspraak.forms.StepByStep;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** A form for people outside the office: page by page when it has several, or all of it when they ask for that. */
@Component
class FormWalk {

    static final String SAVE = "_save";

    private static final String STEP = "_step";
    private static final String ALL = "_all";
    private static final String STEPS = "_steps";

    private final FillIn fillIn;
    private final StepByStep steps;

    FormWalk(FillIn fillIn, StepByStep steps) {
        this.fillIn = fillIn;
        this.steps = steps;
    }

    Turn.Shown open(Sheet sheet, At at) {
        return at.all() || !steps.suits(sheet.form())
                ? new Turn.Shown(null, fillIn.open(sheet))
                : shown(steps.open(sheet, Math.max(at.page(), 1)));
    }

    /** After any button: what was typed and chosen is kept first. */
    Turn press(Sheet sheet, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        var page = page(sent);
        if (sent.containsKey(ALL) || sent.containsKey(STEPS)) {
            fillIn.keep(sheet, sent, files);
            return new Turn.Go(new At(sent.containsKey(ALL), 0, false, false));
        }
        if (sent.containsKey(SAVE)) {
            return page == 0 ? keep(sheet, sent, files) : turn(steps.keep(sheet, page, sent, files), sent);
        }
        if (page == 0) {
            var filled = fillIn.press(sheet, sent, files);
            return fillIn.spot(sheet, sent, filled)
                    .<Turn>map(it -> new Turn.Go(new At(steps.suits(sheet.form()), 0, false, false, it)))
                    .orElseGet(() -> new Turn.Shown(null, filled));
        }
        var step =
                steps.open(sheet, page).last() ? steps.send(sheet, sent, files) : steps.press(sheet, page, sent, files);
        return fillIn.spot(sheet, sent, step.filled())
                .<Turn>map(it -> new Turn.Go(new At(false, step.number(), false, isMending(sent), it)))
                .orElseGet(() -> turn(step, sent));
    }

    private Turn keep(Sheet sheet, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        var kept = fillIn.keep(sheet, sent, files);
        return kept.isRefused()
                ? new Turn.Shown(null, kept)
                : new Turn.Go(new At(steps.suits(sheet.form()), 0, true, false));
    }

    private static Turn turn(Step step, MultiValueMap<String, String> sent) {
        return step.next() > 0
                ? new Turn.Go(new At(false, step.next(), sent.containsKey(SAVE), isMending(sent)))
                : shown(step);
    }

    /** Shows what was sent with why nothing is done with it; keeps the text when the sheet does. */
    Turn.Shown refuse(Sheet sheet, MultiValueMap<String, String> sent, List<FieldError> errors) {
        if (!sheet.keeps()) {
            var typed = fillIn.press(sheet, sent, new LinkedMultiValueMap<>());
            return refused(sheet, new Turn.Shown(null, typed), errors);
        }
        fillIn.keep(sheet, sent);
        var page = page(sent);
        var here = page == 0 ? new Turn.Shown(null, fillIn.open(sheet)) : shown(steps.open(sheet, page));
        return refused(sheet, here, errors);
    }

    /** The same page with what stands in the way of sending it. */
    Turn.Shown refused(Sheet sheet, Turn.Shown before, List<FieldError> errors) {
        return before.step() == null
                ? new Turn.Shown(null, fillIn.refused(sheet, before.filled(), errors))
                : shown(steps.refused(sheet, errors));
    }

    /** Where a page of this form is shown, as it says itself. */
    static At at(MultiValueMap<String, String> sent) {
        return new At(false, page(sent), false, isMending(sent));
    }

    private static Turn.Shown shown(Step step) {
        return new Turn.Shown(step, step.filled());
    }

    private static int page(MultiValueMap<String, String> sent) {
        return StepByStep.number(sent.getFirst(STEP));
    }

    private static boolean isMending(MultiValueMap<String, String> sent) {
        return sent.containsKey(StepByStep.GO) || sent.containsKey(StepByStep.MEND);
    }

    void fill(Model model, Sheet sheet, Turn.Shown shown) {
        model.addAttribute("step", shown.step());
        model.addAttribute("form", shown.filled().form());
        model.addAttribute("draft", shown.filled().draft());
        model.addAttribute("others", shown.filled().others());
        model.addAttribute("stepwise", steps.suits(sheet.form()));
    }

    /**
     * Where in a form, as its address says.
     *
     * @param page 0 for the first
     * @param mending whether it was opened from the last page
     * @param spot on that page
     */
    record At(boolean all, int page, boolean saved, boolean mending, Spot spot) {

        At(boolean all, int page, boolean saved, boolean mending) {
            this(all, page, saved, mending, Spot.TOP);
        }

        static At of(@Nullable String all, @Nullable Integer page, @Nullable String mending) {
            return new At(all != null, page == null ? 0 : page, false, mending != null);
        }

        String query() {
            var query = new StringJoiner("&", "?", "").setEmptyValue("");
            if (saved) {
                query.add("bewaard");
            }
            if (all) {
                query.add("alles");
            }
            if (page > 0) {
                query.add("stap=" + page);
            }
            if (mending && page > 0) {
                query.add("nakijken");
            }
            if (!spot.query().isEmpty()) {
                query.add(spot.query());
            }
            return query + spot.fragment();
        }
    }

    /** What comes after a button. */
    sealed interface Turn {

        record Go(At at) implements Turn {}

        /** @param step none when all of the form is on one page */
        record Shown(@Nullable Step step, Filled filled) implements Turn {

            /** Whether it can be sent from here. */
            boolean isWhole() {
                return step == null || step.last();
            }
        }
    }
}
