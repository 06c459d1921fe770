package org.samenspraak.process;

import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.task;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Document types and entities behind an encoding in which a rule that looks for them might not see them. */
final class HostileEncodings extends HostileModels {

    private static final List<String> ENCODINGS =
            List.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32LE", "IBM037", "ISO-8859-1", "windows-1252");
    private static final Map<String, String> TYPES = Map.of(
            "a file", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
            "an address", "<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\" [<!ENTITY e \"x\">]>",
            "what grows", "<!DOCTYPE x [" + laughs() + "]>");

    HostileEncodings() {
        var model = process("hostile", line("Task_Check") + task("Task_Check"));
        var table = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + HostileFiles.table("<outputEntry id=\"Out\"><text>1</text></outputEntry>");
        TYPES.forEach((what, type) -> {
            var bad = withType(model, type, "Een proef om", "&e; om");
            var badTable = withType(table, type, "<text>1", "<text>\"&e;\"");
            for (var encoding : ENCODINGS) {
                add(
                        what + " in " + encoding,
                        "hostile.bpmn",
                        said(bad, encoding).getBytes(Charset.forName(encoding)));
                add(
                        what + " in a table in " + encoding,
                        "hostile.dmn",
                        said(badTable, encoding).getBytes(Charset.forName(encoding)));
            }
            add(what + " in UTF-16 that says UTF-8", "hostile.bpmn", bad.getBytes(Charset.forName("UTF-16")));
            add(what + " in UTF-8 that says UTF-16", "hostile.bpmn", utf8("\uFEFF" + said(bad, "UTF-16")));
            add(
                    what + " in UTF-16 that says nothing",
                    "hostile.bpmn",
                    silent(bad).getBytes(Charset.forName("UTF-16")));
            add(what + " in UTF-7", "hostile.bpmn", utf8(said(bad, "UTF-7").replace("<!", "+ADwAIQ-")));
            add(what + " behind a mark", "hostile.bpmn", utf8("\uFEFF" + bad));
        });
        add("bytes that are no text", "hostile.bpmn", said(model, "UTF-8").getBytes(Charset.forName("UTF-32")));
        add(
                "letter of another encoding",
                "hostile.bpmn",
                model.replace("Een proef", "E\u00e9n proef").getBytes(Charset.forName("ISO-8859-1")));
    }

    private void add(String name, String file, byte[] content) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(file, content);
        files.put("small.form", utf8(TestModel.form("small")));
        addBytes("entity of " + name, file, files);
    }

    private static String withType(String xml, String type, String part, String by) {
        return xml.replaceFirst("\\?>", "?>\n" + type).replace(part, by);
    }

    private static String said(String xml, String encoding) {
        return xml.replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"");
    }

    private static String silent(String xml) {
        return xml.replace(" encoding=\"UTF-8\"", "");
    }

    /** A billion times "lol". */
    private static String laughs() {
        var entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return entities.append("<!ENTITY e \"&l9;\">").toString();
    }
}
