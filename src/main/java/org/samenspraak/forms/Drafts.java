package org.samenspraak.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Tasks;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was typed and not yet sent; one per task (or start form) and party. People who fill in one form at the same time see
 * each other's answers; of two answers to one question none is lost.
 */
@Service
public class Drafts {

    private static final int MOST_WRITERS = 10;
    /** Who typed so lately is busy with it. */
    private static final Duration NOW = Duration.ofMinutes(3);

    private final DraftRecords records;
    private final Forms forms;
    private final Regulations regulations;
    private final Cases cases;
    private final Tasks tasks;
    private final Submissions submissions;
    private final DraftTerms terms;
    private final Clock clock;

    Drafts(
            DraftRecords records,
            Forms forms,
            Regulations regulations,
            Cases cases,
            Tasks tasks,
            Submissions submissions,
            DraftTerms terms,
            Clock clock) {
        this.records = records;
        this.forms = forms;
        this.regulations = regulations;
        this.cases = cases;
        this.tasks = tasks;
        this.submissions = submissions;
        this.terms = terms;
        this.clock = clock;
    }

    public DraftPlace ofTask(String taskId, CaseId caseId, String party) {
        return new DraftPlace(taskId, party, cases.get(caseId).regulation());
    }

    /** @param owner who fills it in; the same trajectory is started by many */
    public DraftPlace ofStart(String trajectory, String owner, String party) {
        return new DraftPlace(
                DraftPlace.START + trajectory + ":" + owner, party, regulations.inForce(trajectory, terms.today()));
    }

    /** @param number what the browser of somebody without a link or a sign-in is known by; nobody can guess it */
    public DraftPlace ofVisitor(String trajectory, UUID number) {
        return ofStart(trajectory, number.toString(), DraftPlace.VISITOR);
    }

    /** Whether something was typed there. */
    @Transactional(readOnly = true)
    public boolean isKept(DraftPlace place) {
        return records.saved(place).isPresent();
    }

    /** Who typed there last, and when; none when nobody did. */
    @Transactional(readOnly = true)
    public Optional<LastSaved> lastSaved(DraftPlace place) {
        return records.saved(place).map(saved -> new LastSaved(saved.by(), saved.at()));
    }

    public record LastSaved(String by, Instant at) {}

    /**
     * For a new page.
     *
     * @param data what the form starts from
     */
    @Transactional(readOnly = true)
    public Draft open(DraftPlace place, Form form, Map<String, Object> data) {
        var kept = kept(place, form, data);
        return kept.draft(new DraftPage(UUID.randomUUID().toString(), kept.digests()), new Draft.Others(0, ""), false);
    }

    /** For a page that is there already: rows that nobody typed in yet keep the names that it has for them. */
    @Transactional(readOnly = true)
    Draft open(DraftPlace place, Form form, Map<String, Object> data, Map<String, List<String>> sent) {
        var kept = kept(place, form, data);
        var page = DraftPage.of(sent);
        var read = new LinkedHashMap<>(kept.digests());
        page.read().forEach((path, digest) -> {
            if (kept.isUntouched(path.split("\\[")[0])) {
                read.put(path, digest);
            }
        });
        return kept.draft(page.with(read), new Draft.Others(0, ""), false);
    }

    /**
     * Keeps what a page sends: answers that changed in it, and that nobody else changed since. Buttons that add a row, remove
     * one or choose between two texts are heard too.
     *
     * @param by shown to the others
     */
    @Transactional
    public Draft save(
            DraftPlace place, Form form, Map<String, Object> data, Map<String, List<String>> sent, String by) {
        var typed = Reworked.of(form, sent).orElseGet(() -> Typed.of(form, sent));
        var page = DraftPage.of(sent);
        records.lock(place.key());
        var before = kept(place, form, data);
        if (isOver(place) || (DraftPage.isLeft(sent) && !records.addSent(page.id(), terms.removeOn(place)))) {
            return before.draft(page, new Draft.Others(0, ""), false);
        }
        if (!typed.tooLong().isEmpty() || typed.size() + before.size() > terms.largest(place)) {
            return before.draft(page, new Draft.Others(0, ""), true);
        }
        var mark = new DraftRound.Mark(by, clock.instant(), terms.removeOn(place));
        var round = new DraftRound(records, place, form, before, page, mark);
        merge(round, forms.entries(form, data, typed), RowIds.byName(typed));
        round.choose(sent.getOrDefault(DraftPage.TAKE, List.of()));
        return kept(place, form, data).draft(page.with(round.read()), round.others(), false);
    }

    private static void merge(DraftRound round, Map<String, Entry> entries, Typed typed) {
        entries.forEach((path, entry) -> {
            if (typed.rows(path) != null) {
                round.mergeRows(entry, RowIds.in(entries.keySet(), path), typed);
            } else if (typed.answers(entry.on())) {
                round.merge(entry, typed.part(path));
            }
        });
    }

    /** The others who typed in it, the newest first. */
    @Transactional(readOnly = true)
    public List<Writer> writers(DraftPlace place, String me) {
        var since = clock.instant().minus(NOW);
        return records.writers(place, MOST_WRITERS).stream()
                .filter(it -> !it.by().equals(me))
                .map(it -> new Writer(it.by(), it.at(), it.at().isAfter(since)))
                .toList();
    }

    /**
     * @param at when they typed last
     * @param busy whether that was a moment ago
     */
    public record Writer(String name, Instant at, boolean busy) {}

    private KeptDraft kept(DraftPlace place, Form form, Map<String, Object> data) {
        return new KeptDraft(records, forms, place, form, data);
    }

    /**
     * Keeps what somebody typed under the form that is no question of it, such as their name.
     *
     * @param by who; the others who share the draft have texts of their own
     */
    @Transactional
    public void keepBeside(DraftPlace place, String by, Map<String, String> texts) {
        records.lock(place.key());
        if (!isOver(place)) {
            records.touch(place, by, clock.instant(), terms.removeOn(place));
            records.putBeside(place, by, texts);
        }
    }

    /** Empty when nothing was typed there. */
    @Transactional(readOnly = true)
    public Map<String, String> beside(DraftPlace place, String by) {
        return records.beside(place, by);
    }

    private boolean isOver(DraftPlace place) {
        return place.isTask()
                ? !tasks.isOpen(place.key())
                : place.isVisitor() && submissions.startedFrom(place).isPresent();
    }

    /** The same for what is on its way while the page is sent: that must not bring the draft back. */
    @Transactional
    Optional<Draft> saveUnlessSent(
            DraftPlace place, Form form, Map<String, Object> data, Map<String, List<String>> sent, String by) {
        records.lock(place.key());
        var late = records.isSent(DraftPage.of(sent).id());
        return late ? Optional.empty() : Optional.of(save(place, form, data, sent, by));
    }
}
