package org.samenspraak.process;

import org.samenspraak.kernel.CaseId;

/** A task came to wait for somebody. Published in the transaction that made it. */
public record TaskOpened(String taskId, CaseId caseId, String element) {}
