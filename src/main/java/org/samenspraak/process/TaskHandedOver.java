package org.samenspraak.process;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Somebody gave a task to a person or a group. Published in the same transaction. */
public record TaskHandedOver(
        String taskId, CaseId caseId, String name, @Nullable String nameEn, HandOver to, Actor by) {}
