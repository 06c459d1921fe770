package org.samenspraak.ledger;

import org.samenspraak.kernel.CaseId;

/**
 * What has a claim on money: a case, or one part of it.
 *
 * @param scope the part (a project, a department); empty for the whole case
 */
public record Claim(CaseId caseId, String scope) {

    public static Claim of(CaseId caseId) {
        return new Claim(caseId, "");
    }
}
