package org.samenspraak.publication;

import java.io.ByteArrayOutputStream;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.samenspraak.advice.PublishedAdvice;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** Writes RSS 2.0 of what was published last. */
@Component
class AdviceFeed {

    private final Municipality municipality;

    AdviceFeed(Municipality municipality) {
        this.municipality = municipality;
    }

    /**
     * A correction is an entry of its own: readers never show one again that they know.
     *
     * @param titled what one is called
     * @param said what a reader learns of one before opening it
     */
    byte[] of(
            String title,
            String path,
            List<PublishedAdvice.Row> rows,
            Function<PublishedAdvice.Row, String> titled,
            Function<PublishedAdvice.Row, String> said) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("rss");
            out.writeAttribute("version", "2.0");
            out.writeStartElement("channel");
            elements(
                    out,
                    Map.of(
                            "title",
                            municipality.name() + ": " + title,
                            "link",
                            municipality.baseUrl() + path,
                            "description",
                            title,
                            "language",
                            "nl"));
            for (var row : rows) {
                item(out, path, row, titled.apply(row), said.apply(row));
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void item(XMLStreamWriter out, String path, PublishedAdvice.Row row, String title, String said)
            throws XMLStreamException {
        var address = municipality.baseUrl() + path + "/" + row.number();
        out.writeStartElement("item");
        elements(
                out,
                Map.of(
                        "title", title,
                        "link", address,
                        "guid", row.corrected() == null ? address : address + "#corrected-" + row.corrected(),
                        "description", said,
                        "pubDate",
                                moment(Objects.requireNonNullElse(row.corrected(), row.published())
                                        .atStartOfDay(municipality.zone()))));
        out.writeEndElement();
    }

    private static String moment(ZonedDateTime at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at);
    }

    /** In one order, so that the same feed is the same bytes. */
    private static void elements(XMLStreamWriter out, Map<String, String> elements) throws XMLStreamException {
        for (var element : new TreeMap<>(elements).entrySet()) {
            out.writeStartElement(element.getKey());
            out.writeCharacters(element.getValue());
            out.writeEndElement();
        }
    }
}
