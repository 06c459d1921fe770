package org.samenspraak.grant;

import java.util.Optional;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Claim;
import org.samenspraak.ledger.Ledger;
import org.samenspraak.ledger.PayeeAccount;
import org.samenspraak.ledger.PayeeAccounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the money of a council goes: one of its officers gives the number, another one confirms a new one. */
@Service
class GrantAccounts {

    static final String FORM = "grant-account";
    static final String SIGNING = "grant-account-sign";
    static final String SAME = "same";
    static final String WAITS = "waits";
    static final String ASK = "ask";

    private final Grants grants;
    private final PayeeAccounts accounts;
    private final Ledger ledger;
    private final Submissions submissions;

    GrantAccounts(Grants grants, PayeeAccounts accounts, Ledger ledger, Submissions submissions) {
        this.grants = grants;
        this.accounts = accounts;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    /** Whether a number waits for its second signatory, has to be asked, or is in order: somebody else may have settled it meanwhile. */
    @Transactional(readOnly = true)
    public String state(CaseId caseId) {
        var grant = grants.get(caseId);
        if (proposed(grant.council()).isPresent()) {
            return WAITS;
        }
        return grant.state().isUndecided() || isMissing(grant) ? ASK : SAME;
    }

    /** Whether money was granted that can't be paid for want of an account; before the decision nothing waits for it. */
    @Transactional(readOnly = true)
    public boolean isMissing(CaseId caseId) {
        return isMissing(grants.get(caseId));
    }

    private boolean isMissing(Grant grant) {
        return !grant.state().isUndecided()
                && (proposed(grant.council()).isPresent()
                        || current(grant.council()).isEmpty()
                        || ledger.lacksAccount(Claim.of(grant.caseId())));
    }

    /** Takes the account that the council gave on the last form of its own. */
    @Transactional
    public String take(CaseId caseId, Actor by) {
        return take(grants.get(caseId), submissions.latest(caseId, FORM).orElseThrow(), by);
    }

    /**
     * Enters the number where it is another one, or the bank sent money back from it.
     *
     * @throws Refusal for what is no account number, while another one waits, and for the number that the bank sent money back from where
     *     the council does not say that it is right
     */
    String take(Grant grant, Answers answers, Actor by) {
        var iban = Typed.text(answers, "iban");
        var holder = Typed.text(answers, "holder");
        var same = accounts.current(grant.council())
                .filter(one -> Iban.of(iban).filter(one.iban()::equals).isPresent())
                .filter(one -> one.holder().equalsIgnoreCase(holder))
                .isPresent();
        var returned = returned(grant).isPresent();
        if (same && returned && !"true".equals(answers.text("right"))) {
            throw Refusal.of("iban", "grant.refusal.returned-account");
        }
        if (same && !returned && proposed(grant.council()).isEmpty()) {
            return SAME;
        }
        accounts.enter(grant.council(), iban, holder, by);
        return WAITS;
    }

    /**
     * The second signatory agrees, or says what is wrong: then the number is asked anew.
     *
     * @throws Refusal for who gave the number
     */
    @Transactional
    public String sign(CaseId caseId, Actor by) {
        var council = grants.get(caseId).council();
        var answers = submissions.latest(caseId, SIGNING).orElseThrow();
        var agreed = "yes".equals(answers.text("agreed"));
        var proposed = proposed(council);
        // the finance department may have settled it meanwhile
        if (proposed.isPresent() && agreed) {
            accounts.confirm(council, proposed.get().id(), by);
        } else if (proposed.isPresent()) {
            accounts.refuse(council, proposed.get().id(), Typed.text(answers, "why"), by);
        }
        return agreed ? SAME : ASK;
    }

    Optional<PayeeAccount> proposed(CouncilId council) {
        return accounts.history(council).stream().filter(PayeeAccount::waits).findFirst();
    }

    Optional<PayeeAccount> current(CouncilId council) {
        return accounts.current(council);
    }

    /** Why the bank could not pay what still waits, if it could not. */
    Optional<String> returned(Grant grant) {
        return ledger.returned(Claim.of(grant.caseId()));
    }
}
