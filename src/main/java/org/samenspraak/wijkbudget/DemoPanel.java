package org.samenspraak.wijkbudget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.JuryScores.Given;
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
    public void replaceFirst(CaseId round, String why, Actor by) {
        lot.drop(round, lot.drawn(round).members().get(0).id(), why, by);
    }

    /** Who was drawn gives points. */
    @Transactional
    public void seat(CaseId round, Actor by) {
        jury.takeOver(round, by);
    }

    /**
     * Points for each criterion, one project after another; begun anew where there are not enough.
     *
     * @param place of the member, from 0
     * @param second who reads them on the paper too
     */
    @Transactional
    public void score(CaseId round, int place, List<Integer> points, Actor first, Actor second) {
        var given = new HashMap<UUID, Map<String, Integer>>();
        var at = 0;
        for (var project : jury.projects(round)) {
            var own = given.computeIfAbsent(project.id(), any -> new HashMap<>());
            for (var criterion : jury.criteria(round)) {
                own.put(criterion.name(), points.get(at++ % points.size()));
            }
        }
        var member = scores.jurors(round).get(place).id();
        jury.keep(round, member, new Given(given, Set.of()), "", first);
        jury.confirm(round, member, jury.member(round, member).version(), second);
    }
}
