package org.samenspraak.tasklist;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.samenspraak.casefile.Awaiting;
import org.samenspraak.casefile.Awaiting.Awaited;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.casefile.TimelineFilter;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Page;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a whole case on a page: of every list its first rows, so that a long dossier opens like a short one. */
@Component
class DossierModel {

    private static final int ROWS = 10;
    private static final int NOTES = 3;
    private static final int EVENTS = 20;
    /** Names under the step where the case is. */
    private static final int WAITED_FOR = 3;

    private final CaseLists lists;
    private final CaseTasks tasks;
    private final CaseMaps maps;
    private final Clocks clocks;
    private final Names names;
    private final Documents documents;
    private final Regulations regulations;
    private final List<DossierSection> sections;
    private final List<Awaiting> awaiting;

    DossierModel(
            CaseLists lists,
            CaseTasks tasks,
            CaseMaps maps,
            Clocks clocks,
            Names names,
            Documents documents,
            Regulations regulations,
            List<DossierSection> sections,
            List<Awaiting> awaiting) {
        this.lists = lists;
        this.tasks = tasks;
        this.maps = maps;
        this.clocks = clocks;
        this.names = names;
        this.documents = documents;
        this.regulations = regulations;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(DossierSection::order))
                .toList();
        this.awaiting = awaiting;
    }

    void fill(CaseView view, SignedIn me, Model model) {
        var open = lists.tasks(view, null, ROWS);
        fillTasks(view, open, me, model);
        fillTerms(view, model);
        fillDocuments(view, me, model);
        model.addAttribute("submissions", lists.submissions(view, null, ROWS));
        model.addAttribute("messages", lists.messages(view, null, ROWS));
        model.addAttribute("notes", lists.notes(view, me, null, NOTES));
        model.addAttribute("me", me);
        model.addAttribute("links", lists.links(view, null, ROWS));
        model.addAttribute(
                "sections",
                sections.stream().filter(section -> section.shownFor(view)).toList());
        var all = new TimelineFilter(Set.of(), null, null, me.may(Permission.OPEN_DOCUMENTS));
        model.addAttribute("timeline", lists.timeline(view, all, null, EVENTS));
        model.addAttribute("regulation", regulations.view(view.regulation()).title());
    }

    void fillTasks(CaseView view, Page<TaskRow> open, SignedIn me, Model model) {
        var known = names.ofCase(view, open.rows());
        var english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        var waits = open.rows().stream()
                .filter(task -> !known.waitsFor(task).isEmpty())
                .collect(toMap(task -> task.name(english), known::waitsFor, (first, other) -> first));
        var awaited = open.rows().isEmpty() ? awaited(view) : Optional.<Awaited>empty();
        var waitsFor = awaited.map(Awaited::who)
                .orElseGet(() ->
                        waits.values().stream().distinct().limit(WAITED_FOR).collect(joining("; ")));
        model.addAttribute("awaited", awaited.map(Awaited::sentence).orElse(null));
        model.addAttribute("tasks", open);
        model.addAttribute("openable", tasks.openFor(view, open.rows(), Reach.of(me)));
        model.addAttribute("names", known);
        model.addAttribute("waits", waits);
        model.addAttribute("map", maps.map(view, waitsFor).orElse(null));
    }

    private Optional<Awaited> awaited(CaseView view) {
        return view.status() == CaseStatus.OPEN
                ? awaiting.stream().flatMap(one -> one.in(view).stream()).findFirst()
                : Optional.empty();
    }

    private void fillTerms(CaseView view, Model model) {
        var running = clocks.running(view.id(), ROWS);
        model.addAttribute("clocks", running);
        model.addAttribute(
                "nextTerm",
                running.stream()
                        .filter(clock -> clock.running() && clock.suspendedOn() == null)
                        .findFirst()
                        .orElse(null));
        model.addAttribute("oldClocks", clocks.stopped(view.id(), ROWS));
    }

    private void fillDocuments(CaseView view, SignedIn me, Model model) {
        model.addAttribute("documents", lists.documents(view, me, null, ROWS));
        model.addAttribute("largest", documents.largest());
        model.addAttribute(
                "kinds",
                Arrays.stream(Documents.Kind.values())
                        .filter(kind -> kind != Documents.Kind.RECEIPT)
                        .filter(kind -> !kind.isOfficial() || me.may(Permission.STEER_CASE))
                        .toList());
    }
}
