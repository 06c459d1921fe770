package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.correspondence.LetterTexts.Typed;
import org.samenspraak.correspondence.LetterTexts.Version;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.PdfUa;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

class LetterTextsIT extends PostgresIT {

    private static final String NAME = "recognition-withdrawn";
    private static final Actor BOSS = Actor.resident("Beheerder");
    private static final Actor OTHER = Actor.resident("Tweede beheerder");

    @Autowired
    private LetterTexts texts;

    @Autowired
    private ShippedTexts shipped;

    @Autowired
    private TextCheck check;

    @Autowired
    private LetterPreviews previews;

    @Autowired
    private Regulations regulations;

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyShippedTextCanBePublished(String language) {
        // parts of a language that is not written here are not found
        assertThat(shipped.all(language)).hasSizeGreaterThan(15).allSatisfy(text -> assertThat(
                        check.problems(text, text.title(), text.body()).stream()
                                .filter(it -> language.equals("nl")
                                        || !it.messageKey().endsWith(".part")))
                .as(text.key())
                .isEmpty());
    }

    @Test
    void isWrittenInBothLanguagesWithTheSameProperties() {
        assertThat(shipped.all("en"))
                .extracting(TextHead.Shipped::name, TextHead.Shipped::head)
                .containsExactlyElementsOf(shipped.all("nl").stream()
                        .map(text -> tuple(text.name(), text.head()))
                        .toList());
    }

    @Test
    void everyTextMakesAFileForAScreenReader() {
        texts.all("nl").stream()
                .filter(text -> !text.kind().equals(Kind.MAIL.name()))
                .forEach(text -> PdfUa.isAccessible(previews.pdf(text.name(), "nl", "")));
    }

    @Test
    void everyDecisionSaysHowToObjectByEachRegulation() {
        assertThat(shipped.all("nl"))
                .filteredOn(text -> text.head().kind() == Kind.DECISION)
                .hasSizeGreaterThan(5)
                .allSatisfy(text -> assertThat(Stream.of("hasselt", "enschede-2024")
                                .map(regulation -> regulations.objection(
                                        new RegulationId(regulation, 1),
                                        text.head().objection())))
                        .allSatisfy(way -> assertThat(way.value()).containsPattern("klacht indienen|bezwaar maken")));
    }

    @Test
    void saysNothingThatItsFrameSays() {
        assertThat(shipped.all("nl"))
                .allSatisfy(it -> assertThat(it.body()).as(it.key()).doesNotContain("Hebt u vragen"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Een\\n\\n{{nothing}} | unknown 3",
                "{{#rules}}\\n{{sentence}}\\n{{/rules}}\\n{{sentence}} | unknown 4",
                "{{answer.recognition-application.nothing}} | unknown 1",
                "{{answer.recognition-application.members}} | unknown 1",
                "{{term.nothing}} | unknown 1",
                "{{council.class}} | unknown 1",
                "Een {{rules}} | list 1",
                "{{#rules}}{{#rules}}x{{/rules}}{{/rules}} | list-in-list 1",
                "Een\\n{{> ../../secret}} | part 2",
                "Een\\n{{> recognition-kept}} | part 2",
                "Een\\n\\nZie [hier](https://stad.example) | link 3",
                "Een\\n\\n![x](file:///etc/passwd) | image 3",
                "Een <b>vet</b> | html 1",
                "Een\\n\\n<div>x</div> | html 3",
                "{{#council}}x | open 1"
            })
    void saysWhatIsWrongAndWhere(String body, String problem) {
        var typed = new Typed("Titel", body.replace("\\n", "\n"), 0, 0);

        assertThat(texts.problems(NAME, "nl", typed))
                .extracting(it -> it.messageKey().replace("correspondence.text.", "") + " "
                        + (it.args().isEmpty() ? "" : it.args().get(0)))
                .contains(problem);
    }

    @Test
    void aDecisionTellsReasonRulesAndHowToObject() {
        assertThat(texts.problems(NAME, "nl", new Typed("Titel", "Beste raad", 0, 0)))
                .filteredOn(it -> it.messageKey().equals("correspondence.text.required"))
                .extracting(it -> it.args().get(0))
                .containsExactly("decision.date", "decision.reason", "rules", "objection");
        assertThat(texts.problems("application-withdrawn", "nl", new Typed("Titel", "Beste raad", 0, 0)))
                .isEmpty();
    }

    @Test
    void isNeitherEmptyNorEndless() {
        assertThat(texts.problems(NAME, "nl", new Typed(" ", "x".repeat(20_001), 0, 0)))
                .extracting(Refusal::field, Refusal::messageKey)
                .containsExactly(
                        tuple("title", "correspondence.text.empty"), tuple("body", "correspondence.text.long"));
        assertThat(texts.problems("application-withdrawn", "nl", new Typed("Een\n{{nothing}}", "x", 0, 0)))
                .extracting(Refusal::field)
                .containsOnly("title");
    }

    /** A letter goes to a whole council and stays in the case: addresses of people don't come in. */
    @Test
    void offersNoAddressesOfPeople() {
        assertThat(texts.fields("application-received", "nl"))
                .flatExtracting(FieldGuide.Group::fields)
                .extracting(FieldGuide.TextField::name)
                .contains("council", "term.check", "answer.recognition-check.missing")
                .noneMatch(it -> it.endsWith(".members") || it.contains(".members.") || it.contains("contactEmail"));
    }

    @Test
    void keepsADraftWithWhatIsWrongInIt() {
        texts.save(NAME, "nl", new Typed("Titel", "{{nothing}}", 0, 0), BOSS);

        assertThat(texts.edited(NAME, "nl").body()).isEqualTo("{{nothing}}");
        assertThat(texts.of(NAME, "nl").drafted()).isTrue();
        assertThat(texts.inForce(NAME, "nl").body()).contains("Waarom?");
        assertThatThrownBy(() -> texts.publish(NAME, "nl", texts.edited(NAME, "nl"), "Zomaar", BOSS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void keepsEveryVersion() {
        publish("Eerste");
        publish("Tweede");

        assertThat(texts.versions(NAME, "nl"))
                .extracting(Version::version, Version::title, Version::by, Version::note)
                .containsExactly(tuple(2, "Tweede", "Beheerder", "Beter"), tuple(1, "Eerste", "Beheerder", "Beter"));
        assertThat(texts.inForce(NAME, "nl").title()).isEqualTo("Tweede");
        assertThat(texts.of(NAME, "nl").drafted()).isFalse();
        assertThat(audited("text-published")).containsExactlyInAnyOrder(NAME + ".nl 1", NAME + ".nl 2");
    }

    @Test
    void goesBackByACopy() {
        publish("Eerste");
        publish("Tweede");

        texts.restore(NAME, "nl", 1, 2, "Toch de eerste", OTHER);

        assertThat(texts.inForce(NAME, "nl").title()).isEqualTo("Eerste");
        assertThat(texts.versions(NAME, "nl")).hasSize(3);
        assertThat(audited("text-restored")).containsExactly(NAME + ".nl 3 ← 1");
        assertThatThrownBy(() -> texts.restore(NAME, "nl", 1, 2, "Nog eens", BOSS))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> texts.restore(NAME, "nl", 1, 3, " ", BOSS)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> texts.restore(NAME, "nl", 9, 3, "x", BOSS)).isInstanceOf(NotFound.class);
    }

    @Test
    void tellsThatAnotherTextCameAlong() {
        publish("Eigen");
        assertThat(texts.of(NAME, "nl").news()).isFalse();

        jdbc.sql("update correspondence_text set beside = 'wat er vroeger stond'")
                .update();

        assertThat(texts.of(NAME, "nl").news()).isTrue();
        assertThat(texts.inForce(NAME, "nl").title()).isEqualTo("Eigen");
        publish("Nagekeken");
        assertThat(texts.of(NAME, "nl").news()).isFalse();
    }

    @Test
    void followsTheShippedTextAgain() {
        publish("Eigen");

        texts.restore(NAME, "nl", 0, 1, "Die is beter", BOSS);
        jdbc.sql("update correspondence_text set body = 'van een vorige versie' where shipped")
                .update();

        assertThat(texts.inForce(NAME, "nl").body()).contains("{{decision.reason}}");
        assertThat(texts.of(NAME, "nl")).returns(false, it -> it.changed()).returns(2, it -> it.published());
    }

    @Test
    void keepsTwoApart() {
        var mine = texts.edited(NAME, "nl");
        var theirs = texts.save(NAME, "nl", with(mine, "Van de ander"), OTHER);

        meanwhile(() -> texts.save(NAME, "nl", with(mine, "Van mij"), BOSS));
        texts.publish(NAME, "nl", theirs, "Eerst", OTHER);
        meanwhile(() -> texts.save(NAME, "nl", with(mine, "Van mij"), BOSS));
        meanwhile(() -> texts.save(NAME, "nl", with(theirs, "Van mij"), BOSS));

        var again = with(mine, "Van mij").over(texts.edited(NAME, "nl"));
        assertThat(texts.save(NAME, "nl", again, BOSS).draft()).isNotZero();
    }

    /** A number is never used twice, or an old form would write over a new draft. */
    @Test
    void knowsAnOldDraftFromANewOne() {
        var old = texts.save(NAME, "nl", with(texts.edited(NAME, "nl"), "Oud"), BOSS);
        texts.discard(NAME, "nl", old.draft());
        texts.save(NAME, "nl", with(texts.edited(NAME, "nl"), "Nieuw"), OTHER);

        meanwhile(() -> texts.save(NAME, "nl", with(old, "Uit een oud venster"), BOSS));
        assertThatThrownBy(() -> texts.discard(NAME, "nl", old.draft()))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(texts.edited(NAME, "nl").title()).isEqualTo("Nieuw");
    }

    @Test
    void publishesOnceWhenTwoDoAtTheSameMoment() throws Exception {
        var draft = texts.save(NAME, "nl", with(texts.edited(NAME, "nl"), "Samen"), BOSS);
        Callable<Boolean> publish = () -> {
            try {
                texts.publish(NAME, "nl", draft, "Beter", BOSS);
                return true;
            } catch (OptimisticLockingFailureException second) {
                return false;
            }
        };
        var pool = Executors.newFixedThreadPool(2);
        try {
            var done = pool.invokeAll(List.of(publish, publish));
            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdown();
        }
        assertThat(texts.versions(NAME, "nl")).hasSize(1);
    }

    /** The law of Flanders: councils are written to in Dutch. */
    @Test
    void knowsNoOtherLanguageHereAndNoOtherName() {
        assertThat(texts.languages()).containsExactly("nl");
        assertThatThrownBy(() -> texts.edited(NAME, "en")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> texts.edited("../" + NAME, "nl")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> texts.inForce("nothing", "nl")).isInstanceOf(IllegalArgumentException.class);
    }

    private void publish(String title) {
        var draft = texts.save(NAME, "nl", with(texts.edited(NAME, "nl"), title), BOSS);
        texts.publish(NAME, "nl", draft, "Beter", BOSS);
    }

    private static Typed with(Typed typed, String title) {
        return new Typed(title, typed.body(), typed.draft(), typed.published());
    }

    private static void meanwhile(Runnable save) {
        assertThatThrownBy(save::run).isInstanceOf(OptimisticLockingFailureException.class);
    }

    private List<String> audited(String act) {
        return jdbc.sql("select about from identity_audit where what = ?")
                .param(act)
                .query(String.class)
                .list();
    }
}
