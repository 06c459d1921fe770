package org.samenspraak.deadlines;

import java.time.LocalDate;

/** A day that the town hall is closed, and why ("brugdag na Hemelvaart"). */
public record ClosingDay(LocalDate day, String name, String addedBy) {}
