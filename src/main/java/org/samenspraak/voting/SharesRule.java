package org.samenspraak.voting;

import org.samenspraak.kernel.Refusal;

/**
 * The choices that the Method of Equal Shares leaves.
 *
 * @param byCost whether a project is worth its cost to who supports it (the method then looks for the most support for each euro),
 *     or all projects are worth the same
 * @param completed whether money that is left goes to what fits, by score
 * @param whole whether Add1 raises the share from one in whole euros; the first count always divides all there is
 * @param step by which Add1 raises everybody's share, in cents
 */
public record SharesRule(boolean byCost, boolean completed, boolean whole, long step) {

    private static final long EURO = 100;
    private static final long MOST_STEP = 1_000_000 * EURO;

    /** As Wieliczka, Świecie and Aarau had it. */
    public static final SharesRule USUAL = new SharesRule(true, true, true, EURO);

    public SharesRule {
        if (step <= 0 || step > MOST_STEP) {
            throw new Refusal("voting.rule.step", Money.euros(MOST_STEP));
        }
    }
}
