package org.samenspraak.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.CouncilSection;
import org.samenspraak.casefile.DossierSection;
import org.springframework.stereotype.Component;

/** Shows the day and the agreements of a talk, in its dossier and to its council. */
@Component
class TalkSection implements DossierSection, CouncilSection {

    private final Talks talks;
    private final Agreements agreements;
    private final GrantWords words;

    TalkSection(Talks talks, Agreements agreements, GrantWords words) {
        this.talks = talks;
        this.agreements = agreements;
        this.words = words;
    }

    @Override
    public String titleKey() {
        return "grant.talk.section";
    }

    @Override
    public String template() {
        return "grant/talk";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return talks.find(view.id()).isPresent();
    }

    @Override
    public Object data(CaseView view) {
        var talk = talks.get(view.id());
        return new Shown(
                talk.state().name(),
                talk.plannedAt(),
                talk.place(),
                talk.heldOn(),
                agreements.ofTalk(view.id()).stream()
                        .map(one -> new Line(one.what(), words.owner(one), one.due(), one.doneOn(), one.note()))
                        .toList());
    }

    record Shown(
            String state,
            @Nullable Instant plannedAt,
            @Nullable String place,
            @Nullable LocalDate heldOn,
            List<Line> agreements) {}

    /** @param doneOn none while it is open */
    record Line(String what, String owner, LocalDate due, @Nullable LocalDate doneOn, @Nullable String note) {}
}
