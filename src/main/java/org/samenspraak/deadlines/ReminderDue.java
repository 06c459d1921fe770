package org.samenspraak.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * The day of a reminder has come. Published in the transaction that marks it as given.
 *
 * @param number first, second, … reminder of this clock
 * @param last whether no other comes after it, as the term is now
 */
public record ReminderDue(
        CaseId caseId, String term, @Nullable String scope, LocalDate lastDay, int number, boolean last) {}
