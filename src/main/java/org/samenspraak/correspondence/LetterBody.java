package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes the HTML of a letter's text: headings, lists, tables, bold. Values come in after Markdown was read, so what somebody
 * typed in a form is text and nothing else; HTML in the text itself is shown as it stands.
 */
final class LetterBody {

    // of the private use area: no text of ours has them, and Markdown leaves them alone
    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';
    private static final Pattern SLOT = Pattern.compile(BEGIN + "(\\d+)" + END);
    private static final Pattern EMPTY = Pattern.compile("<p>\\s*</p>\\s*");

    private static final Parser PARSER = parser().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("th")) {
                    attributes.put("scope", "row");
                }
            })
            .escapeHtml(true)
            .build();

    private LetterBody() {}

    /** What a letter may be made of: no code, no HTML. */
    static Parser.Builder parser() {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class));
    }

    static String html(TextTemplate template, TextTemplate.Fields fields, Function<String, TextTemplate> parts) {
        var values = new ArrayList<String>();
        var markdown = template.write(fields, parts, value -> {
            values.add(value);
            return BEGIN + "" + (values.size() - 1) + END;
        });
        var document = PARSER.parse(markdown);
        document.accept(new Mending());
        var html = SLOT.matcher(RENDERER.render(document))
                .replaceAll(slot -> Matcher.quoteReplacement(escaped(values.get(Integer.parseInt(slot.group(1))))));
        return EMPTY.matcher(html).replaceAll("");
    }

    /** As it stands in a title or a file name. */
    static String line(String title, TextTemplate.Fields fields) {
        return TextTemplate.read(title, "title").write(fields, name -> TextTemplate.read("", "title"), value -> value);
    }

    /** What was typed, with its lines. */
    static String escaped(String value) {
        return HtmlUtils.htmlEscape(TextTemplate.clean(value), "UTF-8").replace("\n", "<br />");
    }

    /** Headings go one down at a time below the title; a table with an empty head has its names in the first column. */
    private static final class Mending extends AbstractVisitor {

        private int level = 1;

        @Override
        public void visit(Heading heading) {
            level = Math.min(Math.max(heading.getLevel(), 2), level + 1);
            heading.setLevel(level);
            visitChildren(heading);
        }

        /** Nothing is fetched or clicked, however the text was put together. */
        @Override
        public void visit(Image image) {
            unwrap(image);
        }

        @Override
        public void visit(Link link) {
            unwrap(link);
        }

        private void unwrap(Node node) {
            visitChildren(node);
            for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof TableBlock table && isEmpty(table.getFirstChild())) {
                var rows = table.getLastChild();
                if (rows instanceof TableBody) {
                    table.getFirstChild().unlink();
                    each(rows, row -> ((TableCell) row.getFirstChild()).setHeader(true));
                } else {
                    table.unlink();
                }
            }
        }

        private static boolean isEmpty(Node head) {
            var empty = new boolean[] {head instanceof TableHead};
            each(head.getFirstChild(), cell -> empty[0] &= cell.getFirstChild() == null);
            return empty[0];
        }

        private static void each(Node around, Consumer<Node> what) {
            for (var node = around.getFirstChild(); node != null; node = node.getNext()) {
                what.accept(node);
            }
        }
    }
}
