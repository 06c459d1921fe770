package org.samenspraak.wijkbudget;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.FileTypes;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What who leads a project does with a link of their own: sign, refuse, tell how it goes. */
@Service
class InitiatorActs {

    static final int LONGEST = 3000;

    private static final String ANSWERED = "agreement-answered";

    private final BudgetProjects projects;
    private final Executions executions;
    private final ProgressNotes notes;
    private final HandOvers handOvers;
    private final HandingOver handingOver;
    private final FollowTerm follow;
    private final Processes processes;
    private final Documents documents;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Clock clock;

    InitiatorActs(
            BudgetProjects projects,
            Executions executions,
            ProgressNotes notes,
            HandOvers handOvers,
            HandingOver handingOver,
            FollowTerm follow,
            Processes processes,
            Documents documents,
            Timeline timeline,
            BudgetWords words,
            Clock clock) {
        this.projects = projects;
        this.executions = executions;
        this.notes = notes;
        this.handOvers = handOvers;
        this.handingOver = handingOver;
        this.follow = follow;
        this.processes = processes;
        this.documents = documents;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
    }

    /** The projects that somebody leads, or is asked to. */
    List<BudgetProject> ledBy(Supporter reader) {
        return seenBy(reader).stream()
                .filter(project -> leads(project, reader) || handingOver.isAsked(project, reader))
                .toList();
    }

    /** The same, and those that they led before or did not take over. */
    List<BudgetProject> seenBy(Supporter reader) {
        return Stream.concat(executions.ledBy(reader.id()).stream(), handOvers.seenBy(reader.id()).stream())
                .distinct()
                .flatMap(project -> projects.byId(project).stream())
                .toList();
    }

    boolean leads(BudgetProject project, Supporter reader) {
        return reader.id().equals(executions.get(project.id()).initiator());
    }

    boolean maySign(CaseId project) {
        return processes.awaits(project, ANSWERED);
    }

    /** Whether the office wants to hear how it goes: while it runs. */
    boolean mayTell(Execution execution) {
        return execution.runs();
    }

    /** @throws Refusal when the office does not wait for it any more */
    @Transactional
    public void sign(BudgetProject project, Supporter by) {
        refuseLate(project, by);
        executions.signed(project.id(), clock.instant());
        answered(project, "wijkbudget.agreement-signed", null, by);
    }

    /** @throws Refusal without a reason, and when the office does not wait for it any more */
    @Transactional
    public void refuse(BudgetProject project, String why, Supporter by) {
        refuseLate(project, by);
        executions.cameBack(project.id(), text(why));
        answered(project, "wijkbudget.agreement-refused", why.strip(), by);
    }

    private void answered(BudgetProject project, String kind, @Nullable String why, Supporter by) {
        var actor = Actor.resident(by.name());
        timeline.add(project.caseId(), kind, Map.of(), why, actor);
        processes.signal(project.caseId(), ANSWERED, Map.of(), actor);
    }

    private void refuseLate(BudgetProject project, Supporter by) {
        if (!leads(project, by) || !maySign(project.caseId())) {
            throw new Refusal("wijkbudget.refusal.not-to-sign");
        }
    }

    /**
     * The same once more from the same page, by a second click for instance, is told once.
     *
     * @throws Refusal without words, for a project that does not run, and for who does not lead it
     */
    @Transactional
    public void tell(BudgetProject project, Told told, Supporter by) {
        if (!leads(project, by)) {
            throw new Refusal("wijkbudget.refusal.leads-no-more");
        }
        if (!mayTell(executions.get(project.id()))) {
            throw new Refusal("wijkbudget.refusal.not-running");
        }
        var said = text(told.words());
        var id = told.id(project, by);
        var actor = Actor.resident(by.name());
        if (!notes.tell(project.id(), Progress.sent(id, clock.instant(), by.name(), said, told.report()))) {
            return;
        }
        if (told.photo() != null && told.content() != null) {
            notes.addPhoto(id, keep(project, told.photo(), told.content(), actor));
        }
        var kind = told.report() ? "report" : "progress";
        timeline.add(project.caseId(), "wijkbudget." + kind + "-told", Map.of(), said, actor);
        follow.sooner(project.caseId(), words.dutch("wijkbudget.execution." + kind + "-came"));
    }

    /**
     * @param page on which it was typed; each time that it is opened another
     * @param photo its name, and its content; none without one
     * @param report whether it is the report at the end
     */
    record Told(String page, String words, @Nullable String photo, @Nullable InputStream content, boolean report) {

        /** The same for the same. */
        private UUID id(BudgetProject project, Supporter by) {
            var all = List.of(project.id(), by.id(), page, words, String.valueOf(photo), report);
            return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private UUID keep(BudgetProject project, String name, InputStream photo, Actor by) {
        UUID kept;
        try {
            kept = documents.add(project.caseId(), name, Documents.Kind.ATTACHMENT, photo, by);
        } catch (Refusal refusal) {
            var otherType = refusal.messageKey().equals(FileTypes.OTHER_TYPE);
            throw Refusal.of(
                    "photo",
                    otherType ? "wijkbudget.refusal.photo" : refusal.messageKey(),
                    refusal.args().toArray());
        }
        if (!isPhoto(documents.get(project.caseId(), kept))) {
            throw Refusal.of("photo", "wijkbudget.refusal.photo");
        }
        return kept;
    }

    static boolean isPhoto(Documents.Row row) {
        return row.mediaType().equals("image/jpeg") || row.mediaType().equals("image/png");
    }

    static String text(String typed) {
        if (typed.isBlank() || typed.strip().length() > LONGEST) {
            throw Refusal.of("words", "wijkbudget.refusal.text", LONGEST);
        }
        return typed.strip();
    }
}
