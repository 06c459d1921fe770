package org.samenspraak.demo;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.correspondence.Acknowledging;
import org.samenspraak.correspondence.PaperForms;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Came;
import org.samenspraak.forms.Drafts;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What councils do with a request for advice besides sending their answer; councils are known by name. */
@Component
@Profile("demo")
class CouncilDesk {

    static final String ADVICE = "council-advice";
    private static final int MANY = 100;

    private final Walk walk;
    private final Councils councils;
    private final Cases cases;
    private final CaseLinks links;
    private final Documents documents;
    private final Clocks clocks;
    private final Drafts drafts;
    private final Prompts prompts;
    private final PaperForms papers;
    private final List<Acknowledging> acknowledging;

    CouncilDesk(
            Walk walk,
            Councils councils,
            Cases cases,
            CaseLinks links,
            Documents documents,
            Clocks clocks,
            Drafts drafts,
            Prompts prompts,
            PaperForms papers,
            List<Acknowledging> acknowledging) {
        this.walk = walk;
        this.councils = councils;
        this.cases = cases;
        this.links = links;
        this.documents = documents;
        this.clocks = clocks;
        this.drafts = drafts;
        this.prompts = prompts;
        this.papers = papers;
        this.acknowledging = acknowledging;
    }

    /** Those that are recognised on that day of the story. */
    List<CouncilView> recognised(List<String> names) {
        return councils
                .search(new CouncilSearch(null, null, Set.of(), Set.of(Standing.RECOGNISED)), null, MANY)
                .stream()
                .filter(council -> names.contains(council.name()))
                .toList();
    }

    CouncilView council(String name) {
        return recognised(List.of(name)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not recognised"));
    }

    /** Their chair (0) or secretary (1). */
    Actor officer(String council, int number) {
        return Actor.council(council(council).id(), Application.officer(council, number));
    }

    /** The case of a council that was asked. */
    CaseId caseOf(CaseId request, String council) {
        return links.page(request, null, MANY).stream()
                .filter(linked -> linked.title().startsWith(council + " "))
                .flatMap(linked -> cases.byNumber(linked.number()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(council + " was not asked"))
                .id();
    }

    LocalDate lastDay(CaseId request, String council) {
        return clocks.find(caseOf(request, council), "advice", null)
                .orElseThrow()
                .lastDay();
    }

    void answer(CaseId request, String council, Map<String, List<String>> sent) {
        walk.answer(caseOf(request, council), ADVICE, sent, officer(council, 1));
    }

    void acknowledge(CaseId request, String council) {
        var task = walk.task(caseOf(request, council), ADVICE);
        acknowledging.forEach(one -> one.acknowledge(task, officer(council, 0)));
    }

    /** Typed and not sent. */
    void draft(CaseId request, String council, Map<String, List<String>> sent) {
        var task = walk.task(caseOf(request, council), ADVICE);
        var form = walk.form(task);
        var by = officer(council, 0);
        var place =
                drafts.ofTask(task.id(), task.caseId(), council(council).id().toString());
        drafts.save(place, form, walk.known(task.caseId(), ADVICE, by), sent, by.name() + ", voorzitter");
    }

    /** Its paper comes back with the post; an official scans it and types it over. */
    void onPaper(CaseId request, String council, Map<String, List<String>> sent, Came came, Actor by) {
        var caseId = caseOf(request, council);
        var task = walk.task(caseId, ADVICE);
        var scan = new ByteArrayInputStream(papers.print(task, by));
        documents.addOwn(caseId, "Scan - " + papers.name(task), Kind.SCAN, scan, by);
        walk.enter(caseId, ADVICE, sent, came, by);
    }

    /** Whoever reads their secretary's mail says that it is not for them. */
    void refuseMail(CaseId request, String council) {
        prompts.page(caseOf(request, council), null, MANY).stream()
                .filter(row -> row.to().equals(Application.officer(council, 1)))
                .forEach(row -> prompts.wrongReader(row.id()));
    }
}
