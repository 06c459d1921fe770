package org.samenspraak.correspondence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.LetterTexts.Text;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.ReminderMails.Item;
import org.samenspraak.correspondence.WeeklyNews.Said;
import org.springframework.stereotype.Component;

/** A mail as it would look, for who writes its text: what a case knows, and samples for the rest. */
@Component
class MailTrials {

    private final MailSheets sheets;
    private final FieldGuide guide;
    private final LetterFields fields;
    private final PromptRows prompts;
    private final PromptSheets asking;
    private final Contacts contacts;
    private final AccessLinks links;

    MailTrials(
            MailSheets sheets,
            FieldGuide guide,
            LetterFields fields,
            PromptRows prompts,
            PromptSheets asking,
            Contacts contacts,
            AccessLinks links) {
        this.sheets = sheets;
        this.guide = guide;
        this.fields = fields;
        this.prompts = prompts;
        this.asking = asking;
        this.contacts = contacts;
        this.links = links;
    }

    /** @param dossier none for samples alone */
    Trial write(Text text, @Nullable CaseView dossier) {
        return LetterSheets.in(text, () -> {
            var samples = guide.samples(text.shipped());
            var values = dossier == null ? samples : of(text, dossier, samples);
            var link = links.page("/v/voorbeeld");
            var around = new Around(
                    guide.sample("name"),
                    said(values, "number"),
                    List.of(contacts.forArea(dossier == null ? null : dossier.area(), MailSheets.language(text))),
                    items(text, values, link),
                    link);
            var mail = sheets.write(text, values, around);
            return new Trial(mail.subject(), sheets.words(text, values, around), mail.text());
        });
    }

    private TextTemplate.Fields of(Text text, CaseView dossier, TextTemplate.Fields samples) {
        var language = MailSheets.language(text);
        var ofCase = fields.of(dossier, text.head(), Map.of(), language);
        if (!text.shipped().isOfOffice()) {
            return guide.trial(text.shipped(), ofCase);
        }
        var asked = prompts.ofCase(dossier.id()).stream()
                .max(Comparator.comparing(PromptRow::openedAt))
                .map(row -> asking.fields(row, language))
                .orElse(Map.of());
        return name -> asked.isEmpty() || !asked.containsKey(name)
                ? Objects.requireNonNullElse(ofCase.get(name), Objects.requireNonNullElse(samples.get(name), ""))
                : asked.get(name);
    }

    private List<?> items(Text text, TextTemplate.Fields values, String link) {
        return switch (Objects.requireNonNullElse(text.head().link(), "")) {
            case "questions" ->
                List.of(new Item(
                        guide.sample("mail.task"),
                        guide.sample("council"),
                        guide.sample("number"),
                        said(values, "day"),
                        guide.sample("mail.left"),
                        link,
                        guide.sample("mail.minutes"),
                        null,
                        null));
            case "news", "followed" -> List.of(new Said(guide.sample("mail.news"), links.page("/publiek")));
            default -> List.of();
        };
    }

    private static String said(TextTemplate.Fields values, String name) {
        return Objects.toString(values.get(name), "");
    }

    /**
     * @param words as HTML, from {@code mail/frame}
     * @param text the whole mail, plain
     */
    public record Trial(String subject, String words, String text) {}
}
