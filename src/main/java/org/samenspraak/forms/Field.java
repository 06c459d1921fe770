package org.samenspraak.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One component of a schema.
 *
 * @param key where its answer is kept, dots nest; empty for what asks nothing; for a group or list its path
 * @param json what only its own kind reads
 * @param parts of a group or list
 * @param personal of its own or of what is around it
 */
record Field(Kind kind, String id, String key, JsonNode json, List<Field> parts, Personal personal) {

    /** Whom an answer is about, from nobody to what is kept from most. */
    enum Personal {
        NO,
        YES,
        /** An address of somebody: only for who works with the council. */
        CONTACT;

        static Personal of(JsonNode json) {
            return switch (json.path("properties").path("personal").asText()) {
                case "yes" -> YES;
                case "contact" -> CONTACT;
                default -> NO;
            };
        }

        Personal and(Personal other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /** A text of the schema in the reader's language: {@code label}, or the custom property {@code label_en}. */
    String text(String name, Locale locale) {
        var english = property(name + "_en");
        return english != null && locale.getLanguage().equals("en")
                ? english
                : json.path(name).asText("");
    }

    /** A date and a time are one control here: it has the labels of both. */
    String label(Locale locale) {
        if (kind != Kind.DATETIME || json.has("label")) {
            return text("label", locale);
        }
        return Stream.of("date", "time")
                .filter(it -> subtype().contains(it))
                .map(it -> text(it + "Label", locale))
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What one row of a list is called: the custom property {@code item}, else what the list is called. */
    String entry(Locale locale) {
        var english = locale.getLanguage().equals("en") ? property("item_en") : null;
        var item = english != null ? english : property("item");
        return item != null ? item : label(locale);
    }

    /** A custom property of the designer. */
    @Nullable
    String property(String name) {
        var value = json.path("properties").path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** More explanation than the description: the custom property {@code help}. */
    @Nullable
    String help(Locale locale) {
        var english = locale.getLanguage().equals("en") ? property("help_en") : null;
        return english != null ? english : property("help");
    }

    boolean says(String property, String value) {
        return value.equals(property(property));
    }

    /** The first day that a date may be: an expression. */
    JsonNode earliest() {
        return json.path("properties").path("earliest");
    }

    /** The last day that a date may be: an expression, or the word {@code today}. */
    JsonNode latest() {
        return json.path("properties").path("latest");
    }

    boolean isFact() {
        return says("fact", "yes");
    }

    boolean isPersonal() {
        return personal != Personal.NO;
    }

    boolean isContact() {
        return personal == Personal.CONTACT;
    }

    JsonNode validate(String name) {
        return json.path("validate").path(name);
    }

    boolean required() {
        return says(validate("required"));
    }

    /** Always read-only; an expression may make it so for some answers. */
    boolean fixed() {
        return (says(json.path("readonly")) && !Evaluator.isExpression(json.path("readonly"))) || disabled();
    }

    /** Nothing is submitted for it. */
    boolean disabled() {
        return says(json.path("disabled"));
    }

    /** Any word will do, as in form-js. */
    private static boolean says(JsonNode attribute) {
        return attribute.isTextual() ? !attribute.asText().isEmpty() : attribute.asBoolean();
    }

    String subtype() {
        return json.path("subtype").asText("date");
    }

    @Nullable
    String format() {
        return property("format");
    }

    /** In both languages. */
    private Stream<JsonNode> texts() {
        return Stream.of("label", "dateLabel", "timeLabel", "description", "text", "content", "alt")
                .flatMap(it -> Stream.of(json.path(it), json.path("properties").path(it + "_en")));
    }

    /** Texts that may hold values and blocks between double braces. */
    Stream<String> templates() {
        var appearance = json.path("appearance");
        return Stream.of(
                        Stream.of("source", "accept").map(json::path),
                        texts(),
                        Stream.of(appearance.path("prefixAdorner"), appearance.path("suffixAdorner")))
                .flatMap(it -> it)
                .map(JsonNode::asText)
                .filter(it -> !it.startsWith("="));
    }

    /** The expressions of this field, without the leading {@code =}. */
    Stream<String> expressions() {
        var own = Stream.of(
                json.path("conditional").path("hide"),
                json.path("readonly"),
                json.path("expression"),
                json.path("valuesExpression"),
                json.path("dataSource"),
                json.path("columnsExpression"),
                json.path("source"),
                earliest(),
                latest(),
                json.path("accept"),
                json.path("multiple"),
                json.path("appearance").path("prefixAdorner"),
                json.path("appearance").path("suffixAdorner"),
                validate("min"),
                validate("max"),
                validate("minLength"),
                validate("maxLength"));
        return Stream.concat(own, texts())
                .filter(it -> it.isTextual() && it.asText().startsWith("="))
                .map(it -> it.asText().substring(1));
    }
}
