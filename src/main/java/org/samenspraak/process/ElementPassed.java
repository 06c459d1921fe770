package org.samenspraak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/**
 * An element of a model was entered or left. Published in the same transaction; the case file keeps the log.
 *
 * @param definition the version of the model
 * @param type as BPMN calls it ("userTask", "exclusiveGateway")
 * @param canceled left by a clock, a message or a stop, not by doing it
 */
public record ElementPassed(
        CaseId caseId,
        String processKey,
        String definition,
        String element,
        String name,
        @Nullable String nameEn,
        String type,
        boolean entered,
        boolean canceled,
        Instant at,
        Actor actor) {}
