package org.samenspraak.process;

import java.util.List;
import org.samenspraak.kernel.CaseId;

/**
 * A case goes on with another version of one of its models. Published in the same transaction; the log of its steps follows.
 *
 * @param definition that version
 * @param standing where the case is in it, by the names that this version has
 */
public record ModelMoved(CaseId caseId, String processKey, String definition, List<NamedStep> standing) {}
