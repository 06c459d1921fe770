package org.samenspraak.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what tells of a person: addresses of mail, numbers of phones, accounts and the state, names behind "mevrouw"
 * and the like, and names that the office knows. Rather a word too many than one too few; the rest is for who looks it through.
 */
public final class Masks {

    private static final String MAIL =
            "[\\p{Alnum}._%+'-]{1,64}+\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63})+";
    private static final String ACCOUNT = "\\b[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7}(?: ?[A-Z\\d]{1,3})?\\b";
    /** Of Belgium with or without its signs, and nine digits in a row: of the Netherlands. */
    private static final String STATE = "\\b\\d{2}[. ]?\\d{2}[. ]?\\d{2}[- ]?\\d{3}[. ]?\\d{2}\\b|\\b\\d{9}\\b";
    /** Begins with 0 or +; a date is none. */
    private static final String PHONE =
            "(?<![\\p{Alnum}.,])(?!\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})(?:\\+\\d{1,3}[ ./-]?(?:\\(0\\))?|0)(?:[ ./-]{0,3}\\d){8,11}(?!\\d)";

    private static final String NAME =
            "(?:(?:van|de|der|den|het|ten|ter|el|al)[ -]){0,3}\\p{Lu}(?:\\.|[\\p{L}'’-]{0,40}+)";

    private static final String TITLED =
            "(?<=\\b(?:[Mm]evrouw|[Mm]evr\\.|[Mm]w\\.|[Dd]hr\\.|[Dd]e heer|[Mm]eneer|[Mm]ijnheer|[Mm]rs\\.|[Mm]r\\.|[Mm]s\\.) )"
                    + NAME + "(?: " + NAME + "){0,4}";

    private static final Pattern ALWAYS = Pattern.compile(String.join("|", MAIL, ACCOUNT, STATE, PHONE, TITLED));

    private final String instead;
    private final @Nullable Pattern names;

    /**
     * @param instead what stands in the place of what is taken out
     * @param names first name and surname; a single word is often a word as well and is left
     */
    public Masks(String instead, Collection<String> names) {
        this.instead = Matcher.quoteReplacement(instead);
        var whole = names.stream()
                .map(String::strip)
                .filter(name -> name.contains(" "))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(name -> Pattern.quote(name).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q"))
                .collect(Collectors.joining("|"));
        this.names = whole.isEmpty()
                ? null
                : Pattern.compile(
                        "(?<![\\p{L}\\d])(?:" + whole + ")(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var known = names == null ? text : names.matcher(text).replaceAll(instead);
        return ALWAYS.matcher(known).replaceAll(instead);
    }
}
