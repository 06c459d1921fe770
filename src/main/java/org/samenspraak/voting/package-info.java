/**
 * Ballots and how they are counted, the lot, and money divided over areas. Exact and deterministic: the same input gives the
 * same bytes, on every machine, with every step in words. Uses no database, no clock and no chance of its own; docs/adr/0014.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.samenspraak.voting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
