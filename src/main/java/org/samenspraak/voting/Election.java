package org.samenspraak.voting;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.samenspraak.kernel.Refusal;

/**
 * All that decides: money, projects, ballots and the rule. Equal ballots stand together and in a fixed order, so that
 * nothing depends on the order in which they came in.
 *
 * @param budget in cents
 * @param ballots how many of each there are
 */
public record Election(
        long budget, List<Project> projects, SortedMap<Ballot, Long> ballots, BallotRules rules, CountRule rule) {

    public Election {
        if (budget < 0 || budget > Money.MOST) {
            throw new IllegalArgumentException("budget: " + budget);
        }
        projects = List.copyOf(projects);
        var ids = new HashSet<String>();
        for (var project : projects) {
            if (!ids.add(project.id())) {
                throw new Refusal("voting.project.twice", project.id());
            }
        }
    }

    public static Election of(
            long budget, List<Project> projects, Collection<Ballot> ballots, BallotRules rules, CountRule rule) {
        return new Election(budget, projects, grouped(ballots), rules, rule);
    }

    static SortedMap<Ballot, Long> grouped(Collection<Ballot> ballots) {
        var groups = new HashMap<Ballot, Long>();
        ballots.forEach(it -> groups.merge(it, 1L, Long::sum));
        return new TreeMap<>(groups);
    }

    public Election with(CountRule other) {
        return new Election(budget, projects, ballots, rules, other);
    }
}
