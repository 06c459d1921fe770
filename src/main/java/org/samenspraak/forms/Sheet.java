package org.samenspraak.forms;

import java.util.Map;

/**
 * A form for somebody to fill in.
 *
 * @param known what it starts from
 * @param by as the others who fill it in read it
 * @param keeps whether they may type in it; not while a colleague has the task
 */
public record Sheet(DraftPlace place, Form form, Map<String, Object> known, String by, boolean keeps) {}
