package org.samenspraak.wijkbudget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.wijkbudget.JuryScores.Given;
import org.samenspraak.wijkbudget.JuryScores.Juror;
import org.samenspraak.wijkbudget.LotRows.Input;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the office does for a panel by lot, on one day of the demo year. */
@Component
@Profile("demo")
public class DemoPanel {

    private final LotDesk lot;
    private final JuryDesk jury;
    private final JuryScores scores;

    DemoPanel(LotDesk lot, JuryDesk jury, JuryScores scores) {
        this.lot = lot;
        this.jury = jury;
        this.scores = scores;
    }

    /** The hash of its seed is public from now on. */
    @Transactional
    public void fix(CaseId round, String criteria, String candidates, int members, int reserves, Actor by) {
        lot.fix(round, new Input(criteria, members, reserves, candidates), by);
    }

    @Transactional
    public void draw(CaseId round, Actor by) {
        lot.draw(round, by);
    }

    /** The first member can't come; a reserve does. */
    @Transactional
    public void replaceFirst(CaseId round, Actor by) {
        lot.drop(round, lot.drawn(round).members().get(0).id(), by);
    }

    /** @param person who scores alone, or none */
    @Transactional
    public void seat(CaseId round, String label, @Nullable PersonId person, Actor by) {
        jury.add(round, label, person == null ? null : person.value(), by);
    }

    /** Points for each criterion, one project after another; begun anew where there are not enough. */
    @Transactional
    public void score(CaseId round, String label, List<Integer> points, Actor by) {
        var given = new HashMap<UUID, Map<String, Integer>>();
        var at = 0;
        for (var project : jury.projects(round)) {
            var own = given.computeIfAbsent(project.id(), any -> new HashMap<>());
            for (var criterion : jury.criteria(round)) {
                own.put(criterion.name(), points.get(at++ % points.size()));
            }
        }
        jury.keep(round, member(round, label), new Given(given, Set.of()), by);
    }

    private Juror member(CaseId round, String label) {
        return scores.jurors(round).stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
