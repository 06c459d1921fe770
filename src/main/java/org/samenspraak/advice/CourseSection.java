package org.samenspraak.advice;

import java.util.List;
import java.util.Set;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.CouncilSection;
import org.springframework.stereotype.Component;

/** Tells a council that was asked how it goes on, until it reads what was done with its advice. */
@Component
class CourseSection implements CouncilSection {

    private static final Set<String> TRAJECTORIES = Set.of(SendingOut.TRAJECTORY, Readings.TRAJECTORY);

    private final GivenAnswers given;
    private final ToldCouncils told;
    private final Course course;

    CourseSection(GivenAnswers given, ToldCouncils told, Course course) {
        this.given = given;
        this.told = told;
        this.course = course;
    }

    @Override
    public String titleKey() {
        return "advice.course.title";
    }

    @Override
    public String template() {
        return "advice/course";
    }

    @Override
    public boolean shownFor(CaseView view) {
        return TRAJECTORIES.contains(view.trajectory())
                && (view.status() == CaseStatus.OPEN || view.status() == CaseStatus.CLOSED)
                && !told.is(view.id())
                && given.find(view.id()).filter(one -> !one.withdrawn()).isPresent();
    }

    @Override
    public List<String> data(CaseView view) {
        return course.of(given.get(view.id()));
    }
}
