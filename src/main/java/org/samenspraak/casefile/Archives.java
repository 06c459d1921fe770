package org.samenspraak.casefile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import org.samenspraak.web.OfficeFiles;
import org.samenspraak.web.OfficeFiles.TooLarge;

/** Text documents and sheets are zips: reads through them once, keeps nothing, and stops at a bomb. */
final class Archives {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN = "application/vnd.oasis.opendocument.";
    private static final Map<String, String> FOLDERS =
            Map.of("wordprocessingml", "word/", "spreadsheetml", "xl/", "presentationml", "ppt/");
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
        var found = new AtomicBoolean();
        try {
            OfficeFiles.read(content, Math.max(HARMLESS, MOST_EXPANSION * bytes), (name, part) -> {
                if (OfficeFiles.isMacro(name)) {
                    throw new ZipException("a macro");
                }
                if (marks(type, name, part)) {
                    found.set(true);
                }
                part.transferTo(OutputStream.nullOutputStream());
            });
            return found.get();
        } catch (ZipException | TooLarge | EOFException damaged) {
            return false;
        }
    }

    private static boolean marks(String type, String name, InputStream part) throws IOException {
        if (type.startsWith(OPEN)) {
            return name.equals("mimetype")
                    && new String(part.readNBytes(type.length() + 1), StandardCharsets.US_ASCII).equals(type);
        }
        var kind = type.substring(OFFICE.length()).split("\\.")[0];
        return name.startsWith(FOLDERS.getOrDefault(kind, "?"));
    }
}
