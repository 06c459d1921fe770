package org.samenspraak.deadlines;

import java.time.LocalDate;

/** A day that an organ meets. */
public record Meeting(LocalDate day, String addedBy) {}
