package org.samenspraak.tasklist;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.TimelineFilter;
import org.samenspraak.casefile.TimelineFilter.Topic;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What is more of a list than the dossier shows, page by page. */
@Controller
@RequestMapping("/zaken/{number}")
class CaseListPages {

    private static final int ROWS = 30;
    private static final int LONGEST_WORD = 100;

    private final CaseHead head;
    private final CaseLists lists;
    private final DossierModel dossier;
    private final Documents documents;

    CaseListPages(CaseHead head, CaseLists lists, DossierModel dossier, Documents documents) {
        this.head = head;
        this.lists = lists;
        this.dossier = dossier;
        this.documents = documents;
    }

    @GetMapping("/taken")
    @Requires(Permission.SEE_OFFICE)
    String tasks(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            SignedIn me,
            Model model) {
        var view = head.fill(number, me, model);
        var tasks = lists.tasks(view, after, ROWS);
        dossier.fillTasks(view, tasks, me, model);
        return page("tasks", tasks, "/zaken/" + number + "/taken?after=", model);
    }

    @GetMapping("/documenten")
    @Requires(Permission.OPEN_DOCUMENTS)
    String documents(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID after,
            SignedIn me,
            Model model) {
        var rows = lists.documents(head.fill(number, me, model), me, after, ROWS);
        return page("documents", rows, "/zaken/" + number + "/documenten?after=", model);
    }

    /** One document with all its versions. */
    @GetMapping("/documenten/{document}/versies")
    @Requires(Permission.OPEN_DOCUMENTS)
    String versions(
            @PathVariable String number,
            @PathVariable UUID document,
            @RequestParam(required = false) @Nullable Integer before,
            SignedIn me,
            Model model) {
        var versions = lists.versions(head.fill(number, me, model), document, me, before, ROWS);
        if (versions.rows().isEmpty()) {
            throw new NotFound("casefile.refusal.no-document");
        }
        var official = versions.rows().get(0).kind().isOfficial();
        model.addAttribute("mayReplace", !official || me.may(Permission.STEER_CASE));
        model.addAttribute("versions", versions);
        model.addAttribute("largest", documents.largest());
        return "tasklist/document";
    }

    @GetMapping("/formulieren")
    @Requires(Permission.SEE_OFFICE)
    String submissions(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long before,
            SignedIn me,
            Model model) {
        var sent = lists.submissions(head.fill(number, me, model), before, ROWS);
        return page("submissions", sent, "/zaken/" + number + "/formulieren?before=", model);
    }

    @GetMapping("/berichten")
    @Requires(Permission.SEE_OFFICE)
    String messages(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long before,
            SignedIn me,
            Model model) {
        var messages = lists.messages(head.fill(number, me, model), before, ROWS);
        return page("messages", messages, "/zaken/" + number + "/berichten?before=", model);
    }

    @GetMapping("/vragen")
    @Requires(Permission.SEE_OFFICE)
    String prompts(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID after,
            SignedIn me,
            Model model) {
        var prompts = lists.prompts(head.fill(number, me, model), after, ROWS);
        return page("prompts", prompts, "/zaken/" + number + "/vragen?after=", model);
    }

    private static String page(String what, @Nullable Page<?> rows, String url, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("rows", rows);
        model.addAttribute("more", rows == null || rows.next() == null ? null : url + rows.next());
        return "tasklist/case-list";
    }

    /** A kind that nobody knows is no filter. */
    @GetMapping("/tijdlijn")
    @Requires(Permission.SEE_OFFICE)
    String timeline(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long before,
            SignedIn me,
            Model model) {
        var view = head.fill(number, me, model);
        var offered = TimelineFilter.offered(me.may(Permission.OPEN_DOCUMENTS));
        var filter = new TimelineFilter(chosen(offered, kind), word(who), word(q), me.may(Permission.OPEN_DOCUMENTS));
        var entries = lists.timeline(view, filter, before, ROWS);
        model.addAttribute("filter", filter);
        model.addAttribute("topics", offered);
        model.addAttribute("timeline", entries);
        model.addAttribute("more", entries.next() == null ? null : address(number, filter, entries.next()));
        return "tasklist/timeline";
    }

    private static Set<Topic> chosen(Set<Topic> offered, @Nullable List<String> codes) {
        var chosen = EnumSet.noneOf(Topic.class);
        offered.stream()
                .filter(topic -> codes != null && codes.contains(topic.code()))
                .forEach(chosen::add);
        return chosen;
    }

    private static @Nullable String word(String typed) {
        var word = typed.strip();
        return word.isEmpty() ? null : word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }

    private static String address(String number, TimelineFilter filter, String before) {
        var address = UriComponentsBuilder.fromPath("/zaken/{number}/tijdlijn");
        filter.topics().forEach(topic -> address.queryParam("kind", topic.code()));
        if (filter.who() != null) {
            address.queryParam("who", "{who}");
        }
        if (filter.text() != null) {
            address.queryParam("q", "{q}");
        }
        return address.queryParam("before", before)
                .encode()
                .buildAndExpand(Map.of(
                        "number",
                        number,
                        "who",
                        Objects.requireNonNullElse(filter.who(), ""),
                        "q",
                        Objects.requireNonNullElse(filter.text(), "")))
                .toUriString();
    }
}
