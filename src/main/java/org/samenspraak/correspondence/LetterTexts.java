package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.correspondence.TextRows.Draft;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts of letters and mails: shipped, or as the city wrote them. What is published holds for the next letter; letters that were sent
 * are documents and stay as they are.
 */
@Service
public class LetterTexts {

    private static final int LONGEST_NOTE = 500;

    private final KnownTexts known;
    private final OwnTextRows own;
    private final TextRows rows;
    private final TextCheck check;
    private final FieldGuide guide;
    private final Audit audit;

    LetterTexts(KnownTexts known, OwnTextRows own, TextRows rows, TextCheck check, FieldGuide guide, Audit audit) {
        this.known = known;
        this.own = own;
        this.rows = rows;
        this.check = check;
        this.guide = guide;
        this.audit = audit;
    }

    /** The languages that councils may be written to in. */
    public List<String> languages() {
        return known.languages();
    }

    /** Every text in a language, with what holds now. */
    public List<TextOverview> all(String language) {
        var newest = rows.newest(language);
        var drafted = rows.drafted(language);
        return known.all(language).stream()
                .map(text -> overview(text, newest.get(text.name()), drafted.contains(text.name())))
                .toList();
    }

    private TextOverview overview(Shipped text, @Nullable Version version, boolean drafted) {
        var changed = version == null || version.shipped() ? null : version;
        var title = changed == null ? text.title() : changed.title();
        return new TextOverview(
                text.name(),
                text.language(),
                text.folder(),
                text.head().kind().name(),
                title.isEmpty() ? text.name() : guide.titleSample(text, title),
                version,
                changed != null,
                changed != null && !changed.beside().equals(beside(text)),
                drafted,
                text.isOwn());
    }

    /** The same for one. */
    public TextOverview of(String name, String language) {
        var text = shipped(name, language);
        return overview(text, newest(text), rows.draft(name, language).isPresent());
    }

    /**
     * The text that the next letter is written from.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    Text inForce(String name, String language) {
        return find(name, language)
                .orElseThrow(() -> new IllegalArgumentException("no letter " + name + " in " + language));
    }

    /** The same; nothing when nobody wrote it in that language, or published it. */
    Optional<Text> find(String name, String language) {
        return known.find(name, language).flatMap(text -> {
            var version = newest(text);
            if (version == null || version.shipped()) {
                return text.isOwn() ? Optional.empty() : Optional.of(Text.of(text));
            }
            return Optional.of(new Text(text, version.title(), version.body()));
        });
    }

    /** What somebody edits: the draft, or what holds now. */
    public Typed edited(String name, String language) {
        var text = shipped(name, language);
        var published = number(newest(text));
        return rows.draft(name, language)
                .map(draft -> new Typed(draft.title(), draft.body(), draft.version(), published))
                .orElseGet(() -> {
                    var now = find(name, language).orElseGet(() -> Text.of(text));
                    return new Typed(now.title(), now.body(), 0, published);
                });
    }

    /** The fields that it may use. */
    public List<FieldGuide.Group> fields(String name, String language) {
        return guide.of(shipped(name, language));
    }

    /** What stands in the way of publishing it. */
    public List<Refusal> problems(String name, String language, Typed typed) {
        return check.problems(shipped(name, language), typed.title(), typed.body());
    }

    /**
     * Keeps a draft, whatever is wrong with it.
     *
     * @return it, to go on with
     * @throws OptimisticLockingFailureException when somebody changed or published the text since it was read
     */
    @Transactional
    public Typed save(String name, String language, Typed typed, Actor by) {
        var text = shipped(name, language);
        var draft = rows.keep(new Draft(name, language, typed.title(), typed.body(), typed.draft()), by)
                .orElseThrow(LetterTexts::meanwhile);
        refuseIfPublished(text, typed.published());
        return new Typed(typed.title(), typed.body(), draft, typed.published());
    }

    /**
     * Lets the draft hold for the next letter.
     *
     * @throws Refusal without a note, or when something is wrong with it
     * @throws OptimisticLockingFailureException as in {@link #save}
     */
    @Transactional
    public void publish(String name, String language, Typed typed, String note, Actor by) {
        var text = shipped(name, language);
        check.problems(text, typed.title(), typed.body()).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        if (!rows.drop(name, language, typed.draft())) {
            throw meanwhile();
        }
        add(text, typed, false, note, by);
        audit.add(Act.TEXT_PUBLISHED, by, about(text, typed.published() + 1));
    }

    /** Throws a draft away, and a text that the city made itself when nothing is left of it; true when it is gone. */
    @Transactional
    public boolean discard(String name, String language, long draft) {
        if (!rows.drop(name, language, draft)) {
            throw meanwhile();
        }
        return own.removeUnused(name);
    }

    /**
     * Lets an earlier text hold again, as a new version.
     *
     * @param version its number, 0 for the shipped text
     * @param published the version that held when somebody chose this
     */
    @Transactional
    public void restore(String name, String language, int version, int published, String note, Actor by) {
        var text = shipped(name, language);
        var earlier = version(name, language, version);
        var problems = check.problems(text, earlier.title(), earlier.body());
        if (!problems.isEmpty()) {
            throw new Refusal("correspondence.text.restore");
        }
        add(text, new Typed(earlier.title(), earlier.body(), 0, published), earlier.shipped(), note, by);
        audit.add(Act.TEXT_RESTORED, by, about(text, published + 1) + " ← " + version);
    }

    private void add(Shipped text, Typed typed, boolean again, String note, Actor by) {
        var why = note.strip();
        if (why.isEmpty() || why.length() > LONGEST_NOTE) {
            throw Refusal.of("note", "correspondence.text.note", LONGEST_NOTE);
        }
        refuseIfPublished(text, typed.published());
        if (!rows.add(text, typed, again, beside(text), why, by)) {
            throw meanwhile();
        }
    }

    /** Newest first. */
    public List<Version> versions(String name, String language) {
        shipped(name, language);
        return rows.versions(name, language);
    }

    /** @param version its number, 0 for the shipped text as it is now */
    public Version version(String name, String language, int version) {
        var text = shipped(name, language);
        if (version == 0 && text.isOwn()) {
            throw new NotFound("correspondence.text.none");
        }
        return version == 0
                ? new Version(0, text.title(), text.body(), true, beside(text), "", "", Instant.EPOCH)
                : rows.versions(name, language).stream()
                        .filter(row -> row.version() == version)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("correspondence.text.none"));
    }

    private Shipped shipped(String name, String language) {
        return known.find(name, language).orElseThrow(() -> new NotFound("correspondence.text.none"));
    }

    Text text(String name, String language, Typed typed) {
        return new Text(shipped(name, language), typed.title(), typed.body());
    }

    private @Nullable Version newest(Shipped text) {
        return rows.newest(text.name(), text.language()).orElse(null);
    }

    private void refuseIfPublished(Shipped text, int published) {
        if (number(newest(text)) != published) {
            throw meanwhile();
        }
    }

    private static int number(@Nullable Version version) {
        return Optional.ofNullable(version).map(Version::version).orElse(0);
    }

    private static String beside(Shipped text) {
        return text.title() + "\n" + text.body();
    }

    private static String about(Shipped text, int version) {
        return text.key() + " " + version;
    }

    private static OptimisticLockingFailureException meanwhile() {
        return new OptimisticLockingFailureException("the text was changed meanwhile");
    }

    /** Title and body of a text, by whoever wrote them. */
    record Text(Shipped shipped, String title, String body) {

        static Text of(Shipped text) {
            return new Text(text, text.title(), text.body());
        }

        TextHead head() {
            return shipped.head();
        }
    }

    /**
     * A text in the editor.
     *
     * @param draft version of the draft it was read from, 0 when there was none
     * @param published version that held then, 0 for the shipped text
     */
    public record Typed(String title, String body, long draft, int published) {

        /** The same, to be kept over what somebody else wrote. */
        public Typed over(Typed theirs) {
            return new Typed(title, body, theirs.draft(), theirs.published());
        }
    }

    /**
     * @param version its number; 0 for the shipped text as it is now
     * @param shipped whether the shipped text holds again from here on
     * @param beside the shipped text of that moment
     * @param note why it was published
     */
    public record Version(
            int version,
            String title,
            String body,
            boolean shipped,
            String beside,
            String note,
            String by,
            Instant at) {}
}
