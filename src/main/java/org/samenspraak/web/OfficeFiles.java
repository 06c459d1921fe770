package org.samenspraak.web;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Text documents and workbooks are zips with XML in them, and may be hostile: a bounded number of parts and of bytes in those
 * that are read; in the XML no document type, no entities, nothing fetched.
 */
public final class OfficeFiles {

    private static final int MOST_PARTS = 10_000;

    private OfficeFiles() {}

    /** What is done with a part; what it does not read stays packed. */
    public interface PartReader {

        void read(String name, InputStream content) throws IOException;
    }

    /** It holds more than was allowed. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Goes through the parts by the directory at the end, as office programs do.
     *
     * @param most bytes that may be read of all parts together, unpacked
     * @throws TooLarge for a bomb
     * @throws IOException for what is no zip, or damaged
     */
    public static void read(InputStream file, long most, PartReader reader) throws IOException {
        var copy = Files.createTempFile("office", ".zip");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            try (var zip = new ZipFile(copy.toFile())) {
                read(zip, most, reader);
            }
        } catch (IllegalArgumentException badName) {
            throw new ZipException("a bad name");
        } finally {
            Files.delete(copy);
        }
    }

    private static void read(ZipFile zip, long most, PartReader reader) throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw new TooLarge();
        }
        var left = most;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            try (var content = new Bounded(zip.getInputStream(entry), left)) {
                reader.read(entry.getName(), content);
                left = content.left;
            }
        }
    }

    /** Whether a part runs by itself when the document is opened. */
    public static boolean isMacro(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("vba") || lower.startsWith("basic/") || lower.startsWith("scripts/");
    }

    public static XMLStreamReader xml(byte[] part) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    /**
     * To the next event; false at the end.
     *
     * @throws XMLStreamException for a document type, or an entity that only one could declare
     */
    public static boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        var event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type");
        }
        return true;
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = super.read(into, from, length);
            return count(read, read);
        }

        private int count(int answer, int bytes) throws IOException {
            if (answer >= 0) {
                left -= bytes;
            }
            if (left < 0) {
                throw new TooLarge();
            }
            return answer;
        }
    }
}
