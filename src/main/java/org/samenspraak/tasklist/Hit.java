package org.samenspraak.tasklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a search found.
 *
 * @param id where the page after it starts
 * @param url where it opens, or none
 * @param name what it is called, or what was written
 * @param about what else tells it from others
 */
record Hit(String id, @Nullable String url, List<Marked> name, String about) {}
