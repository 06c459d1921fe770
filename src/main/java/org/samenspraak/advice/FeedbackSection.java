package org.samenspraak.advice;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.samenspraak.advice.Account.Advice;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.CouncilSection;
import org.springframework.stereotype.Component;

/** Shows a council what was done with its advice: its own points first, what others said below. */
@Component
class FeedbackSection implements CouncilSection {

    private static final Set<String> TRAJECTORIES =
            Set.of(SendingOut.TRAJECTORY, Readings.TRAJECTORY, Unsolicited.TRAJECTORY);

    private final Accounts accounts;
    private final ToldCouncils told;

    FeedbackSection(Accounts accounts, ToldCouncils told) {
        this.accounts = accounts;
        this.told = told;
    }

    @Override
    public String titleKey() {
        return "advice.feedback.title";
    }

    @Override
    public String template() {
        return "advice/feedback";
    }

    @Override
    public boolean shownFor(CaseView view) {
        return TRAJECTORIES.contains(view.trajectory()) && view.council() != null && told.is(view.id());
    }

    @Override
    public Object data(CaseView view) {
        var account = accounts.of(view.id());
        var council = Objects.requireNonNull(view.council());
        return new Shown(account, account.of(council), account.besides(council));
    }

    record Shown(Account account, List<Advice> own, List<Advice> others) {}
}
