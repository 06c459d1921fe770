package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.forms.FormsHouse.sent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.TaskClosed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form that isn't sent yet: they add up, are bounded, and end with the form. */
class ChosenFilesIT extends IntakeScenario {

    @Autowired
    private ChosenFileRecords records;

    @Autowired
    private DraftTerms terms;

    @Autowired
    private DraftCare care;

    @Autowired
    private MessageSource messages;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void filesOfTwoGoesAddUpAndTheSameFileCountsOnce() {
        var place = place();

        take(place, file("a.txt", "een"), file("b.txt", "twee"));
        take(place, file("c.txt", "drie"), file("a (1).txt", "een"));

        assertThat(names(place)).containsExactly("a.txt", "b.txt", "c.txt");
        assertThat(count("casefile_document")).isEqualTo(3);
    }

    @Test
    void fieldForOneFileTakesTheLast() {
        var place = place();
        var one = forms.parse(SCHEMA.replace(",\"multiple\":true", ""));

        take(place, one, file("a.txt", "een"));
        take(place, one, file("b.txt", "twee"));

        assertThat(names(place)).containsExactly("b.txt");
        assertThat(count("casefile_document")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "programma.pdf, MZ\u0090\u0000\u0003 This program, Dit soort bestand",
        "brief.pdf, <!DOCTYPE html><script>alert(1)</script>, Dit soort bestand",
        "foto.png, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>, Dit soort bestand",
        "verslag.docx, PK\u0003\u0004 bommetje, Dit soort bestand",
        "leeg.txt, '', Dit bestand is leeg"
    })
    void saysWhatIsWrongWithAFileAndKeepsTheOthers(String name, String content, String why) {
        var place = place();

        var refused = take(place, file(name, content), file("goed.txt", "tekst"));

        assertThat(refused).containsOnlyKeys("files");
        assertThat(refused.get("files")).startsWith(name + ": " + why);
        assertThat(names(place)).containsExactly("goed.txt");
        assertThat(count("casefile_document")).isEqualTo(1);
    }

    @Test
    void acceptNarrowsByWhatAFileIs() {
        var pdfs = forms.parse(SCHEMA.replace("\"multiple\":true", "\"multiple\":true,\"accept\":\".pdf, image/*\""));
        var place = place();

        assertThat(take(place, pdfs, file("a.txt", "tekst")).get("files"))
                .isEqualTo("a.txt: Dit soort bestand kan hier niet. Wel: pdf, jpg, png.");
        assertThat(take(
                        place,
                        pdfs,
                        new MockMultipartFile(
                                "files", "a.pdf", "image/png", "tekst".getBytes(StandardCharsets.US_ASCII))))
                .as("neither its name nor its browser says what it is")
                .isNotEmpty();
        assertThat(take(place, pdfs, file("b.pdf", "%PDF-1.7 x"), file("c.png", "\u0089PNG\r\n\u001a\n")))
                .isEmpty();
    }

    @Test
    void refusesOneTooMany() {
        var place = place();

        var refused = take(place, files(11));

        assertThat(refused.get("files")).startsWith("10.txt: Dit zijn te veel bestanden.");
        assertThat(names(place)).hasSize(10);
    }

    @Test
    void namesTheFilesThatAreTooManyOnce() {
        var refused = take(place(), files(30));

        assertThat(refused.get("files"))
                .isEqualTo(
                        "10.txt, 11.txt, 12.txt en 17 andere: Dit zijn te veel bestanden. Voeg er hoogstens 10 toe.");
    }

    @Test
    void saysThatAFileIsThereUnderAnotherName() {
        var place = place();

        assertThat(take(place, file("a.txt", "een"), file("b.txt", "een")).get("files"))
                .isEqualTo("b.txt: Dit is hetzelfde bestand als a.txt. Het staat er al bij.");
        assertThat(take(place, file("a.txt", "een"))).as("chosen again").isEmpty();
        assertThat(names(place)).containsExactly("a.txt");
        assertThat(count("casefile_document")).isEqualTo(1);
    }

    @Test
    void boundsOneFileOneFormAndAllForms() {
        assertThat(limited(3, 50, 500).take(place(), form(), Map.of(), sent(), some(file("a.txt", "vier")), "x"))
                .hasEntrySatisfying("files", it -> assertThat(it).contains("te groot"));
        assertThat(limited(9, 15, 500).take(place(), form(), Map.of(), sent(), some(files(3)), "x"))
                .hasEntrySatisfying("files", it -> assertThat(it).contains("samen zijn te groot"));
        assertThat(limited(9, 50, 8).take(place(), form(), Map.of(), sent(), some(files(3)), "x"))
                .hasEntrySatisfying("files", it -> assertThat(it).contains("geen bestanden meer"));
    }

    @Test
    void removesOneByItsButtonAndNoneOfSomebodyElse() {
        var mine = place();
        var other = new DraftPlace(mine.key(), "paper", mine.regulation());
        take(mine, file("a.txt", "een"), file("b.txt", "twee"));
        take(other, file("c.txt", "drie"));
        var ids = records.of(mine).stream().map(it -> it.id().toString()).toList();
        var theirs = records.of(other).get(0).id();

        chosen.take(mine, form(), Map.of(), sent("_drop=" + ids.get(0), "_drop=" + theirs, "_drop=x"), some(), "x");

        assertThat(names(mine)).containsExactly("b.txt");
        assertThat(names(other)).containsExactly("c.txt");
        assertThat(count("casefile_document")).isEqualTo(2);
    }

    @Test
    void takesNothingForAFieldThatIsNotThereOrCannotBeChanged() {
        var fixed = forms.parse(SCHEMA.replace("\"multiple\":true", "\"multiple\":true,\"readonly\":true"));
        var uploads = new LinkedMultiValueMap<String, MultipartFile>();
        uploads.add("other", file("a.txt", "een"));

        assertThat(take(place(), fixed, file("a.txt", "een"))).isEmpty();
        assertThat(chosen.take(place(), form(), Map.of(), sent(), uploads, "x")).isEmpty();
        assertThat(count("casefile_document")).isZero();
    }

    @Test
    void sendingTwiceAtOnceFilesThemOnce() {
        var judged = judged("Meer banken", file("a.txt", "een"));
        var opened = inTransaction(() -> intake().start("idea", form(), judged, TODAY, false, BY));
        var again = forms.judge(form(), Map.of("files", List.of(row(judged))), sent("what=Anders"));

        assertThatThrownBy(() -> inTransaction(() -> intake().start("idea", form(), again, TODAY, false, BY)))
                .isInstanceOfSatisfying(Refusal.class, it -> {
                    assertThat(it.field()).isEqualTo("files");
                    assertThat(it.messageKey()).isEqualTo("casefile.refusal.file-gone");
                });
        assertThat(documents.of(opened.id())).hasSize(1);
        assertThat(count("casefile_case")).isEqualTo(1);
    }

    @Test
    void endWithTheirTaskAndAfterTheTermOfTheRegulation() {
        var task = new DraftPlace("t1", "council", place().regulation());
        var start = place();
        var visitor = new DraftPlace("start:idea:x", DraftPlace.VISITOR, start.regulation());
        take(task, file("a.txt", "een"));
        take(start, file("b.txt", "twee"));
        take(visitor, file("c.txt", "drie"));

        inTransaction(() -> {
            events.publishEvent(new TaskClosed("t1", CaseId.create(), "trial", "Task_Answer", null, null, null, true));
            return "";
        });
        assertThat(names(task)).isEmpty();
        clock.advance(Duration.ofDays(1));
        care.removeOld();
        assertThat(names(visitor)).isEmpty();
        assertThat(names(start)).hasSize(1);
        clock.advance(Duration.ofDays(90));
        care.removeOld();
        assertThat(names(start)).isEmpty();
        assertThat(count("casefile_document_chunk")).isZero();
    }

    @Test
    void whatIsInACaseStaysWhenTheFormIsForgotten() {
        var judged = judged("Meer banken", file("a.txt", "een"));
        var opened = inTransaction(() -> intake().start("idea", form(), judged, TODAY, false, BY));

        clock.advance(Duration.ofDays(100));
        care.removeOld();

        assertThat(documents.of(opened.id())).hasSize(1);
        assertThat(count("forms_chosen_file")).isZero();
    }

    private static Map<String, Object> row(Forms.Judgement judged) {
        return FileRows.chosen(judged.files().getOrDefault("files", List.of()).get(0), "a.txt", 3, null);
    }

    private ChosenFiles limited(int one, int form, int all) {
        var settings = new FormSettings(
                10,
                DataSize.ofBytes(one),
                DataSize.ofBytes(form),
                DataSize.ofBytes(all),
                Duration.ofDays(1),
                Duration.ofDays(7));
        return new ChosenFiles(records, documents, forms, terms, settings, messages, transaction);
    }

    private static MultipartFile[] files(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> file(it + ".txt", "tekst" + it))
                .toArray(MultipartFile[]::new);
    }

    private static LinkedMultiValueMap<String, MultipartFile> some(MultipartFile... files) {
        var uploads = new LinkedMultiValueMap<String, MultipartFile>();
        uploads.put("files", List.of(files));
        return uploads;
    }
}
