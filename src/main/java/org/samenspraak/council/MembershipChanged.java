package org.samenspraak.council;

import org.samenspraak.kernel.CouncilId;

/** Somebody came, went, changed function or address in a council. */
public record MembershipChanged(CouncilId council, boolean contactsChanged) {}
