package org.samenspraak.portal;

import java.util.List;
import org.samenspraak.identity.HomeStarts;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The trajectories for everybody, without those that nobody can begin today. */
@Component
class PublicStarts implements HomeStarts {

    private final Processes processes;
    private final Applying applying;

    PublicStarts(Processes processes, Applying applying) {
        this.processes = processes;
        this.applying = applying;
    }

    @Override
    public List<Start> open() {
        var locale = LocaleContextHolder.getLocale();
        return processes.trajectories().stream()
                .filter(Trajectory::isForAnybody)
                .filter(trajectory -> applying.closed(trajectory).isEmpty())
                .map(trajectory ->
                        new Start(trajectory.name(locale), trajectory.about(locale), "/aanvraag/" + trajectory.key()))
                .toList();
    }
}
