package org.samenspraak.designer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** What a new model, table or form begins as. */
final class Blank {

    private Blank() {}

    static String content(String file, String name) {
        var dot = file.lastIndexOf('.');
        var id = file.substring(0, dot);
        var ending = file.substring(dot + 1);
        var written = ending.equals("form") ? quoted(name) : HtmlUtils.htmlEscape(name, "UTF-8");
        return template(ending).replace("@id@", id).replace("@name@", written);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private static String template(String ending) {
        try {
            return new ClassPathResource("designer/blank." + ending).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
