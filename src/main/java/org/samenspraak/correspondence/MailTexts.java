package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes mails from {@code templates/mail}: {@code work} for officials, {@code frame} around the texts of {@link MailSheets}. */
@Component
class MailTexts {

    /** Councils and residents are written to in Dutch: the law asks it in Flanders, and both countries speak it. */
    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", DUTCH);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM, HH.mm", DUTCH);

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Municipality municipality;
    private final Clock clock;

    MailTexts(ITemplateEngine templates, MessageSource messages, Municipality municipality, Clock clock) {
        this.templates = templates;
        this.messages = messages;
        this.municipality = municipality;
        this.clock = clock;
    }

    Text write(String template, String subjectKey, List<?> subject, Map<String, Object> fields, Locale language) {
        return write(template, messages.getMessage(subjectKey, subject.toArray(), language), fields, language);
    }

    Text write(String template, String subject, Map<String, Object> fields, Locale language) {
        var variables = new HashMap<>(fields);
        variables.put("municipality", municipality);
        var context = new Context(language, variables);
        return new Text(
                subject,
                templates.process("mail/" + template + ".txt", context).strip() + "\n",
                templates.process("mail/" + template, context));
    }

    /** Only what stands in the mail, for a page that shows it. */
    String words(Map<String, Object> fields, Locale language) {
        var variables = new HashMap<>(fields);
        variables.put("municipality", municipality);
        return templates.process("mail/frame", Set.of("words"), new Context(language, variables));
    }

    String day(LocalDate day, Locale language) {
        return DAY.withLocale(language).format(day);
    }

    String moment(Instant moment, Locale language) {
        return MOMENT.withLocale(language).format(moment.atZone(municipality.zone()));
    }

    String day(Instant moment, Locale language) {
        return day(local(moment), language);
    }

    LocalDate today() {
        return local(clock.instant());
    }

    /** From then on what a mail says of that day is past. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(municipality.zone()).toInstant();
    }

    LocalDate local(Instant moment) {
        return LocalDate.ofInstant(moment, municipality.zone());
    }

    /** How far away a day is, in words. */
    String until(LocalDate day, Locale language) {
        var days = ChronoUnit.DAYS.between(today(), day);
        return messages.getMessage("correspondence.until", new Object[] {days}, language);
    }

    record Text(String subject, String text, String html) {}
}
