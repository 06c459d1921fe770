package org.samenspraak.wijkbudget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.stereotype.Component;

/** What the proposer changed of an idea, in its dossier and for who reads it before everybody does: an earlier text was read then. */
@Component
class IdeaEditsSection implements DossierSection {

    private final Ideas ideas;
    private final BudgetWords texts;

    IdeaEditsSection(Ideas ideas, BudgetWords texts) {
        this.ideas = ideas;
        this.texts = texts;
    }

    @Override
    public String titleKey() {
        return "wijkbudget.edits.title";
    }

    @Override
    public String template() {
        return "wijkbudget/idea-edits-section";
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(Idea.TRAJECTORY)
                && !ideas.before(view.id()).isEmpty();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    /** The newest first. */
    @Override
    public Object data(CaseView view) {
        var edits = new ArrayList<Edit>();
        var now = ideas.get(view.id());
        var after = new Text(now.words(), now.cents());
        var before = ideas.before(view.id());
        for (int i = before.size() - 1; i >= 0; i--) {
            var earlier = new Text(before.get(i).words(), before.get(i).cents());
            edits.add(new Edit(before.get(i).at(), changes(earlier, after)));
            after = earlier;
        }
        return edits;
    }

    private List<Change> changes(Text before, Text after) {
        return Stream.of(
                        new Change("name", before.words().title(), after.words().title()),
                        new Change("idea", before.words().idea(), after.words().idea()),
                        new Change("need", before.words().need(), after.words().need()),
                        new Change(
                                "place", before.words().place(), after.words().place()),
                        new Change("cost", cost(before.cents()), cost(after.cents())))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private String cost(@Nullable Long cents) {
        return cents == null ? texts.say("wijkbudget.idea.no-cost") : texts.euros(cents);
    }

    private record Text(Words words, @Nullable Long cents) {}

    public record Edit(Instant at, List<Change> changes) {}

    /** @param what key of a question below {@code wijkbudget.idea} */
    public record Change(String what, String before, String after) {}
}
