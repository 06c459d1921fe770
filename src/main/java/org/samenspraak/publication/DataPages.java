package org.samenspraak.publication;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.web.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The open data: what there is, what each column means, and the files. */
@Controller
class DataPages {

    private static final String PUBLIC = "published facts without persons, in a form for programs";
    private static final String SETS = "/publiek/{set:[a-z-]+}";

    private final DataSets sets;
    private final PublicationSettings settings;
    private final LinkedData linked;
    private final MessageSource texts;
    private final ObjectMapper json;

    DataPages(DataSets sets, PublicationSettings settings, LinkedData linked, MessageSource texts, ObjectMapper json) {
        this.sets = sets;
        this.settings = settings;
        this.linked = linked;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping("/publiek/open-data")
    @OpenToAll(because = PUBLIC)
    String show(Model model, HttpServletResponse response) {
        PublicCache.aWhile(response);
        model.addAttribute("sets", sets.all());
        model.addAttribute("licence", settings.licence());
        model.addAttribute(
                "linked",
                sets.all().stream()
                        .map(set -> linked.dataSet(
                                set,
                                String.valueOf(texts.getMessage(set.about(), null, LocaleContextHolder.getLocale()))))
                        .toList());
        return "publication/open-data";
    }

    @GetMapping(SETS + ".csv")
    @OpenToAll(because = PUBLIC)
    void csv(@PathVariable String set, HttpServletResponse response) throws IOException {
        var asked = find(set);
        csv(asked.name(), asked.columns(), asked.source(), response);
    }

    @GetMapping(SETS + ".json")
    @OpenToAll(because = PUBLIC)
    void json(@PathVariable String set, HttpServletResponse response) throws IOException {
        var asked = find(set);
        PublicCache.openData(response);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (var out = json.createGenerator(response.getOutputStream())) {
            out.writeStartArray();
            asked.source().writeTo(values -> write(asked.columns(), values, out));
            out.writeEndArray();
        }
    }

    static void csv(String name, List<String> columns, DataSet.Source source, HttpServletResponse response)
            throws IOException {
        PublicCache.openData(response);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        var sheet = Sheet.openData(response.getOutputStream());
        sheet.line(columns.toArray());
        source.writeTo(values ->
                sheet.line(Arrays.stream(values).map(DataPages::inOneCell).toArray()));
        sheet.end();
    }

    private DataSet find(String name) {
        return sets.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void write(List<String> columns, @Nullable Object[] values, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (int at = 0; at < values.length; at++) {
            out.writeFieldName(columns.get(at));
            var value = values[at];
            if (value instanceof List<?> list) {
                out.writeStartArray();
                for (var one : list) {
                    out.writeString(String.valueOf(one));
                }
                out.writeEndArray();
            } else if (value instanceof LocalDate || value instanceof UUID) {
                out.writeString(value.toString());
            } else {
                out.writePOJO(value);
            }
        }
        out.writeEndObject();
    }

    private static @Nullable Object inOneCell(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : value;
    }
}
