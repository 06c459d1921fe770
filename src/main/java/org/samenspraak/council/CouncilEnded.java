package org.samenspraak.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;

/**
 * A recognition or registration ended. Published in the same transaction.
 *
 * @param as expired or withdrawn
 * @param reason none when it expired
 */
public record CouncilEnded(CouncilId council, Standing as, LocalDate on, @Nullable String reason) {}
