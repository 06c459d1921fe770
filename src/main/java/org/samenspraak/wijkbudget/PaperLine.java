package org.samenspraak.wijkbudget;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.BallotDesk.Paper;

/** A sheet as somebody typed it: the numbers on it, or the letter of the reason why it does not count. */
record PaperLine(List<Integer> choices, Optional<Reject> reject) {

    /** Why a sheet does not count. */
    enum Reject {
        BLANK("B"),
        TOO_MANY("T"),
        UNCLEAR("O"),
        NAMED("N");

        private final String letter;

        Reject(String letter) {
            this.letter = letter;
        }

        public String letter() {
            return letter;
        }

        static Optional<Reject> of(String letter) {
            return Arrays.stream(values())
                    .filter(one -> one.letter.equals(letter))
                    .findFirst();
        }
    }

    /**
     * @param position in the pile, from 1
     * @throws Refusal for a number that stands on no ballot of the area, one that stands there twice, and too many: nothing vanishes
     */
    static PaperLine read(int position, String typed, Paper paper) {
        var text = typed.strip().toUpperCase(Locale.ROOT);
        var reject = Reject.of(text);
        if (reject.isPresent()) {
            return new PaperLine(List.of(), reject);
        }
        if (!text.matches("\\d{1,6}([ ,]+\\d{1,6})*")) {
            throw Refusal.of("lines", "wijkbudget.paper.refusal.line", position, typed);
        }
        var choices = Arrays.stream(text.split("[ ,]+"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        if (choices.stream().distinct().count() != choices.size()
                || paper.known(choices).size() != choices.size()) {
            throw Refusal.of("lines", "wijkbudget.paper.refusal.number", position, typed);
        }
        try {
            paper.refuse(choices);
        } catch (Refusal tooMany) {
            throw Refusal.of("lines", "wijkbudget.paper.refusal.many", position, typed);
        }
        return new PaperLine(choices, Optional.empty());
    }

    /** The same text for the same sheet. */
    String text() {
        return reject.map(Reject::letter)
                .orElseGet(() ->
                        String.join(",", choices.stream().map(String::valueOf).toList()));
    }
}
