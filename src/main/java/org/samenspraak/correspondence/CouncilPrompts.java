package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Mandates.Mandate;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.stereotype.Service;

/** Questions to a council as somebody of it who signed in sees them, without a link. */
@Service
public class CouncilPrompts {

    private static final UUID NO_LINK = new UUID(0, 0);

    private final PromptRows rows;
    private final Prompts prompts;
    private final Tasks tasks;
    private final Mandates mandates;

    CouncilPrompts(PromptRows rows, Prompts prompts, Tasks tasks, Mandates mandates) {
        this.rows = rows;
        this.prompts = prompts;
        this.tasks = tasks;
        this.mandates = mandates;
    }

    /** What waits for an answer, also what reached nobody; what ends first comes first, at most {@code limit}. */
    public List<Asked> asked(CouncilId council, int limit) {
        return rows.asked(council, limit);
    }

    /**
     * The question for this member to read and fill in.
     *
     * @param function as which they do, in the words of the register
     * @return none when it is not open, of another council, or for one person and this is somebody else
     */
    public Optional<Opening.Open> open(String taskId, CouncilId council, NewMember member, String function) {
        return tasks.find(taskId)
                .filter(task -> task.groups().stream()
                        .filter(group -> council.toString().equals(group.scope()))
                        .anyMatch(group -> Asking.isForCouncil(group) && mayRead(task, member.functions())))
                .map(task -> new Opening.Open(
                        NO_LINK,
                        task.id(),
                        task.caseId(),
                        council,
                        member.name(),
                        Asking.onlyFor(task).map(Function::name).orElse(function),
                        mandates.of(council, member.name(), Objects.requireNonNullElse(member.email(), ""))
                                == Mandate.SENDS));
    }

    private static boolean mayRead(OpenTask task, Set<Function> functions) {
        return Asking.onlyFor(task).map(functions::contains).orElse(true);
    }

    /** What became of a question that this council was asked by mail before. */
    public Optional<Opening.Over> over(String taskId, CouncilId council) {
        return rows.ofTask(taskId).stream()
                .filter(row -> row.council().equals(council))
                .map(row -> prompts.state(row, false))
                .filter(Opening.Over.class::isInstance)
                .map(Opening.Over.class::cast)
                .findFirst();
    }

    /**
     * @param about title of the case
     * @param only for this function alone: CHAIR or SECRETARY; none for anybody of the council
     * @param due none when it has no end
     */
    public record Asked(
            String taskId,
            String name,
            @Nullable String nameEn,
            String about,
            @Nullable Instant due,
            @Nullable Function only) {

        public String name(boolean english) {
            return english && nameEn != null ? nameEn : name;
        }
    }
}
