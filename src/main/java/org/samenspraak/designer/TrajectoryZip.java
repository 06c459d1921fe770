package org.samenspraak.designer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.samenspraak.kernel.Refusal;

/** A trajectory as one file, to be taken elsewhere. What comes back is bounded, and its folders are nothing but names. */
final class TrajectoryZip {

    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final byte[] START = {'P', 'K'};
    private static final String END = "PK\u0005\u0006";
    private static final int END_BYTES = 22;

    private TrajectoryZip() {}

    static void write(Map<String, String> files, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** @throws Refusal when it is no zip, holds something else, or too much */
    static SortedMap<String, String> read(InputStream in) throws IOException {
        return read(in.readNBytes(MOST_BYTES + 1));
    }

    static SortedMap<String, String> read(byte[] whole) {
        refuseCut(whole);
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            var left = MOST_BYTES;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                var content = zip.readNBytes(Math.min(left, Workbench.LARGEST) + 1);
                left -= content.length;
                if (content.length > Workbench.LARGEST || left < 0 || files.size() == MOST_FILES) {
                    throw Refusal.of("zip", "designer.refusal.zip-large", MOST_FILES, MOST_BYTES / 1024 / 1024);
                }
                add(entry.getName(), content, files);
            }
        } catch (ZipException | IllegalArgumentException notAZip) {
            throw Refusal.of("zip", "designer.refusal.zip");
        } catch (IOException cut) {
            throw Refusal.of("zip", "designer.refusal.zip-cut");
        }
        if (files.isEmpty()) {
            throw Refusal.of("zip", "designer.refusal.zip");
        }
        return files;
    }

    /** A zip ends with its list of files; who loses its end would lose files unseen. */
    private static void refuseCut(byte[] zip) {
        if (zip.length > MOST_BYTES) {
            throw Refusal.of("zip", "designer.refusal.zip-large", MOST_FILES, MOST_BYTES / 1024 / 1024);
        }
        if (zip.length < START.length || !Arrays.equals(zip, 0, START.length, START, 0, START.length)) {
            throw Refusal.of("zip", "designer.refusal.zip");
        }
        var ends = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(END);
        if (ends < 0 || zip.length - ends < END_BYTES) {
            throw Refusal.of("zip", "designer.refusal.zip-cut");
        }
    }

    private static void add(String path, byte[] content, Map<String, String> files) {
        var name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        if (files.put(name, text(name, content)) != null) {
            throw Refusal.of("zip", "designer.refusal.zip-twice", name);
        }
    }

    /** Refuses what is not text in UTF-8: nothing else can be a model, a table or a form. */
    static String text(String name, byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of("file", "designer.refusal.content", name, Workbench.LARGEST / 1024);
        }
    }
}
