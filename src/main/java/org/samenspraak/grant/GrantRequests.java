package org.samenspraak.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a council asks for its grant, in time or late. */
@Service
class GrantRequests {

    static final String FORM = "grant-application";

    /** The fact that says what the council still has to do about its account. */
    static final String ACCOUNT = "account";

    private final Grants grants;
    private final GrantRules rules;
    private final Rounds rounds;
    private final GrantAccounts accounts;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Timeline timeline;
    private final Dates dates;

    GrantRequests(
            Grants grants,
            GrantRules rules,
            Rounds rounds,
            GrantAccounts accounts,
            Clocks clocks,
            Submissions submissions,
            Timeline timeline,
            Dates dates) {
        this.grants = grants;
        this.rules = rules;
        this.rounds = rounds;
        this.accounts = accounts;
        this.clocks = clocks;
        this.submissions = submissions;
        this.timeline = timeline;
        this.dates = dates;
    }

    /** Whether there is an application, and whether its closing day is over already: the talk may have moved past it. */
    @Transactional
    public String begin(CaseId caseId) {
        var grant = grants.get(caseId);
        if (!rules.asks(grant, "talk.application")) {
            return "no";
        }
        var closing = rounds.get(grant.round()).closing();
        if (dates.today().isAfter(closing)) {
            late(caseId);
            return "late";
        }
        clocks.startUntil(caseId, "grant-apply", null, closing);
        return "yes";
    }

    /** The closing day is over. */
    @Transactional
    public void late(CaseId caseId) {
        grants.late(caseId);
        timeline.add(caseId, "grant.late", Map.of(), null, Actor.SYSTEM);
    }

    @Transactional
    public Map<String, Object> notAsked(CaseId caseId) {
        grants.state(caseId, State.NOT_ASKED);
        return Map.of("asked", "no");
    }

    /**
     * Keeps what was asked, and what the council said of its account. Without an application that is the usual amount.
     *
     * @throws org.samenspraak.kernel.Refusal for an account that can't be entered
     */
    @Transactional
    public Map<String, Object> receive(CaseId caseId, Actor by) {
        var grant = grants.get(caseId);
        var answers = submissions.latest(caseId, FORM);
        if (answers.isEmpty()) {
            grants.asked(caseId, rules.usual(grant), null);
            return Map.of("asked", "yes", ACCOUNT, "ask");
        }
        var asked = amount(answers.get(), "amount");
        grants.asked(caseId, asked, answers.get().text("reserve") == null ? null : amount(answers.get(), "reserve"));
        keepForum(caseId, answers.get());
        return Map.of("asked", "yes", ACCOUNT, accounts.take(grant, answers.get(), by));
    }

    /** The day of the open forum, where the council said it with its account. */
    @Transactional
    public void keepForum(CaseId caseId) {
        submissions.latest(caseId, GrantAccounts.FORM).ifPresent(answers -> keepForum(caseId, answers));
    }

    private void keepForum(CaseId caseId, Answers answers) {
        var forum = Typed.orNone(answers.text("forumOn"));
        if (forum != null) {
            grants.forum(caseId, LocalDate.parse(forum));
        }
    }

    /** An amount of a form; nothing where it is empty. */
    static Amount amount(Answers answers, String key) {
        return amount(answers.text(key));
    }

    static Amount amount(@Nullable String euros) {
        return euros == null || euros.isBlank() ? Amount.NOTHING : Amount.ofEuros(new BigDecimal(euros));
    }
}
