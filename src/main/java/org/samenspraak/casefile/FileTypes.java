package org.samenspraak.casefile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.samenspraak.kernel.Refusal;

/** What a file really is and how it may be called. Looks at the first bytes only; nothing is unpacked. */
public final class FileTypes {

    /** Why a file of a type that nothing here takes is refused; who takes fewer types says which. */
    public static final String OTHER_TYPE = "casefile.refusal.file-type";

    private static final int LONGEST_NAME = 120;

    private final Tika tika = new Tika();
    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Set<String> allowed;

    FileTypes(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** The type by content; the name only tells apart what looks alike (a text document in a zip). */
    MimeType allowed(byte[] beginning, String name) {
        var type = tika.detect(beginning, name);
        if (!allowed.contains(type)) {
            throw Refusal.of("file", OTHER_TYPE);
        }
        try {
            return types.forName(type);
        } catch (MimeTypeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The last part of the name without signs that a file system, a header or a reader trips over, ending as its type ends. */
    static String safeName(String name, MimeType type) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]", "_")
                .replaceAll("^[ ._-]+|[ .]+$", "");
        var dot = plain.lastIndexOf('.');
        var ends = dot > 0 && type.getExtensions().contains(plain.substring(dot).toLowerCase(Locale.ROOT));
        var extension = ends ? plain.substring(dot) : type.getExtension();
        var stem = ends ? plain.substring(0, dot) : plain;
        return shorten(stem.isEmpty() ? "document" : stem, LONGEST_NAME - extension.length()) + extension;
    }

    /** Never cuts a letter outside the basic plane in two. */
    private static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
