package org.samenspraak.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Notation;
import org.samenspraak.grant.GrantConditions.Condition;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.ledger.Amount;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What days, owners and levels are called. */
@Component
class GrantWords {

    static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final MessageSource texts;
    private final RoleNames roles;
    private final ParameterTexts parameters;
    private final Municipality municipality;

    GrantWords(MessageSource texts, RoleNames roles, ParameterTexts parameters, Municipality municipality) {
        this.texts = texts;
        this.roles = roles;
        this.parameters = parameters;
        this.municipality = municipality;
    }

    String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** For what is kept as it is written. */
    String dutch(String key, Object... args) {
        return texts.getMessage(key, args, DUTCH);
    }

    /** "dinsdag 4 mei 2027, 19:30". */
    String moment(Instant at) {
        return moment(at.atZone(municipality.zone()));
    }

    /** For mails to councils. */
    String dutchMoment(Instant at) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", DUTCH).format(at.atZone(municipality.zone()));
    }

    String moment(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", LocaleContextHolder.getLocale())
                .format(at);
    }

    /** A group of the house, one official by name, or the council. */
    public String owner(Agreement one) {
        if (one.isOfCouncil()) {
            return say("grant.owner.council");
        }
        var group = one.ownerGroup();
        return group == null
                ? say("grant.owner.person", Objects.toString(one.ownerName(), ""))
                : roles.of(GroupId.parse(group));
    }

    /** How many stand where, a line each. */
    String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(one -> say("grant.stands." + one.getKey()) + ": " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** When and what, of a meeting or an open forum that has its day. */
    String gathering(Gathering one) {
        return moment(Objects.requireNonNull(one.plannedAt())) + ": " + one.title();
    }

    /** What, who and by when. */
    String agreement(Agreement one) {
        return one.what() + " (" + owner(one) + ", " + day(one.due()) + ")";
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", LocaleContextHolder.getLocale())
                .format(day);
    }

    /** For mails to councils. */
    String dutchDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH).format(day);
    }

    /** "€ 1.000,00" */
    String money(Amount amount) {
        return Notation.showMoney(amount.euros(), LocaleContextHolder.getLocale());
    }

    @Nullable
    String moneyOrNone(@Nullable Amount amount) {
        return amount == null ? null : money(amount);
    }

    /** The sentence of the regulation behind a condition, with its article where it was read. */
    String condition(Condition one) {
        return sentence(one.parameter());
    }

    String sentence(Parameter parameter) {
        var article = parameter.article();
        return parameters.sentence(parameter) + (article == null ? "" : " (" + article + ")");
    }

    /** Whether it is met; of a day to come nobody can say yet that it is not. */
    public String verdict(boolean met, String fact) {
        return say(
                met
                        ? "grant.condition.met"
                        : fact.startsWith(GrantConditions.TO_COME)
                                ? "grant.condition.to-come"
                                : "grant.condition.not-met");
    }

    /**
     * What a condition rests on, in words.
     *
     * @param value as {@link GrantConditions} keeps it
     */
    public String fact(String condition, boolean met, String value) {
        var shown = value;
        var apart = value.indexOf(' ');
        if (condition.equals("forum") && apart > 0) {
            return forum(value.substring(0, apart), LocalDate.parse(value.substring(apart + 1)));
        }
        if (value.startsWith(GrantConditions.TO_COME)) {
            return say("grant.fact.register.to-come", day(LocalDate.parse(value.substring(apart + 1))));
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            shown = day(LocalDate.parse(value));
        } else if (condition.equals("reserve")) {
            shown = money(GrantRequests.amount(value));
        } else if (condition.equals("talk") && !value.isEmpty()) {
            shown = say("grant.stands." + value.toUpperCase(Locale.ROOT));
        }
        return say("grant.fact." + condition + (met ? ".met" : ".not-met"), shown);
    }

    /** @param stage as of {@link OpenForums.Stage}, or SAID for what only the council wrote */
    String forum(String stage, LocalDate day) {
        return say("grant.fact.forum." + stage.toLowerCase(Locale.ROOT), day(day));
    }

    /** With what it means, where that is written. */
    String level(String level) {
        var means = texts.getMessage("council.level-means." + level, null, "", LocaleContextHolder.getLocale());
        return means == null || means.isEmpty() ? parameters.choice(level) : parameters.choice(level) + ": " + means;
    }

    /** A choice of the regulation, such as who talks with a council. */
    String choice(String choice) {
        return parameters.choice(choice);
    }
}
