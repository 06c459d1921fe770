package org.samenspraak.forms;

import org.jspecify.annotations.Nullable;

/**
 * What is different in one question, or a whole row of a list, between two sendings of a form.
 *
 * @param where headings of the groups and rows around it, or empty
 * @param before in words, empty when nothing was answered; null when it was not asked, or when there was no such row
 * @param row whether it is a whole row, that was added or removed
 */
public record Change(String where, String label, @Nullable String before, @Nullable String after, boolean row) {}
