package org.samenspraak.grant;

import java.util.Optional;
import org.samenspraak.correspondence.FirstPerson;
import org.samenspraak.ledger.PayeeAccount;
import org.samenspraak.process.OpenTask;
import org.springframework.stereotype.Component;

/** Who gave an account number does not confirm it. */
@Component
class AccountGiver implements FirstPerson {

    private final Grants grants;
    private final GrantAccounts accounts;

    AccountGiver(Grants grants, GrantAccounts accounts) {
        this.grants = grants;
        this.accounts = accounts;
    }

    @Override
    public Optional<String> of(OpenTask task) {
        return GrantAccounts.SIGNING.equals(task.formId())
                ? grants.find(task.caseId())
                        .flatMap(grant -> accounts.proposed(grant.council()))
                        .map(PayeeAccount::giver)
                : Optional.empty();
    }
}
