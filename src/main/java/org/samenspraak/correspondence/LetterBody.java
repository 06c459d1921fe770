package org.samenspraak.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
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
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
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

    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .nodeRendererFactory(PlainTables::new)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private LetterBody() {}

    /** What a letter may be made of: no code, no HTML. */
    static Parser.Builder parser() {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class));
    }

    static String html(TextTemplate template, TextTemplate.Fields fields, Function<String, TextTemplate> parts) {
        var html = render(RENDERER::render, LetterBody::escaped, template, fields, parts);
        return EMPTY.matcher(html).replaceAll("");
    }

    /** The same in plain text, for a mail: a line for each row of a table. */
    static String text(TextTemplate template, TextTemplate.Fields fields, Function<String, TextTemplate> parts) {
        return render(PLAIN::render, TextTemplate::clean, template, fields, parts)
                .strip();
    }

    /** The same, only what stands before its second heading: what it comes down to, and why. */
    static String beginning(TextTemplate template, TextTemplate.Fields fields, Function<String, TextTemplate> parts) {
        return render(document -> PLAIN.render(cut(document)), TextTemplate::clean, template, fields, parts)
                .strip();
    }

    private static Node cut(Node document) {
        int headings = 0;
        for (var node = document.getFirstChild(); node != null; ) {
            var next = node.getNext();
            headings += node instanceof Heading ? 1 : 0;
            if (headings > 1) {
                node.unlink();
            }
            node = next;
        }
        return document;
    }

    private static String render(
            Function<Node, String> renderer,
            UnaryOperator<String> said,
            TextTemplate template,
            TextTemplate.Fields fields,
            Function<String, TextTemplate> parts) {
        var values = new ArrayList<String>();
        var markdown = template.write(fields, parts, value -> {
            values.add(value);
            return BEGIN + "" + (values.size() - 1) + END;
        });
        var document = PARSER.parse(markdown);
        document.accept(new Mending());
        return SLOT.matcher(renderer.apply(document))
                .replaceAll(slot -> Matcher.quoteReplacement(said.apply(values.get(Integer.parseInt(slot.group(1))))));
    }

    /** As it stands in a title, a subject or a file name. */
    static String line(String title, TextTemplate.Fields fields) {
        return TextTemplate.read(title, "title")
                .write(fields, name -> TextTemplate.read("", "title"), value -> value.replaceAll("\\s+", " "));
    }

    /** What was typed, with its lines. */
    static String escaped(String value) {
        return HtmlUtils.htmlEscape(TextTemplate.clean(value), "UTF-8").replace("\n", "<br />");
    }

    /** A row of a table is a line: what it is about, and what is said of it. */
    private record PlainTables(TextContentNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(TableBlock.class, TableHead.class, TableBody.class, TableRow.class, TableCell.class);
        }

        @Override
        public void render(Node node) {
            var writer = context.getWriter();
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
                if (child.getNext() != null && node instanceof TableRow) {
                    writer.whitespace();
                } else if (child.getNext() != null && !(node instanceof TableCell)) {
                    writer.line();
                }
            }
            if (node instanceof TableBlock) {
                writer.block();
            }
        }
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
