package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.testing.PdfUa;

class LetterBodyTest {

    private final Map<String, Object> values = new HashMap<>();

    @Test
    void makesHeadingsListsAndBold() {
        assertThat(html("## Kop\n\n- een\n- **twee**\n"))
                .contains("<h2>Kop</h2>", "<li>een</li>", "<strong>twee</strong>");
    }

    /** A screen reader wants no level skipped, whatever somebody wrote. */
    @Test
    void letsHeadingsGoDownOneAtATime() {
        assertThat(html("#### Eerst\n\n### Dan\n\n# Weer\n")).contains("<h2>Eerst", "<h3>Dan", "<h2>Weer");
    }

    @Test
    void namesTheRowsOfATableWithoutAHead() {
        assertThat(html("| | |\n|---|---|\n| Vanaf | vandaag |\n"))
                .contains("<th scope=\"row\">Vanaf</th>")
                .doesNotContain("<thead");
        assertThat(html("| | |\n|---|---|\n{{#no}}\n| Vanaf | {{no}} |\n{{/no}}\n"))
                .doesNotContain("<table", "<th");
    }

    @Test
    void keepsTheLinesOfWhatWasTyped() {
        values.put("reason", "Eén.\r\n\r\nTwee.");

        assertThat(html("{{reason}}")).contains("Eén.<br /><br />Twee.");
    }

    @Test
    void leavesNoEmptyParagraph() {
        assertThat(html("Een\n\n{{no}}\n\nTwee")).doesNotContain("<p></p>").contains("<p>Een</p>", "<p>Twee</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>vet</b> <script>alert(1)</script>",
                "# kop",
                "- punt",
                "1. punt",
                "**vet** _schuin_",
                "[klik](javascript:alert(1)) ![beeld](file:///etc/passwd)",
                "| a | b |",
                "{{council}} {{> part}}",
                "&amp; ]]> <!-- x",
                "1\\.",
                "\uE0000\uE001"
            })
    void whatSomebodyTypedIsText(String typed) {
        values.put("reason", typed);

        var shown = LetterBody.escaped(typed);

        assertThat(html("## Waarom\n\n{{reason}}\n\n- {{reason}}\n\n| | |\n|---|---|\n| x | {{reason}} |\n"))
                .contains("<p>" + shown + "</p>", "<li>" + shown + "</li>", "<td>" + shown + "</td>")
                .doesNotContain("<script", "<b>", "<img", "<a ");
    }

    /** Also when a block puts together what the check couldn't see as a link or an image. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src='file:///etc/passwd'/>",
                "![x](file:///etc/passwd)",
                "![x]{{^no}}(file:///etc/passwd){{/no}}",
                "[x]{{^no}}(javascript:alert(1)){{/no}}",
                "<https://ver.example>",
                "    <img src='http://ver.example/'/>",
                "```\n<script>\n```"
            })
    void aTextBringsNothingThatRunsOrIsFetched(String text) {
        assertThat(html(text)).doesNotContain("<script", "<img", "<a ");
    }

    @Test
    void isWellFormedWhateverIsInIt() {
        values.put("reason", "\u0000\u0008 łódź 漢字 \uFFFF & < > \" ' 😀");

        PdfUa.isAccessible(new PdfPrinter()
                .print("<html lang=\"nl\"><head><title>Brief</title>"
                        + "<meta name=\"subject\" content=\"x\"/><style>body { font-family: Atkinson, Liberation; }</style></head>"
                        + "<body><h1>Brief</h1>" + html("## Waarom\n\n{{reason}}\n\n---\n\n> {{reason}}\n")
                        + "</body></html>"));
    }

    @Test
    void saysTheSameInPlainText() {
        values.put("task", "Geef uw *mening*");
        values.put("reason", "Een\nTwee");

        assertThat(
                        text(
                                """
                Beste raad

                | | |
                |---|---|
                | Wat vragen wij? | **{{task}}** |
                {{#none}}
                | Niets | {{none}} |
                {{/none}}
                | Tegen wanneer? | morgen |

                ## Waarom?

                {{reason}}

                - eerst
                - dan **dit**
                """))
                .isEqualTo(
                        """
                Beste raad

                Wat vragen wij? Geef uw *mening*
                Tegen wanneer? morgen

                Waarom?

                Een
                Twee

                - eerst
                - dan dit""");
    }

    private String text(String text) {
        return LetterBody.text(TextTemplate.read(text, "body"), values::get, name -> TextTemplate.read("", "body"));
    }

    private String html(String text) {
        return LetterBody.html(TextTemplate.read(text, "body"), values::get, name -> TextTemplate.read("", "body"));
    }
}
