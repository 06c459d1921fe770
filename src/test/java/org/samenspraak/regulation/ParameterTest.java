package org.samenspraak.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.Refusal;

class ParameterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAYS | 30",
                "WORKING_DAYS | 10",
                "WEEKS | 4",
                "MONTHS | 4",
                "YEARS | 4",
                "AMOUNT | 1000",
                "AMOUNT | 1000.50",
                "NUMBER | 0",
                "PERCENTAGE | 66.67",
                "FRACTION | 2/3",
                "FRACTION | 1/1",
                "DATE_IN_YEAR | --10-01",
                "CHOICE | yes",
                "REMINDERS | 14 d, 3 d",
                "REMINDERS | 10 wd, 3 w, 1 m",
                "REMINDERS | 3 d, 0 d",
                "REMINDERS | ''",
                "TEXT | U kunt bezwaar maken."
            })
    void takesAValueOfItsType(ParameterType type, String value) {
        assertThat(changedTo(type, value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAYS | 0",
                "DAYS | -1",
                "DAYS | 10.5",
                "DAYS | dertig",
                "WORKING_DAYS | 99999",
                "WEEKS | ''",
                "AMOUNT | 10.123",
                "AMOUNT | 1.000,00",
                "NUMBER | 01",
                "PERCENTAGE | 100.01",
                "FRACTION | 3/2",
                "FRACTION | 2/0",
                "DATE_IN_YEAR | --02-30",
                "DATE_IN_YEAR | 1 oktober",
                "CHOICE | maybe",
                "REMINDERS | 14",
                "REMINDERS | 14 d 3 d",
                "REMINDERS | 014 d",
                "TEXT | ''"
            })
    void refusesAValueThatItsTypeCannotHold(ParameterType type, String value) {
        assertThatThrownBy(() -> changedTo(type, value))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("value"));
    }

    @Test
    void refusesAParameterWithoutItsSentence() {
        var command = new ChangeParameter("check", "10", "", " ", "Ten days.", "Zo.", "So.");

        assertThatThrownBy(() -> parameter(ParameterType.DAYS, "12").with(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("sentence"));
    }

    @ParameterizedTest
    @CsvSource({
        "AMOUNT, 25000, Niet minder dan 25.000 euro., No less than 70.000 euros., sentence",
        "AMOUNT, 25000, Niet minder dan 70.000 euro., No less than 25.000 euros., sentenceEn",
        "CHOICE, no, Niet minder dan 25.000 euro., Yes., sentence"
    })
    void refusesAnotherValueWithTheSentenceOfTheOldOne(
            ParameterType type, String value, String sentence, String sentenceEn, String field) {
        var old = said(type, value, "Niet minder dan 25.000 euro.", "No less than 25.000 euros.");
        var other = type == ParameterType.CHOICE ? "yes" : "70000";

        assertThatThrownBy(() -> old.with(new ChangeParameter("check", other, "art. 5", sentence, sentenceEn, "", "")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(old.with(new ChangeParameter("check", value, "art. 6", sentence, sentenceEn, "", ""))
                        .article())
                .isEqualTo("art. 6");
    }

    @ParameterizedTest
    @CsvSource({
        "AMOUNT, 25000.00, 70000, Niet minder dan vijfentwintigduizend euro., So much., sentence",
        "AMOUNT, 25000, 70000, Niet minder., No less than twenty-five thousand euros., sentenceEn",
        "WEEKS, 6, 8, De keuze duurt zes weken., So long., sentence",
        "REMINDERS, '14 d, 3 d', 7 d, Veertien dagen vooraf., Before., sentence",
        "DATE_IN_YEAR, --10-01, --11-01, Op een dag., On 1 October., sentenceEn"
    })
    void readsTheOldValueInWordsToo(
            ParameterType type, String value, String other, String sentence, String sentenceEn, String field) {
        var old = said(type, value, sentence, sentenceEn);

        assertThatThrownBy(() -> old.with(new ChangeParameter("check", other, "art. 5", sentence, sentenceEn, "", "")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void keepsASentenceThatSaysNoValue() {
        var old = said(ParameterType.DAYS, "15", "De jury heeft zo lang.", "The jury has so long.");

        assertThat(old.with(new ChangeParameter("check", "20", "art. 5", old.sentence(), old.sentenceEn(), "", ""))
                        .value())
                .isEqualTo("20");
    }

    private static Parameter said(ParameterType type, String value, String sentence, String sentenceEn) {
        return parameter(type, "").with(new ChangeParameter("check", value, "art. 5", sentence, sentenceEn, "", ""));
    }

    @Test
    void isAnExampleValueWhenTheArticleIsEmptied() {
        var command = new ChangeParameter("check", "10", " ", "Tien dagen.", "Ten days.", "Twee weken.", "Two weeks.");

        var changed = parameter(ParameterType.DAYS, "12").with(command);

        assertThat(changed.verified()).isFalse();
        assertThat(changed.reason()).isEqualTo("Twee weken.");
        assertThat(changed.reasonEn()).isEqualTo("Two weeks.");
    }

    @Test
    void refusesAnExampleValueWithoutItsReason() {
        var command = new ChangeParameter("check", "10", " ", "Tien dagen.", "Ten days.", "Twee weken.", " ");

        assertThatThrownBy(() -> parameter(ParameterType.DAYS, "12").with(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("reasonEn"));
    }

    @Test
    void keepsNoReasonNextToAnArticle() {
        assertThat(changedTo(ParameterType.DAYS, "10").reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"4, 6, true", "5, 7, false", "2, 3, true", "3, 3, false", "0, 0, true"})
    void allowsAtMostTwoThirdsWithoutRounding(int part, int whole, boolean allowed) {
        assertThat(parameter(ParameterType.FRACTION, "2/3").allows(part, whole)).isEqualTo(allowed);
    }

    @Test
    void givesDecisionTablesNumbersAsNumbers() {
        assertThat(parameter(ParameterType.NUMBER, "3").fact()).isEqualTo(3);
        assertThat(parameter(ParameterType.PERCENTAGE, "2.5").fact()).isEqualTo(new BigDecimal("2.5"));
        assertThat(parameter(ParameterType.CHOICE, "yes").fact()).isEqualTo("yes");
    }

    private static Parameter changedTo(ParameterType type, String value) {
        return parameter(type, "")
                .with(new ChangeParameter("check", value, "art. 5", "Een zin.", "A sentence.", "Zo.", "So."));
    }

    private static Parameter parameter(ParameterType type, String value) {
        return new Parameter(
                "check", type, value, List.of("yes", "no"), "art. 5", "Een zin.", "A sentence.", null, null, null);
    }
}
