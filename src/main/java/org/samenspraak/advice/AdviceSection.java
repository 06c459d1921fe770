package org.samenspraak.advice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Publications.Publication;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Shows in the dossier of a request, and of each council that was asked, how far it is and the replies are, and the way to what goes out. */
@Component
class AdviceSection implements DossierSection {

    private static final Set<String> TRAJECTORIES =
            Set.of(Drafting.REQUEST, SendingOut.TRAJECTORY, Readings.TRAJECTORY, Unsolicited.TRAJECTORY);

    private static final Set<String> ENDED = Set.of("case.withdrawn", "case.stopped");
    private static final int NEWEST = 20;

    private final AdviceRows rows;
    private final ReplyUnits units;
    private final Papers papers;
    private final Publications publications;
    private final Timeline timeline;

    AdviceSection(AdviceRows rows, ReplyUnits units, Papers papers, Publications publications, Timeline timeline) {
        this.timeline = timeline;
        this.rows = rows;
        this.units = units;
        this.papers = papers;
        this.publications = publications;
    }

    @Override
    public String titleKey() {
        return "advice.section.title";
    }

    @Override
    public String template() {
        return "advice/section";
    }

    @Override
    public int order() {
        return 10;
    }

    /** Without a question to the database: every dossier asks. */
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
        var councils = rows.of(view.id());
        var first = councils.stream().findFirst().map(AdviceRows.Row::is);
        var id = first.map(AdviceRows.Read::requestId).map(CaseId::new).orElse(view.id());
        return new Shown(
                view.number(),
                first.map(AdviceRows.Read::request).orElse(view.number()),
                view.council() != null,
                councils,
                units.page(view.id(), ReplyFilter.UNANSWERED, Replies.NAMED).rows(),
                papers.find(id, "pdf").orElse(null),
                papers.find(id, "docx").orElse(null),
                publications.find(id).orElse(null),
                stopped(view));
    }

    /** Why it was withdrawn or stopped: one of the last things that happened to it. */
    private @Nullable String stopped(CaseView view) {
        return view.status() == CaseStatus.WITHDRAWN || view.status() == CaseStatus.STOPPED
                ? timeline.page(view.id(), null, NEWEST).stream()
                        .filter(entry -> ENDED.contains(entry.kind()))
                        .findFirst()
                        .map(Timeline.Entry::detail)
                        .orElse(null)
                : null;
    }

    /**
     * @param request number of the case that the replies are in
     * @param ofCouncil whether a council gave it by itself, or was asked
     * @param open the first points of this case without a reply
     * @param stopped why it ended before its end, or none
     * @param pdf the paper for the organ, or none
     */
    record Shown(
            String number,
            String request,
            boolean ofCouncil,
            List<AdviceRows.Row> councils,
            List<ReplyUnit> open,
            @Nullable UUID pdf,
            @Nullable UUID docx,
            @Nullable Publication publication,
            @Nullable String stopped) {

        public long points() {
            return councils.stream().mapToLong(row -> row.is().points()).sum();
        }

        public long replied() {
            return councils.stream().mapToLong(row -> row.is().replied()).sum();
        }
    }
}
