package org.samenspraak.advice;

import java.util.List;
import java.util.Set;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** Shows how far the replies to advice are, and the way to them, in the dossier and beside the task to reply. */
@Component
class RepliesSection implements DossierSection {

    private static final Set<String> TRAJECTORIES = Set.of("advice-request", "unsolicited-advice");
    private static final int NAMED = 5;

    private final ReplyCases cases;
    private final ReplyUnits units;

    RepliesSection(ReplyCases cases, ReplyUnits units) {
        this.cases = cases;
        this.units = units;
    }

    @Override
    public String titleKey() {
        return "advice.replies-section.title";
    }

    @Override
    public String template() {
        return "advice/replies-section";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return TRAJECTORIES.contains(view.trajectory());
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        var progress = cases.progress(view.id());
        var points = progress.stream().mapToInt(ReplyCases.Progress::points).sum();
        var answered = progress.stream().mapToInt(ReplyCases.Progress::answered).sum();
        var filter = new ReplyFilter(null, null, null, ReplyFilter.OPEN, ReplyFilter.BY_COUNCIL, null);
        var open = answered == points
                ? List.<ReplyUnit>of()
                : units.page(view.id(), filter, NAMED).rows();
        return new Far(view.number(), points, answered, open);
    }

    /** @param open the first ones without a reply */
    record Far(String number, int points, int answered, List<ReplyUnit> open) {}
}
