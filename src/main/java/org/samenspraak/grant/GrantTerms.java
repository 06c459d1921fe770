package org.samenspraak.grant;

import java.util.HashMap;
import java.util.Map;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.ledger.PayeeAccount;
import org.samenspraak.ledger.TownAccount;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** Where the money of a grant goes and comes from, and by when: what assesses and decides sees, and the letters say. */
@Component
class GrantTerms {

    static final String PAY_BACK_BY = "payBackBy";

    private final GrantAccounts accounts;
    private final GrantRules rules;
    private final TownAccount town;
    private final TermEndings endings;
    private final GrantWords words;
    private final Dates dates;

    GrantTerms(
            GrantAccounts accounts,
            GrantRules rules,
            TownAccount town,
            TermEndings endings,
            GrantWords words,
            Dates dates) {
        this.accounts = accounts;
        this.rules = rules;
        this.town = town;
        this.endings = endings;
        this.words = words;
        this.dates = dates;
    }

    Map<String, Object> of(Grant grant) {
        var known = new HashMap<String, Object>();
        known.put("payTo", payTo(grant));
        if (grant.state() == State.ASSESSED) {
            known.put("payBy", town.payBy(dates.today()).toString());
            known.put("reportDue", rules.reportDue(grant).toString());
        }
        if (grant.state() == State.REPORTED) {
            town.number().ifPresent(number -> known.put("townAccount", number + ", " + town.holder()));
            known.put(
                    PAY_BACK_BY,
                    endings.count(rules.of(grant), "grant-reclaim", dates.today())
                            .lastDay()
                            .toString());
        }
        return known;
    }

    private String payTo(Grant grant) {
        var current = accounts.current(grant.council()).map(GrantTerms::shown);
        return accounts.proposed(grant.council())
                .map(waits -> words.say("grant.account.waits", shown(waits), current.orElse("-")))
                .or(() -> current)
                .orElseGet(() -> words.say("grant.account.none"));
    }

    private static String shown(PayeeAccount account) {
        return account.iban().shown() + ", " + account.holder();
    }
}
