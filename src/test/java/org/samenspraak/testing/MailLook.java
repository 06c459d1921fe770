package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** What holds for every mail to a council, in both of its shapes; each is kept under {@code target/mails} to look at. */
public final class MailLook {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/(v|raad/aanmelden)/\\S+");

    private static final Map<String, String> GREETING = Map.of("nl", "Beste ", "en", "Dear ");

    /** Words of the other language. */
    private static final Map<String, List<String>> FOREIGN = Map.of(
            "nl", List.of("Dear ", "What do we ask", "By when", "Need help", "The link"),
            "en", List.of("Beste ", "Wat vragen wij", "Tegen wanneer", "Hulp nodig", "De link"));

    private MailLook() {}

    /** @param name of its file, besides its number */
    public static void good(MimeMessage sent, String language, String name) throws Exception {
        var text = MailParts.text(sent).replace("\r\n", "\n");
        var html = MailParts.html(sent);
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var folder = Files.createDirectories(Path.of("target", "mails", language));
        Files.writeString(folder.resolve(slug + ".html"), html);
        Files.writeString(folder.resolve(slug + ".txt"), "Subject: " + sent.getSubject() + "\n\n" + text);

        var shown = Jsoup.parse(html);
        for (var words : List.of(sent.getSubject(), text, shown.text())) {
            assertThat(words)
                    .as(name)
                    .doesNotContain("null", "??", "{{", "}}", "[[", "]]", "&amp;", "&#39;")
                    .doesNotContain(FOREIGN.get(language))
                    .doesNotContainPattern("\\b(correspondence|letters|news|portal)\\.[a-z]");
        }
        assertThat(text).as(name).startsWith(GREETING.get(language)).doesNotContain("\n\n\n", " \n", "<", "|");
        assertThat(shown.select("html").attr("lang")).as(name).isEqualTo(language);
        assertThat(shown.select("main p").first().text()).as(name).startsWith(GREETING.get(language));
        assertThat(shown.select("main p, main li, main td")).as(name).allSatisfy(one -> assertThat(one.text())
                .isNotBlank());
        var links = LINK.matcher(text).results().map(found -> found.group()).toList();
        assertThat(shown.select("a[href]").eachAttr("href")).as(name).containsAll(links);
    }
}
