package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;
import static org.samenspraak.forms.FormsHouse.sent;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

class DraftEdgesIT extends PostgresIT {

    @Autowired
    private Drafts drafts;

    @Autowired
    private DraftCare care;

    @Autowired
    private Forms forms;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void numbersTypedInDutchAreTheSameInEnglish() {
        var form = form(
                field("number", "'key':'many','label':'Aantal'"),
                field("number", "'key':'share','label':'Deel'"),
                field("number", "'key':'cost','label':'Kost','properties':{'format':'money'}"),
                field("textfield", "'key':'text','label':'Tekst'"));
        var place = drafts.ofStart("recognition", "t1", "runkst");
        speak("nl");
        var page = drafts.open(place, form, Map.of());
        drafts.save(
                place,
                form,
                Map.of(),
                sent(
                        "_page=" + page.page(),
                        "_read=" + page.read(),
                        "many=1.250",
                        "share=1,125",
                        "cost=€ 1.250,50",
                        "text=1.250"),
                "An");
        var dutch = drafts.open(place, form, Map.of());

        speak("en");
        var english = drafts.open(place, form, Map.of());

        assertThat(english.typed())
                .containsEntry("many", List.of("1250"))
                .containsEntry("share", List.of("1.125"))
                .containsEntry("cost", List.of("1250.50"))
                .containsEntry("text", List.of("1.250"));
        assertThat(english.read()).isEqualTo(dutch.read());
    }

    @Test
    void tellsOfATextThatIsTooLongAndCutsNothing() {
        var form = form(field("textarea", "'key':'what','label':'Wat'"));
        var place = drafts.ofStart("recognition", "t1", "runkst");
        drafts.save(place, form, Map.of(), sent("what=Banken"), "An");

        var saved = drafts.save(place, form, Map.of(), sent("what=" + "x".repeat(60_001)), "An");

        assertThat(saved.tooLarge()).isTrue();
        assertThat(drafts.open(place, form, Map.of()).typed()).containsEntry("what", List.of("Banken"));
    }

    @Test
    void keepsNothingForATaskThatIsGone() {
        var form = form(field("textfield", "'key':'what','label':'Wat'"));
        var regulation = drafts.ofStart("recognition", "t1", "runkst").regulation();
        var place = new DraftPlace("a-task-that-was-sent", "office", regulation);

        drafts.save(place, form, Map.of(), sent("what=Te laat"), "An");

        assertThat(count("forms_draft")).isZero();
    }

    @Test
    void whatIsOnItsWayWhileItIsSentDoesNotBringItBack() throws Exception {
        var form = form(field("textfield", "'key':'what','label':'Wat'"));
        var place = drafts.ofStart("recognition", "t1", "runkst");
        var mine = UUID.randomUUID();
        assertThat(quietly(place, form, mine)).isPresent();

        var late = transaction.execute(status -> {
            care.sent(place, mine.toString());
            var running = CompletableFuture.supplyAsync(() -> quietly(place, form, mine));
            while (count("pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            return running;
        });

        assertThat(late.get()).isEmpty();
        assertThat(count("forms_draft")).isZero();
        assertThat(quietly(place, form, UUID.randomUUID())).isPresent();

        clock.advance(Duration.ofDays(90));
        care.removeOld();
        assertThat(count("forms_draft_sent")).isZero();
    }

    private Optional<Draft> quietly(DraftPlace place, Form form, UUID page) {
        return drafts.saveUnlessSent(place, form, Map.of(), sent("_page=" + page, "what=Banken"), "An");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private Form form(String... components) {
        return forms.parse(("{'type':'default','id':'test','schemaVersion':18,'components':["
                        + String.join(",", components) + "]}")
                .replace('\'', '"'));
    }

    private static void speak(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    }
}
