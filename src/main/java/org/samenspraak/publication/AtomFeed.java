package org.samenspraak.publication;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.publication.PublicNews.Item;
import org.samenspraak.web.CalendarText;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes Atom (RFC 4287); the same news is the same bytes. */
@Component
class AtomFeed {

    private final Municipality municipality;

    AtomFeed(Municipality municipality) {
        this.municipality = municipality;
    }

    /** @param path of the feed itself, with its query */
    byte[] of(String title, String path, List<Item> items) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            out.writeAttribute(
                    "xml",
                    XMLConstants.XML_NS_URI,
                    "lang",
                    LocaleContextHolder.getLocale().getLanguage());
            element(out, "title", municipality.name() + ": " + title);
            element(out, "id", municipality.baseUrl() + path);
            link(out, "self", path);
            link(out, "alternate", "/publiek");
            element(out, "updated", items.isEmpty() ? Instant.EPOCH.toString() : moment(items.get(0)));
            out.writeStartElement("author");
            element(out, "name", municipality.name());
            out.writeEndElement();
            for (var item : items) {
                entry(out, item);
            }
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter out, Item item) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "title", item.title());
        element(out, "id", municipality.baseUrl() + item.key());
        link(out, "alternate", item.path());
        element(out, "updated", moment(item));
        if (!item.summary().isBlank()) {
            element(out, "summary", item.summary());
        }
        out.writeEndElement();
    }

    private static String moment(Item item) {
        return item.at().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void link(XMLStreamWriter out, String rel, String path) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("href", municipality.baseUrl() + path);
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(CalendarText.plain(text));
        out.writeEndElement();
    }
}
