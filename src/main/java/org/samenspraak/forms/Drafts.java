package org.samenspraak.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final int MOST_RIVALS = 5;

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

    /**
     * For a new page.
     *
     * @param data what the form starts from
     */
    @Transactional(readOnly = true)
    public Draft open(DraftPlace place, Form form, Map<String, Object> data) {
        var kept = new Kept(place, form, data);
        return kept.draft(new DraftPage(UUID.randomUUID().toString(), kept.digests()), new Draft.Others(0, ""), false);
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
        var before = new Kept(place, form, data);
        if (isOver(place)) {
            return before.draft(page, new Draft.Others(0, ""), false);
        }
        if (typed.size() + before.size() > terms.largest(place)) {
            return before.draft(page, new Draft.Others(0, ""), true);
        }
        var round = new Round(place, form, before, page, by);
        forms.entries(form, data, typed).forEach((path, entry) -> {
            if (typed.answers(path)) {
                round.merge(entry, typed.part(path));
            }
        });
        round.choose(sent.getOrDefault(DraftPage.TAKE, List.of()));
        return new Kept(place, form, data).draft(page.with(round.read), round.others(), false);
    }

    private boolean isOver(DraftPlace place) {
        return place.isTask()
                ? tasks.find(place.key()).isEmpty()
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

    /** One saving of one page. */
    private class Round {

        private final DraftPlace place;
        private final Form form;
        private final Kept before;
        private final DraftPage page;
        private final String by;
        private final Map<String, String> read;
        private final List<DraftRecords.Row> unseen = new ArrayList<>();
        private boolean touched;

        Round(DraftPlace place, Form form, Kept before, DraftPage page, String by) {
            this.place = place;
            this.form = form;
            this.before = before;
            this.page = page;
            this.by = by;
            this.read = new LinkedHashMap<>(page.read());
        }

        void merge(Entry entry, Map<String, Object> typed) {
            var path = entry.path();
            // a question that the answers of others lock now has nothing that counts
            var shown = before.entries.get(path);
            var now = shown == null ? "" : shown.digest();
            var row = before.fields.get(path);
            var own = row != null && row.page().equals(page.id());
            var fate = Merge.of(entry.digest(), page.read().get(path), now, row != null, own);
            var mine = DraftRecords.Row.of(entry, typed, form, page, by, clock.instant());
            if (fate == Merge.RIVAL) {
                rival(mine);
                return;
            }
            records.removeRival(place, path, page.id());
            if (fate == Merge.KEEP) {
                touch();
                records.put(place, mine);
            }
            if (fate == Merge.KEEP || entry.digest().equals(now)) {
                read.put(path, entry.digest());
            } else if (row != null) {
                unseen.add(row);
            }
        }

        private void rival(DraftRecords.Row mine) {
            var others = before.rivals.stream()
                    .filter(it -> it.path().equals(mine.path()) && !it.page().equals(mine.page()))
                    .toList();
            if (others.size() >= MOST_RIVALS) {
                records.removeRival(place, mine.path(), others.get(0).page());
            }
            touch();
            records.putRival(place, mine);
        }

        private void touch() {
            if (touched) {
                return;
            }
            touched = true;
            records.touch(place, by, clock.instant(), terms.removeOn(place));
        }

        /** A button beside one of two texts: the others go. */
        void choose(List<String> choices) {
            for (var choice : choices) {
                var space = choice.indexOf(' ');
                var path = choice.substring(space + 1);
                records.rivals(place).stream()
                        .filter(it -> it.path().equals(path) && space > 0)
                        .filter(it -> it.page().equals(choice.substring(0, space)))
                        .forEach(it -> records.put(place, it));
                records.removeRivals(place, path);
            }
        }

        Draft.Others others() {
            var names = unseen.stream().map(DraftRecords.Row::by).collect(Collectors.toCollection(TreeSet::new));
            return new Draft.Others(unseen.size(), String.join(", ", names));
        }
    }

    /** What the database holds. */
    private class Kept {

        private final DraftPlace place;
        private final Form form;
        private final Map<String, DraftRecords.Row> fields;
        private final List<DraftRecords.Row> rivals;
        private final Map<String, Entry> entries;

        Kept(DraftPlace place, Form form, Map<String, Object> data) {
            this.place = place;
            this.form = form;
            fields = records.fields(place);
            rivals = records.rivals(place);
            entries = forms.entries(form, data, Typed.again(form, typed()));
        }

        final Map<String, Object> typed() {
            return Retyped.of(form, fields.values(), Forms.locale());
        }

        int size() {
            return fields.values().stream()
                    .mapToInt(it -> it.typed().toString().length())
                    .sum();
        }

        Map<String, String> digests() {
            var digests = new LinkedHashMap<String, String>();
            entries.forEach((path, entry) -> digests.put(path, entry.digest()));
            return digests;
        }

        Draft draft(DraftPage page, Draft.Others others, boolean tooLarge) {
            var saved = records.saved(place);
            return new Draft(
                    page.id(),
                    page.readAsText(),
                    typed(),
                    saved.map(DraftRecords.Saved::by).orElse(null),
                    saved.map(DraftRecords.Saved::at).orElse(null),
                    texts(),
                    dropped(),
                    others,
                    tooLarge);
        }

        private Map<String, List<Draft.Text>> texts() {
            var texts = new LinkedHashMap<String, List<Draft.Text>>();
            for (var first : fields.values()) {
                var others = rivals.stream()
                        .filter(it -> it.path().equals(first.path()))
                        .toList();
                if (!others.isEmpty() && entries.containsKey(first.path())) {
                    var both = new ArrayList<>(List.of(text(first, "now")));
                    others.forEach(it -> both.add(text(it, it.page())));
                    texts.put(first.path(), both);
                }
            }
            return texts;
        }

        private Draft.Text text(DraftRecords.Row row, String choice) {
            return new Draft.Text(row.label(), row.words(), row.by(), row.at(), choice + " " + row.path());
        }

        /** Typed in another version of the form, and not to be seen in this one. */
        private List<Draft.Dropped> dropped() {
            var gone = new ArrayList<Draft.Dropped>();
            fields.values().forEach(row -> {
                var entry = entries.get(row.path());
                if (!row.schema().equals(form.sha256())
                        && !row.words().isBlank()
                        && (entry == null || entry.isEmpty())) {
                    gone.add(new Draft.Dropped(row.label(), row.words()));
                }
            });
            return gone;
        }
    }
}
