package org.samenspraak.casefile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Text documents and sheets are zips: reads through them once, keeps nothing, and stops at a bomb. */
final class Archives {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN = "application/vnd.oasis.opendocument.";
    private static final Map<String, String> FOLDERS =
            Map.of("wordprocessingml", "word/", "spreadsheetml", "xl/", "presentationml", "ppt/");
    private static final int MOST_ENTRIES = 10_000;
    /** Bytes inside; less is never a bomb. */
    private static final long HARMLESS = 10L * 1024 * 1024;
    /** Bytes inside for each byte of the file; real documents stay far below. */
    private static final int MOST_EXPANSION = 200;

    private Archives() {}

    static boolean isOne(String type) {
        return type.startsWith(OFFICE) || type.startsWith(OPEN);
    }

    /** Whether it holds what its type says, no macros, and not far more than it weighs. */
    static boolean isGenuine(String type, long bytes, InputStream content) throws IOException {
        var left = Math.max(HARMLESS, MOST_EXPANSION * bytes);
        var genuine = false;
        try (var zip = new ZipInputStream(content)) {
            var entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES || isMacro(entry)) {
                    return false;
                }
                genuine |= marks(type, entry, zip);
                left -= skip(zip, left);
                if (left < 0) {
                    return false;
                }
            }
            return genuine;
        } catch (ZipException | IllegalArgumentException | EOFException damaged) {
            return false;
        }
    }

    private static boolean isMacro(ZipEntry entry) {
        return entry.getName().endsWith("vbaProject.bin") || entry.getName().startsWith("Basic/");
    }

    private static boolean marks(String type, ZipEntry entry, ZipInputStream zip) throws IOException {
        if (type.startsWith(OPEN)) {
            return entry.getName().equals("mimetype")
                    && new String(zip.readNBytes(type.length() + 1), StandardCharsets.US_ASCII).equals(type);
        }
        var kind = type.substring(OFFICE.length()).split("\\.")[0];
        return entry.getName().startsWith(FOLDERS.getOrDefault(kind, "?"));
    }

    /** Not much more than {@code most}. */
    private static long skip(ZipInputStream zip, long most) throws IOException {
        var buffer = new byte[8_192];
        long skipped = 0;
        for (int length = zip.read(buffer); length > 0 && skipped <= most; length = zip.read(buffer)) {
            skipped += length;
        }
        return skipped;
    }
}
