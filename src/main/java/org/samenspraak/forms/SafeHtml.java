package org.samenspraak.forms;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown and HTML of designers, through an allow-list: no scripts, styles, forms, frames, ids or foreign images. */
final class SafeHtml {

    /** A browser reads a backslash as a slash and skips tabs and line ends: none of those. */
    static final Pattern OF_THIS_SITE = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "strong",
                    "em",
                    "b",
                    "i",
                    "u",
                    "s",
                    "del",
                    "code",
                    "pre",
                    "blockquote",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "dl",
                    "dt",
                    "dd",
                    "div",
                    "span",
                    "a",
                    "small",
                    "sub",
                    "sup",
                    "img")
            .allowAttributes("src")
            .matching(OF_THIS_SITE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("href")
            .onElements("a")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("tel")
            .requireRelNofollowOnLinks()
            .allowAttributes("scope", "colspan", "rowspan")
            .onElements("th", "td")
            .toFactory();

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    /** A line in Markdown is a line on the page, as in form-js. */
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).softbreak("<br>\n").build();

    private SafeHtml() {}

    /** A heading of the text stands below the headings of the page: h1 becomes h2 and so on. */
    static String ofMarkdown(String markdown) {
        return of(RENDERER.render(PARSER.parse(markdown))
                .replaceAll("<(/?)h[4-6]>", "<$1h4>")
                .replaceAll("<(/?)h3>", "<$1h4>")
                .replaceAll("<(/?)h2>", "<$1h3>")
                .replaceAll("<(/?)h1>", "<$1h2>"));
    }

    static String of(String html) {
        return POLICY.sanitize(html);
    }

    /** A value inside Markdown or HTML: no marks of either. */
    static String escape(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(it -> {
            if ("<>&\"'*_`[]()#!|\\~".indexOf(it) >= 0) {
                safe.append("&#").append(it).append(';');
            } else {
                safe.appendCodePoint(it);
            }
        });
        return safe.toString();
    }
}
