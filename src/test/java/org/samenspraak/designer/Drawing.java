package org.samenspraak.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;

/** The hands of a designer: what they press and type in the three editors, and nothing else. */
final class Drawing {

    /** A straight arrow has no height, which counts as hidden. */
    private static final Locator.WaitForOptions DRAWN =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private final Page page;

    Drawing(Page page) {
        this.page = page;
    }

    /** Waits for the editor of the file that was opened. */
    Drawing ready() {
        page.locator("#editor[data-ready]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        return this;
    }

    /** Waits until all that was drawn is kept. */
    void saved() {
        assertThat(page.locator("#editor-state"))
                .hasText(
                        Pattern.compile("Bewaard om .*"),
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    /** The same, with this in it: a cell of a table hands over what is typed a moment later. */
    void saved(String text) {
        page.waitForCondition(() ->
                page.request().get(page.url().split("#")[0] + "/bestand").text().contains(text));
        saved();
    }

    // --- models

    /** Puts something behind an element with the pad beside it, and names it; its id follows its name. */
    String append(String after, String what, String name, String nameEn) {
        select(after);
        pad("append." + what);
        return named(name, nameEn);
    }

    /** The same with the palette, for what the pad does not offer. */
    String place(String after, String what, String name, String nameEn) {
        select(after);
        page.locator(".djs-palette .entry[data-action='create." + what + "']").press("Enter");
        return named(name, nameEn);
    }

    private void pad(String action) {
        page.locator(".djs-context-pad .entry[data-action='" + action + "']").press("Enter");
    }

    private String named(String name, String nameEn) {
        page.keyboard().press("Escape");
        fill("name", name);
        fill("name_en", nameEn);
        return page.locator("[id='bio-properties-panel-samenspraak-id']").inputValue();
    }

    void delete(String id) {
        select(id);
        pad("delete");
        assertThat(page.locator("[data-element-id='" + id + "']")).hasCount(0);
    }

    /** Draws an arrow to an element that is there. */
    void connect(String from, String to) {
        select(from);
        page.locator(".djs-context-pad .entry[data-action='connect']").click();
        shape(to).click();
        arrow(from, to).waitFor(DRAWN);
    }

    private Locator arrow(String from, String to) {
        return page.locator(".djs-connection[data-element-id='" + arrowId(from, to) + "']");
    }

    /** A press beside the drawing: nothing is selected, and no pad is in the way. */
    private void letGo() {
        page.locator("[data-do=zoom-fit]").click();
        page.locator(".djs-container svg").first().click(new Locator.ClickOptions().setPosition(600, 20));
    }

    /** As long as it has no name of its own. */
    private static String arrowId(String from, String to) {
        return "Flow_" + from.replaceFirst("^[A-Za-z]+_", "") + "_" + to.replaceFirst("^[A-Za-z]+_", "");
    }

    Drawing select(String id) {
        page.locator("[data-do=zoom-fit]").click();
        var selected = page.locator(".djs-element.selected[data-element-id='" + id + "']");
        // pressed again, it would be let go
        if (selected.count() == 0) {
            shape(id).click();
        }
        selected.waitFor();
        return this;
    }

    private Locator shape(String id) {
        return page.locator(".djs-shape[data-element-id='" + id + "'] > .djs-hit")
                .first();
    }

    /** An arrow is thin and may be bent: a point on it is pressed, near its beginning, where no other runs along it. */
    Drawing selectArrow(String from, String to) {
        letGo();
        var arrow = arrow(from, to);
        var point = (List<?>)
                arrow.locator(".djs-hit")
                        .first()
                        .evaluate(
                                """
                        hit => { const at = hit.getPointAtLength(hit.getTotalLength() * 0.25).matrixTransform(hit.getScreenCTM());
                            return [at.x, at.y] }""");
        page.mouse().click(((Number) point.get(0)).doubleValue(), ((Number) point.get(1)).doubleValue());
        assertThat(entry("id")).hasValue(arrowId(from, to));
        return this;
    }

    Drawing fill(String entry, String text) {
        var field = entry(entry);
        field.fill(text);
        field.blur();
        return this;
    }

    Drawing choose(String entry, String value) {
        entry(entry).selectOption(value);
        return this;
    }

    Drawing tick(String entry) {
        entry(entry).check();
        return this;
    }

    private Locator entry(String entry) {
        return page.locator("[id='bio-properties-panel-samenspraak-" + entry + "']");
    }

    /** A question of the stock panel. */
    Locator stock(String entry) {
        return page.locator("[id='bio-properties-panel-" + entry + "']");
    }

    /** A step of the platform, with what it is given in the order of its questions: name, value. */
    Drawing step(String template, String... given) {
        choose("template", "samenspraak." + template);
        for (int at = 0; at < given.length; at += 2) {
            var field = entry("argument-" + given[at]);
            if (field.evaluate("it => it.tagName").equals("SELECT")) {
                field.selectOption(given[at + 1]);
            } else {
                field.fill(given[at + 1]);
                field.blur();
            }
        }
        return this;
    }

    /** What the process as a whole is asked. */
    void process(String code, String startForm, String startedBy, String about) {
        letGo();
        fill("code", code);
        choose("start_form", startForm);
        choose("started_by-0", startedBy);
        fill("about", about);
    }

    /** Who does a task, on which form, until when, and which answers stand beside it. */
    void task(String group, String form, String term, String... data) {
        choose("groups-0", group);
        choose("form", form);
        choose("term", term);
        for (int at = 0; at < data.length; at++) {
            choose("data-" + at, data[at]);
        }
    }

    /** A message that does not exist yet. */
    void message(String name) {
        open("message");
        stock("messageRef").selectOption("create-new");
        stock("messageName").fill(name);
        stock("messageName").blur();
    }

    void answer(String name, String condition) {
        fill("name", name);
        fill("condition", condition);
    }

    void otherwise(String name) {
        fill("name", name);
        tick("default");
    }

    // --- tables

    void input(String label, String expression, String type) {
        page.locator("th.input-cell").first().dblclick();
        page.locator(".type-ref-edit-select").click();
        page.locator(".option[data-value='" + type + "']").click();
        page.locator(".input-edit .dms-input-label").fill(label);
        // last: what it offers while somebody types lies over the rest
        page.locator(".input-edit .ref-text .cm-content").fill(expression);
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
    }

    void output(String label, String name) {
        page.locator("th.output-cell").first().dblclick();
        page.locator(".output-edit .dms-output-label").fill(label);
        page.locator(".output-edit .ref-output-name").fill(name);
        page.keyboard().press("Escape");
    }

    void addRule() {
        page.locator(".add-rule-add button").click();
    }

    void cell(int rule, String kind, String text) {
        var cell = page.locator("tbody tr")
                .nth(rule)
                .locator("td." + kind + "-cell")
                .first();
        cell.click();
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    // --- forms

    /** Puts a field at the end of the form. */
    Drawing field(String kind, String key, String label, String labelEn) {
        page.locator(".fjs-palette-field[data-field-type='" + kind + "']").press("Enter");
        page.locator(".fjs-form .fjs-element[data-field-type='" + kind + "']")
                .last()
                .click();
        open("general");
        stock("label").fill(label);
        stock("key").fill(key);
        stock("key").blur();
        house("label_en", labelEn);
        return this;
    }

    Drawing required() {
        open("validation");
        stock("required").check();
        return this;
    }

    Drawing fact() {
        open("samenspraak-house");
        page.locator("#samenspraak-property-fact").selectOption("yes");
        return this;
    }

    Drawing caseTitle() {
        open("samenspraak-house");
        page.locator("#samenspraak-property-case").selectOption("title");
        return this;
    }

    Drawing house(String name, String text) {
        open("samenspraak-english");
        var field = page.locator("#samenspraak-property-" + name);
        field.fill(text);
        field.blur();
        return this;
    }

    /** Opens a group of the panel that is shut. */
    void open(String group) {
        var header = page.locator("[data-group-id='group-" + group + "'] .bio-properties-panel-group-header")
                .first();
        header.waitFor();
        if (!header.getAttribute("class").contains("open")) {
            header.click();
        }
    }
}
