package org.samenspraak.regulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Refusal;

/**
 * A number, date or choice of a regulation.
 *
 * @param value as text, see {@link ParameterType}
 * @param choices what the value of a choice may be; empty for every other type
 * @param article where it stands ("art. 5"), or none when the source is not verified: then it is a "voorbeeldwaarde"
 * @param sentence one plain Dutch sentence
 * @param sentenceEn the same in English
 * @param reason why the example value is what it is, one plain Dutch sentence; none when there is an article
 * @param reasonEn the same in English
 * @param name what the office called it that made it; none where the texts of the product name it
 */
public record Parameter(
        String key,
        ParameterType type,
        String value,
        List<String> choices,
        @Nullable String article,
        String sentence,
        String sentenceEn,
        @Nullable String reason,
        @Nullable String reasonEn,
        @Nullable ParameterName name) {

    private static final int LONGEST_KEY = 60;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*");

    /** The value of a number or of a term, in the unit of its type. */
    public int number() {
        return Integer.parseInt(value);
    }

    /** Whether the value is {@code yes}. */
    public boolean yes() {
        return "yes".equals(value);
    }

    /** Whether {@code part} of {@code whole} is within this fraction: 4 of 6 is within 2/3, 5 of 7 is not. */
    public boolean allows(int part, int whole) {
        var terms = value.split("/");
        return (long) part * Integer.parseInt(terms[1]) <= (long) whole * Integer.parseInt(terms[0]);
    }

    public boolean verified() {
        return article != null;
    }

    /** The value as a decision table takes it: a number, a text, or for a fraction its {@code numerator} and {@code denominator}. */
    public Object fact() {
        return switch (type) {
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS, NUMBER -> number();
            case AMOUNT, PERCENTAGE -> new BigDecimal(value);
            case FRACTION -> fraction();
            case DATE_IN_YEAR, CHOICE, REMINDERS, TEXT -> value;
        };
    }

    private Map<String, Object> fraction() {
        var terms = value.split("/");
        return Map.of("numerator", Integer.valueOf(terms[0]), "denominator", Integer.valueOf(terms[1]));
    }

    /** @throws Refusal when the value is none of this type, or a sentence or the reason of an example value is missing */
    Parameter with(ChangeParameter command) {
        var checked = type.checked(command.value(), choices);
        refuseOldSentence(checked, command);
        var source = command.article().isBlank() ? null : command.article().strip();
        return new Parameter(
                key,
                type,
                checked,
                choices,
                source,
                said("sentence", "sentence", command.sentence()),
                said("sentenceEn", "sentence", command.sentenceEn()),
                source == null ? said("reason", "reason", command.reason()) : null,
                source == null ? said("reasonEn", "reason", command.reasonEn()) : null,
                command.name() == null ? name : command.name().checked());
    }

    /** People read the sentence, and the value is what holds: a sentence that still says the old value would be a rule that nobody follows. */
    private void refuseOldSentence(String checked, ChangeParameter command) {
        if (value.isEmpty() || value.equals(checked)) {
            return;
        }
        if (saysValue(sentence, NumberWords::dutch)
                && sentence.equals(command.sentence().strip())) {
            throw Refusal.of("sentence", "regulation.refusal.sentence-stays");
        }
        if (saysValue(sentenceEn, NumberWords::english)
                && sentenceEn.equals(command.sentenceEn().strip())) {
            throw Refusal.of("sentenceEn", "regulation.refusal.sentence-stays");
        }
    }

    /** In figures or in words; that of a choice always does, in words of its own. */
    private boolean saysValue(String text, LongFunction<String> words) {
        var figures = text.replaceAll("(?<=\\d)[.,](?=\\d{3}(?!\\d))", "");
        var plain = text.toLowerCase(Locale.ROOT).replace('-', ' ').replace(" and ", " ");
        return switch (type) {
            case CHOICE -> true;
            case TEXT -> figures.contains(value);
            default ->
                numbers()
                        .anyMatch(number -> isIn(figures, "[\\d.,]", number.toPlainString())
                                || (number.scale() <= 0 && isIn(plain, "\\p{L}", words.apply(number.longValue()))));
        };
    }

    /** Of a day in the year the day: its month is a word. */
    private Stream<BigDecimal> numbers() {
        var numbers = type == ParameterType.DATE_IN_YEAR ? value.substring(value.lastIndexOf('-') + 1) : value;
        return Pattern.compile("\\d+(\\.\\d+)?")
                .matcher(numbers)
                .results()
                .map(number -> new BigDecimal(number.group()).stripTrailingZeros())
                .map(number -> number.scale() < 0 ? number.setScale(0) : number);
    }

    private static boolean isIn(String text, String notBeside, String said) {
        return Pattern.compile("(?<!" + notBeside + ")" + Pattern.quote(said) + "(?![\\d\\p{L}])")
                .matcher(text)
                .find();
    }

    /** A new one, with nothing of it kept yet; the rest of {@code command} is held to {@link #with}. */
    static Parameter begun(NewParameter command) {
        var key = command.key().strip();
        if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
            throw Refusal.of("key", "regulation.refusal.key");
        }
        var choices = command.type() == ParameterType.CHOICE ? List.of("yes", "no") : List.<String>of();
        return new Parameter(key, command.type(), "", choices, null, "", "", null, null, null).with(command.said());
    }

    private static String said(String field, String what, String text) {
        if (text.isBlank()) {
            throw Refusal.of(field, "regulation.refusal." + what);
        }
        return text.strip();
    }
}
