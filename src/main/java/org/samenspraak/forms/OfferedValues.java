package org.samenspraak.forms;

import java.util.List;
import java.util.Locale;

/** A list of the house that choices may offer by {@code valuesKey} ({@code areas}, {@code councils}). Implemented by the module that owns it. */
public interface OfferedValues {

    /** The {@code valuesKey} it answers to. */
    String key();

    List<Value> values(Locale locale);

    /** What an official may choose, who enters a start form for somebody else. */
    default List<Value> entered(Locale locale) {
        return values(locale);
    }

    /** All that were offered once, to name what was answered before. */
    default List<Value> once(Locale locale) {
        return values(locale);
    }

    /** @param value what is kept */
    record Value(String value, String label) {}
}
