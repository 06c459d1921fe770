package org.samenspraak.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** What the checker of the W3C says about a page. */
public final class HtmlCheck {

    private HtmlCheck() {}

    /** Its errors, one a line; empty for a valid page. */
    public static String errors(String html) throws IOException, SAXException {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return checker.validate(new ByteArrayInputStream(html.getBytes(UTF_8)))
                .lines()
                .filter(line -> line.contains(" error: ") || line.contains(": error"))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
