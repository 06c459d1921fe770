package org.samenspraak.forms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * The text in a file of a stranger: DOCX, ODT, PDF or plain text, told apart by what is in it. Nothing of it is run or fetched, and
 * what grows when it is unpacked is bounded.
 */
@Component
class FileText {

    /** One at a time: each may take some tens of megabytes. */
    synchronized String of(byte[] file) {
        try {
            if (begins(file, "%PDF-")) {
                return PdfText.of(file);
            }
            if (begins(file, "PK")) {
                return OfficeText.of(file);
            }
        } catch (IOException e) {
            throw new Refusal("forms.paste.unreadable");
        }
        return plain(file);
    }

    private static boolean begins(byte[] file, String with) {
        return file.length >= with.length()
                && new String(file, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }

    /** In the alphabet of the web, else in that of Windows. */
    private static String plain(byte[] file) {
        for (var one : file) {
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
                throw new Refusal("forms.paste.kind");
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return text.toString().replace("\ufeff", "");
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }
}
