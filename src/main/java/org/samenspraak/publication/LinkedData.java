package org.samenspraak.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublicAdvice;
import org.samenspraak.council.PublicContacts.Shown;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.PublicSittings.Sitting;
import org.samenspraak.wijkbudget.PublicRound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a page is about, in the words of schema.org, for search engines (JSON-LD). */
@Component
class LinkedData {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Municipality municipality;
    private final ObjectMapper json;
    private final PublicationSettings settings;
    private final MessageSource texts;

    LinkedData(Municipality municipality, ObjectMapper json, PublicationSettings settings, MessageSource texts) {
        this.municipality = municipality;
        this.json = json;
        this.settings = settings;
        this.texts = texts;
    }

    /** @param contacts what they agreed to show */
    String council(PublicCouncil council, List<Shown> contacts) {
        var said = thing("Organization", council.name(), "/publiek/raden/" + council.id());
        said.put("areaServed", council.area());
        said.put(
                "contactPoint",
                contacts.isEmpty() ? null : contacts.stream().map(this::contact).toList());
        said.put("parentOrganization", city());
        return text(said);
    }

    private Map<String, @Nullable Object> contact(Shown shown) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("@type", "ContactPoint");
        said.put(
                "contactType",
                shown.functions().stream()
                        .sorted()
                        .map(function -> texts.getMessage("council.function." + function, null, DUTCH))
                        .collect(Collectors.joining(", ")));
        said.put("name", shown.name());
        said.put("email", shown.mail());
        said.values().removeIf(Objects::isNull);
        return said;
    }

    /** Those of which the hour is known. */
    List<String> meetings(List<Sitting> sittings) {
        return sittings.stream()
                .filter(one -> one.begins() != null)
                .map(this::meeting)
                .toList();
    }

    private String meeting(Sitting sitting) {
        var said = thing("Event", sitting.title(), "/publiek/volgen#" + sitting.kind() + "-" + sitting.id());
        said.put("startDate", moment(sitting.begins()));
        said.put("endDate", moment(sitting.ends()));
        said.put("location", Map.of("@type", "Place", "name", sitting.place(), "address", municipality.name()));
        said.put("organizer", sitting.of() == null ? city() : Map.of("@type", "Organization", "name", sitting.of()));
        said.put("isAccessibleForFree", true);
        return text(said);
    }

    private @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(municipality.zone()));
    }

    String advice(PublicAdvice advice) {
        var said = thing("Report", advice.subject(), "/publiek/adviezen/" + advice.number());
        said.put("identifier", advice.number());
        said.put(
                "datePublished",
                advice.published() == null ? null : advice.published().toString());
        said.put(
                "dateModified",
                advice.corrected() == null ? null : advice.corrected().toString());
        said.put(
                "author",
                advice.councils().stream()
                        .map(one -> Map.of("@type", "Organization", "name", one.name()))
                        .toList());
        said.put("publisher", city());
        return text(said);
    }

    String round(PublicRound round) {
        var said = thing("Event", round.title(), "/publiek/wijkbudget/" + round.number());
        said.put("identifier", round.number());
        said.put("startDate", round.opens().toString());
        said.put(
                "endDate",
                round.phases().stream()
                        .map(days -> days.ends().toString())
                        .reduce((before, after) -> after)
                        .orElse(null));
        said.put("location", Map.of("@type", "Place", "name", municipality.name()));
        said.put("organizer", city());
        return text(said);
    }

    String idea(PublicRound round, PublicRound.IdeaRow idea) {
        var said = part("CreativeWork", idea.title(), "/ideeen/" + idea.number(), idea.idea(), round);
        said.put("identifier", idea.number());
        return text(said);
    }

    String project(PublicRound round, PublicRound.Project project) {
        return text(part("Project", project.title(), "/projecten/" + project.id(), project.summary(), round));
    }

    private Map<String, @Nullable Object> part(
            String type, String name, String path, @Nullable String about, PublicRound round) {
        var within = "/publiek/wijkbudget/" + round.number();
        var said = thing(type, name, within + path);
        said.put("description", about);
        said.put("subjectOf", Map.of("@type", "Event", "@id", municipality.baseUrl() + within, "name", round.title()));
        return said;
    }

    /** @param title in words */
    String year(int year, String title) {
        var said = thing("Report", title, "/publiek/jaarverslag/" + year);
        said.put("temporalCoverage", String.valueOf(year));
        said.put("publisher", city());
        return text(said);
    }

    /** @param title in words */
    String dataSet(DataSet set, String title) {
        var said = thing("Dataset", title, "/publiek/open-data#" + set.name());
        said.put("license", settings.licence().url());
        said.put("creator", city());
        said.put("variableMeasured", set.columns());
        said.put("distribution", List.of(file(set, "csv", "text/csv"), file(set, "json", "application/json")));
        return text(said);
    }

    private Map<String, Object> file(DataSet set, String format, String type) {
        return Map.of(
                "@type",
                "DataDownload",
                "encodingFormat",
                type,
                "contentUrl",
                municipality.baseUrl() + "/publiek/" + set.name() + "." + format);
    }

    private Map<String, @Nullable Object> thing(String type, String name, String path) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("@context", "https://schema.org");
        said.put("@type", type);
        said.put("@id", municipality.baseUrl() + path);
        said.put("url", municipality.baseUrl() + path);
        said.put("name", name);
        return said;
    }

    private Map<String, String> city() {
        return Map.of("@type", "GovernmentOrganization", "name", municipality.name());
    }

    /** Stands in a page: nothing in it ends the element that it stands in. */
    private String text(Map<String, @Nullable Object> said) {
        said.values().removeIf(Objects::isNull);
        try {
            return json.writeValueAsString(said)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
