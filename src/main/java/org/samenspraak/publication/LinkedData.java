package org.samenspraak.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.PublicAdvice;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.wijkbudget.PublicRound;
import org.springframework.stereotype.Component;

/** What a page is about, in the words of schema.org, for search engines (JSON-LD). */
@Component
class LinkedData {

    private final Municipality municipality;
    private final ObjectMapper json;
    private final PublicationSettings settings;

    LinkedData(Municipality municipality, ObjectMapper json, PublicationSettings settings) {
        this.municipality = municipality;
        this.json = json;
        this.settings = settings;
    }

    String council(PublicCouncil council) {
        var said = thing("Organization", council.name(), "/publiek/raden/" + council.id());
        said.put("areaServed", council.area());
        said.put("foundingDate", council.from() == null ? null : council.from().toString());
        said.put("parentOrganization", city());
        return text(said);
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
        said.put("organizer", city());
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
