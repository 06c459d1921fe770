package org.samenspraak.casefile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.People;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.TaskHandedOver;
import org.samenspraak.process.TaskPlanned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into the case how people divide and plan its tasks, in the same transaction. */
@Component
class WorkEvents {

    private final Cases cases;
    private final Timeline timeline;
    private final People people;
    private final Areas areas;
    private final RoleNames roleNames;
    private final Audit audit;
    private final Municipality municipality;

    WorkEvents(
            Cases cases,
            Timeline timeline,
            People people,
            Areas areas,
            RoleNames roleNames,
            Audit audit,
            Municipality municipality) {
        this.cases = cases;
        this.timeline = timeline;
        this.people = people;
        this.areas = areas;
        this.roleNames = roleNames;
        this.audit = audit;
        this.municipality = municipality;
    }

    @EventListener
    void tell(TaskHandedOver event) {
        var args = new HashMap<>(Timeline.named("task", event.name(), event.nameEn()));
        var group = event.to().group();
        var to = group == null ? person(event) : roleNames.of(group);
        args.putAll(group == null ? Map.of("to", to) : Map.of("role", group.role(), "area", area(group)));
        var kind = group == null ? "task.handed-over" : "task.handed-to-group";
        timeline.add(event.caseId(), kind, args, event.to().note(), event.by());
        var about = cases.get(event.caseId()).number() + ": " + event.name() + " → " + to;
        audit.add(Act.TASK_HANDED_OVER, event.by(), event.caseId().value(), about);
    }

    private String person(TaskHandedOver event) {
        var id = event.to().person();
        return id == null ? "" : people.names(Set.of(id)).getOrDefault(id, "");
    }

    /** As it stands behind the role. */
    private String area(GroupId group) {
        return group.scope() == null
                ? ""
                : ", " + areas.get(AreaId.parse(group.scope())).name();
    }

    @EventListener
    void tell(TaskPlanned event) {
        var args = new HashMap<>(Timeline.named("task", event.name(), event.nameEn()));
        var kind = "task.no-follow-up";
        if (event.priority() != null) {
            args.put("priority", event.priority().code());
            kind = "task.priority";
        } else if (event.followUp() != null) {
            args.put(
                    "on",
                    LocalDate.ofInstant(event.followUp(), municipality.zone()).toString());
            kind = "task.follow-up";
        }
        timeline.add(event.caseId(), kind, args, null, event.by());
    }
}
