package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** A form while somebody fills it in: shown with its draft, kept while they type, judged when they send it. */
@Service
public class FillIn {

    private static final Draft.Others NOBODY = new Draft.Others(0, "");

    private final Forms forms;
    private final Drafts drafts;
    private final DraftCare care;
    private final ChosenFiles chosen;
    private final Pasting pasting;
    private final MessageSource messages;

    FillIn(Forms forms, Drafts drafts, DraftCare care, ChosenFiles chosen, Pasting pasting, MessageSource messages) {
        this.forms = forms;
        this.drafts = drafts;
        this.care = care;
        this.chosen = chosen;
        this.pasting = pasting;
        this.messages = messages;
    }

    public Filled open(Sheet sheet) {
        return page(sheet, NOBODY, List.of());
    }

    /** After a refusal of what was ready to be sent. */
    public Filled refused(Sheet sheet, Filled filled, List<Forms.FieldError> errors) {
        return filled.judgement() == null || (sheet.keeps() && !filled.draft().tooLarge())
                ? page(sheet, NOBODY, errors)
                : new Filled(
                        forms.view(sheet.form(), filled.judgement(), errors),
                        filled.draft(),
                        NOBODY,
                        filled.judgement(),
                        errors);
    }

    /** While somebody types, or when they only keep it. */
    public Draft keep(Sheet sheet, MultiValueMap<String, String> sent) {
        return sheet.keeps()
                ? drafts.save(sheet.place(), sheet.form(), sheet.known(), sent, sheet.by())
                : drafts.open(sheet.place(), sheet.form(), sheet.known());
    }

    /** The same by a page of its own accord; none when somebody sent it meanwhile. */
    public Optional<Draft> keepQuietly(Sheet sheet, MultiValueMap<String, String> sent) {
        return sheet.keeps()
                ? drafts.saveUnlessSent(sheet.place(), sheet.form(), sheet.known(), sent, sheet.by())
                : Optional.of(keep(sheet, sent));
    }

    /**
     * In the transaction that sends it. What this page still brings of its own accord is too late.
     *
     * @param page of the draft
     */
    public void sent(Sheet sheet, String page) {
        care.sent(sheet.place(), page);
    }

    /** For who wants nothing kept: what was typed and chosen, and what this page still brings. */
    public void wipe(Sheet sheet, MultiValueMap<String, String> sent) {
        care.sent(sheet.place(), DraftPage.of(sent).id());
    }

    /** When they only keep it, with the files they chose. */
    public Filled keep(Sheet sheet, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        var pasted = pasted(sheet, sent, files);
        var kept = keep(sheet, pasted.sent());
        var refused = take(sheet, sent, files);
        return kept.tooLarge()
                ? unkept(sheet, kept, pasted.sent(), refused)
                : page(sheet, NOBODY, errors(sheet, refused, pasted));
    }

    Pasting.Pasted pasted(Sheet sheet, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        return pasting.take(sheet.form(), sent, files);
    }

    List<Forms.FieldError> errors(Sheet sheet, Map<String, String> refused, Pasting.Pasted pasted) {
        return Stream.concat(pasted.errors().stream(), forms.errors(sheet.form(), refused).stream())
                .toList();
    }

    /** The page with what was typed in it, which is too much to keep. */
    private Filled unkept(Sheet sheet, Draft kept, MultiValueMap<String, String> sent, Map<String, String> refused) {
        var errors = List.of(tooLarge());
        var judgement = forms.judge(sheet.form(), known(sheet), sent, refused);
        return new Filled(forms.view(sheet.form(), judgement, errors), kept, NOBODY, null, errors);
    }

    /** After a button inside the form whose work the draft holds: where its page goes on when it is asked for again. */
    public Optional<Spot> spot(Sheet sheet, MultiValueMap<String, String> sent, Filled filled) {
        return forms.isReworked(sent) && sheet.keeps() && !filled.isRefused()
                ? Optional.of(Spot.of(filled.form(), sent))
                : Optional.empty();
    }

    /** Any other button: what was typed and chosen is kept first, so that no refusal loses it. */
    public Filled press(Sheet sheet, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        var pasted = pasted(sheet, sent, files);
        return press(sheet, pasted, take(sheet, sent, files));
    }

    private Filled press(Sheet sheet, Pasting.Pasted pasted, Map<String, String> refused) {
        var sent = pasted.sent();
        var kept = keep(sheet, sent);
        if (sheet.keeps() && (forms.isReworked(sent) || !pasted.errors().isEmpty())) {
            return kept.tooLarge()
                    ? unkept(sheet, kept, sent, refused)
                    : page(sheet, NOBODY, errors(sheet, refused, pasted));
        }
        if (sheet.keeps() && !kept.isSettled()) {
            return page(sheet, kept.others(), withChoices(sheet.form(), kept, forms.errors(sheet.form(), refused)));
        }
        var judgement = forms.judge(sheet.form(), known(sheet), sent, refused);
        if (sheet.keeps() && !kept.tooLarge() && !judgement.accepted()) {
            return page(sheet, NOBODY, judgement.errors()).with(judgement);
        }
        return new Filled(forms.view(sheet.form(), judgement), kept, NOBODY, judgement, judgement.errors());
    }

    Map<String, String> take(
            Sheet sheet, MultiValueMap<String, String> sent, MultiValueMap<String, MultipartFile> files) {
        return sheet.keeps()
                ? chosen.take(sheet.place(), sheet.form(), sheet.known(), sent, files, sheet.by())
                : Map.of();
    }

    Map<String, Object> known(Sheet sheet) {
        return chosen.in(sheet.place(), sheet.form(), sheet.known());
    }

    private Filled page(Sheet sheet, Draft.Others others, List<Forms.FieldError> errors) {
        var draft = drafts.open(sheet.place(), sheet.form(), sheet.known());
        var view = forms.resume(sheet.form(), known(sheet), draft.typed(), errors);
        return new Filled(view, draft, others, null, errors);
    }

    Forms.FieldError tooLarge() {
        return new Forms.FieldError("kept", say("forms.draft.not-kept"), say("forms.draft.too-large"));
    }

    /** What is wrong, and where two answers wait for a choice. */
    List<Forms.FieldError> withChoices(Form form, Draft draft, List<Forms.FieldError> errors) {
        var all = new ArrayList<Forms.FieldError>();
        draft.rivals()
                .forEach((path, texts) ->
                        all.add(new Forms.FieldError(path, texts.get(0).label(), say("forms.rival.choose"))));
        all.addAll(errors);
        return form.inOrder(all);
    }

    private String say(String key) {
        return messages.getMessage(key, null, Forms.locale());
    }
}
