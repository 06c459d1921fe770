package org.samenspraak.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Messages.Due;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes a queued mail as it goes out. Here, and only here, a placeholder becomes a link. */
@Component
class Envelopes {

    /** Stands where the personal link comes to one of several questions in a mail. */
    private static final Pattern OF_QUESTION = Pattern.compile("\\[\\[link:([0-9a-f-]{36}):([0-9]{1,9})]]");

    private final Municipality municipality;
    private final AccessLinks links;
    private final MailIds ids;
    private final ObjectProvider<Documents> documents;
    private final MailExtras extras;

    Envelopes(
            Municipality municipality,
            AccessLinks links,
            MailIds ids,
            ObjectProvider<Documents> documents,
            MailExtras extras) {
        this.municipality = municipality;
        this.links = links;
        this.ids = ids;
        this.documents = documents;
        this.extras = extras;
    }

    MimeMessage write(MimeMessage message, Due due) {
        try {
            var mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            mail.setFrom(new InternetAddress(municipality.mail(), municipality.name(), StandardCharsets.UTF_8.name()));
            mail.setTo(new InternetAddress(due.to(), due.toName(), StandardCharsets.UTF_8.name()));
            mail.setSubject(due.subject());
            mail.setText(linked(due.text(), due), linked(due.html(), due));
            if (due.caseId() != null) {
                for (var document : due.attachments()) {
                    attach(mail, due.caseId(), document);
                }
            }
            var extra = extras.of(due.id());
            extra.map(MailExtras.Extra::calendar).ifPresent(text -> attach(mail, text));
            if (extra.filter(it -> it.newsOf() != null || it.follower() != null).isPresent()) {
                message.setHeader("List-Unsubscribe", "<" + link(due) + ">");
            }
            if (extra.map(MailExtras.Extra::follower).isPresent()) {
                // RFC 8058: the mail program ends it by itself
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            headers(message, due);
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
    }

    static String placeholder(PromptRow row) {
        return "[[link:" + row.id() + ":" + row.generation() + "]]";
    }

    /** As it is shown to who may not have the links. */
    static String shown(String text) {
        return OF_QUESTION.matcher(text).replaceAll(Matcher.quoteReplacement(Outbox.Mail.LINK));
    }

    /** A link works for its reader only: a placeholder that somebody typed leads nowhere. */
    private String linked(String text, Due due) {
        var ofQuestions = OF_QUESTION
                .matcher(text)
                .replaceAll(found ->
                        links.url(UUID.fromString(found.group(1)), due.to(), Integer.parseInt(found.group(2))));
        return ofQuestions.replace(Outbox.Mail.LINK, link(due));
    }

    /** Where a personal link leads: to a question, to the application of a case, or else to the portal. */
    String link(Due due) {
        if (due.prompt() != null) {
            return links.url(due.prompt(), due.to(), due.generation());
        }
        var extra = extras.of(due.id());
        var news = extra.map(MailExtras.Extra::newsOf);
        if (news.isPresent()) {
            return links.newsUrl(news.get(), due.to());
        }
        var follower = extra.map(MailExtras.Extra::follower);
        if (follower.isPresent()) {
            return links.followerUrl(follower.get(), due.to());
        }
        var person = extra.map(MailExtras.Extra::opens);
        if (person.isPresent()) {
            return links.personUrl(person.get(), due.to());
        }
        var voter = extra.map(MailExtras.Extra::voter);
        if (voter.isPresent()) {
            return links.voterUrl(voter.get(), due.to());
        }
        return due.caseId() == null
                ? links.url(due.id(), due.to(), AccessLinks.OF_SIGN_IN)
                : links.url(due.caseId().value(), due.to(), AccessLinks.OF_RECEIPT);
    }

    private void attach(MimeMessageHelper mail, CaseId caseId, UUID document) throws MessagingException {
        var row = documents.getObject().get(caseId, document);
        var bytes = new ByteArrayOutputStream();
        documents.getObject().write(document, bytes);
        mail.addAttachment(row.name(), new ByteArrayResource(bytes.toByteArray()), row.mediaType());
    }

    private static void attach(MimeMessageHelper mail, String calendar) {
        try {
            mail.addAttachment(
                    "kalender.ics",
                    new ByteArrayResource(calendar.getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; charset=UTF-8; method=" + method(calendar));
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    /** What a calendar program is to do with it, as the calendar itself says. */
    private static String method(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("METHOD:"))
                .map(line -> line.substring("METHOD:".length()))
                .findFirst()
                .orElse("PUBLISH");
    }

    private void headers(MimeMessage message, Due due) throws MessagingException {
        message.setHeader("Message-ID", ids.of(due.id(), due.edition()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (due.caseId() != null) {
            var thread = ids.thread(due.caseId().value());
            message.setHeader("In-Reply-To", thread);
            message.setHeader("References", thread);
        }
    }
}
