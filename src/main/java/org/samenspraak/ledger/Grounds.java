package org.samenspraak.ledger;

import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;

/**
 * For whom something is booked, why and by whom.
 *
 * @param reason in plain words, shown to auditors
 * @param reference of the decision, the letter or the bank's line it rests on, or none
 */
public record Grounds(Claim claim, String reason, @Nullable String reference, Actor by) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_REFERENCE = 100;

    /** @throws Refusal without a reason, and for a long one */
    public Grounds {
        reason = reason(reason);
        refuseLong("reference", reference);
    }

    /** What a model books is for its case; why stands in the dossier. */
    static Grounds of(Claim claim, CaseView file, @Nullable String reference, Actor by) {
        return new Grounds(claim, file.title(), reference, by);
    }

    static String reason(String text) {
        if (text.isBlank() || text.strip().length() > LONGEST_REASON) {
            throw Refusal.of("reason", "ledger.refusal.reason", LONGEST_REASON);
        }
        return text.strip();
    }

    static void refuseLong(String field, @Nullable String reference) {
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            throw Refusal.of(field, "ledger.refusal.reference", LONGEST_REFERENCE);
        }
    }
}
