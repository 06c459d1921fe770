package org.samenspraak.forms;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * A form page by page, for small screens. What was filled in lives in the draft: a page can be left, reloaded and opened
 * elsewhere. Each page is judged by its own questions, all of them before sending.
 */
@Service
public class StepByStep {

    private static final String BACK = "_back";
    /** The button on the last page that mends the answers of another, with its number. */
    public static final String GO = "_go";
    /** On a page that is mended: back to the last page, past those that hold no mistake. */
    public static final String MEND = "_mend";

    private static final Draft.Others NOBODY = new Draft.Others(0, "");

    private final Forms forms;
    private final Drafts drafts;
    private final FillIn fillIn;

    StepByStep(Forms forms, Drafts drafts, FillIn fillIn) {
        this.forms = forms;
        this.drafts = drafts;
        this.fillIn = fillIn;
    }

    /** Whether it is worth it. */
    public boolean suits(Form form) {
        return Steps.of(form).size() > 1;
    }

    /** @param number any; what is no page of these answers becomes the nearest after it */
    public Step open(Sheet sheet, int number) {
        return new Walk(sheet).step(number, NOBODY, List.of());
    }

    /** After a button on a page, also "back": keeps what was typed, then stays or goes on. */
    public Step press(
            Sheet sheet, int number, MultiValueMap<String, String> typed, MultiValueMap<String, MultipartFile> files) {
        var pasted = fillIn.pasted(sheet, typed, files);
        var sent = pasted.sent();
        var kept = fillIn.keep(sheet, sent);
        if (kept.tooLarge()) {
            return unkept(sheet, number, kept, sent);
        }
        var walk = new Walk(sheet);
        if (sent.containsKey(BACK)) {
            return walk.step(number, NOBODY, List.of()).goTo(walk.before(number));
        }
        if (!pasted.errors().isEmpty()) {
            return walk.step(number, NOBODY, pasted.errors());
        }
        var errors = forms.isReworked(sent) ? List.<Forms.FieldError>of() : walk.errors(number, kept);
        var step = walk.step(number, NOBODY, errors);
        return errors.isEmpty() && !forms.isReworked(sent)
                ? step.goTo(sent.containsKey(MEND) ? walk.faulty(number) : walk.after(number))
                : step;
    }

    /** Only keeps what was typed and chosen, and stays. */
    public Step keep(
            Sheet sheet, int number, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        var pasted = fillIn.pasted(sheet, sent, files);
        var kept = fillIn.keep(sheet, pasted.sent());
        var refused = fillIn.take(sheet, sent, files);
        if (kept.tooLarge()) {
            return unkept(sheet, number, kept, pasted.sent());
        }
        var errors = fillIn.errors(sheet, refused, pasted);
        var step = new Walk(sheet).step(number, NOBODY, errors);
        return errors.isEmpty() ? step.goTo(step.number()) : step;
    }

    /** The page with what was typed in it, which is too much to keep. */
    private Step unkept(Sheet sheet, int number, Draft kept, Map<String, List<String>> sent) {
        var typed = new LinkedHashMap<>(kept.typed());
        typed.putAll(Typed.of(sheet.form(), sent).asMap());
        return new Walk(sheet, kept, typed).step(number, NOBODY, List.of(fillIn.tooLarge()));
    }

    /** From the last page. */
    public Step send(Sheet sheet, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        var refused = fillIn.take(sheet, sent, files);
        var walk = new Walk(sheet, drafts.open(sheet.place(), sheet.form(), sheet.known(), sent));
        var last = walk.steps.size() + 1;
        var leaves = sent.containsKey(BACK) || sent.containsKey(GO);
        var stale = !walk.draft.read().equals(sent.getFirst(DraftPage.READ));
        if (forms.isReworked(sent) || ((leaves || stale) && !refused.isEmpty())) {
            return walk.step(last, NOBODY, forms.errors(sheet.form(), refused));
        }
        if (sent.containsKey(BACK)) {
            return walk.step(last, NOBODY, List.of()).goTo(walk.before(last));
        }
        if (sent.containsKey(GO)) {
            return walk.step(last, NOBODY, List.of()).goTo(number(sent.getFirst(GO)));
        }
        if (stale) {
            var by = walk.draft.by();
            return walk.step(last, new Draft.Others(1, by == null || by.equals(sheet.by()) ? "" : by), List.of());
        }
        var judgement = forms.judge(sheet.form(), walk.known, Typed.again(sheet.form(), walk.draft.typed()), refused);
        var step = walk.step(last, NOBODY, walk.onLastPage(judgement.errors()));
        return new Step(
                step.number(),
                step.place(),
                step.of(),
                step.title(),
                step.back(),
                true,
                step.parts(),
                walk.draft.isSettled() ? step.filled().with(judgement) : step.filled(),
                0);
    }

    /** The last page after a refusal. */
    public Step refused(Sheet sheet, List<Forms.FieldError> errors) {
        var walk = new Walk(sheet);
        return walk.step(walk.steps.size() + 1, NOBODY, errors);
    }

    /** The number of a page as a browser sends it, 0 for none. */
    public static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private class Walk {

        private final Sheet sheet;
        private final List<List<Field>> steps;
        private final Draft draft;
        private final Map<String, Object> known;
        private final Reading reading;
        private final List<Integer> shown;

        Walk(Sheet sheet) {
            this(sheet, drafts.open(sheet.place(), sheet.form(), sheet.known()));
        }

        private Walk(Sheet sheet, Draft draft) {
            this(sheet, draft, draft.typed());
        }

        Walk(Sheet sheet, Draft draft, Map<String, Object> typed) {
            this.sheet = sheet;
            this.draft = draft;
            steps = Steps.of(sheet.form());
            known = fillIn.known(sheet);
            reading = forms.reading(sheet.form(), known, typed);
            shown = IntStream.rangeClosed(1, steps.size())
                    .filter(it -> Steps.asks(steps.get(it - 1), reading.top(), reading))
                    .boxed()
                    .toList();
        }

        int after(int number) {
            return shown.stream().filter(it -> it > number).findFirst().orElse(steps.size() + 1);
        }

        /** The first page after it on which something has to be mended, or the last. */
        int faulty(int number) {
            return shown.stream()
                    .filter(it -> it > number)
                    .filter(it -> !forms.errors(reading, steps.get(it - 1), Steps.NO_FILES)
                            .isEmpty())
                    .findFirst()
                    .orElse(steps.size() + 1);
        }

        int before(int number) {
            return shown.stream().filter(it -> it < number).reduce(0, (one, next) -> next);
        }

        /** Of this page only: what waits on another one says so there, and on the last. */
        List<Forms.FieldError> errors(int number, Draft kept) {
            if (!shown.contains(number)) {
                return List.of();
            }
            var here = questions(number);
            return choices(kept, forms.errors(reading, steps.get(number - 1), Steps.NO_FILES)).stream()
                    .filter(it -> here.contains(it.path()) || !kept.rivals().containsKey(it.path()))
                    .toList();
        }

        List<Forms.FieldError> choices(Draft kept, List<Forms.FieldError> errors) {
            return fillIn.withChoices(sheet.form(), kept, errors);
        }

        private Set<String> questions(int number) {
            return forms.entriesOf(reading, steps.get(number - 1)).keySet();
        }

        Step step(int asked, Draft.Others others, List<Forms.FieldError> errors) {
            var number = shown.contains(asked) ? asked : after(asked - 1);
            var last = number > steps.size();
            var fields = last
                    ? sheet.form().fields().stream().filter(Steps::takesFiles).toList()
                    : steps.get(number - 1);
            var view = forms.paint(reading, fields, last ? Steps.FILES : Steps.NO_FILES, errors);
            return new Step(
                    number,
                    last ? shown.size() + 1 : shown.indexOf(number) + 1,
                    shown.size() + 1,
                    last ? "" : title(number),
                    before(number),
                    last,
                    last ? parts(choices(draft, errors)) : List.of(),
                    new Filled(view, draft, others, null, errors),
                    0);
        }

        /** Questions stand there in the order of their pages, and then the files. */
        List<Forms.FieldError> onLastPage(List<Forms.FieldError> errors) {
            var files = sheet.form().fileFields().keySet();
            return choices(draft, errors).stream()
                    .sorted(Comparator.comparing(it -> files.contains(it.path())))
                    .toList();
        }

        private List<Step.Part> parts(List<Forms.FieldError> errors) {
            return shown.stream()
                    .map(it -> {
                        var here = questions(it);
                        return new Step.Part(
                                it,
                                shown.indexOf(it) + 1,
                                title(it),
                                forms.words(reading, steps.get(it - 1)),
                                errors.stream()
                                        .filter(error -> here.contains(root(error)))
                                        .toList());
                    })
                    .toList();
        }

        private static String root(Forms.FieldError error) {
            return error.path().split("\\[")[0];
        }

        private String title(int number) {
            return steps.get(number - 1).stream()
                    .filter(it -> it.kind().holds())
                    .map(it -> it.label(Forms.locale()))
                    .findFirst()
                    .orElse("");
        }
    }
}
