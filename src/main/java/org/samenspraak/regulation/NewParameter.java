package org.samenspraak.regulation;

/**
 * Adds a parameter that the regulation does not have.
 *
 * @param key as models and letters write it ({@code remark-answer}, {@code remark-answer.reminders})
 * @param said its value with where it comes from; its name may be left out where the texts of the product have one
 */
public record NewParameter(String key, ParameterType type, ChangeParameter said) {}
