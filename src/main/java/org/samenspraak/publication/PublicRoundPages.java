package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.agenda.AgendaEntry;
import org.samenspraak.agenda.CalendarFile;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Dates;
import org.samenspraak.web.Page;
import org.samenspraak.wijkbudget.IdeaPhotos;
import org.samenspraak.wijkbudget.OpenRounds;
import org.samenspraak.wijkbudget.PublicDialogues;
import org.samenspraak.wijkbudget.PublicLots;
import org.samenspraak.wijkbudget.PublicResults;
import org.samenspraak.wijkbudget.PublicRound;
import org.samenspraak.wijkbudget.PublicRounds;
import org.samenspraak.wijkbudget.PublicStops;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Rounds of the neighbourhood budget: rules, money, phases, ideas with what came of them, projects. */
@Controller
class PublicRoundPages {

    private static final String PUBLIC =
            "rules, money and ideas that somebody read first; names and contacts are taken out";
    private static final String PATH = "/publiek/wijkbudget";
    private static final int ROWS = 50;
    /** Rounds in the calendar. */
    private static final int NEWEST = 12;

    private final PublicRounds rounds;
    private final PublicResults results;
    private final PublicStops stops;
    private final OpenRounds open;
    private final PublicLots lots;
    private final PublicDialogues dialogues;
    private final IdeaPhotos photos;
    private final LinkedData linked;
    private final MessageSource texts;
    private final Municipality municipality;
    private final Dates dates;

    PublicRoundPages(
            PublicRounds rounds,
            PublicResults results,
            PublicStops stops,
            OpenRounds open,
            PublicLots lots,
            PublicDialogues dialogues,
            IdeaPhotos photos,
            LinkedData linked,
            MessageSource texts,
            Municipality municipality,
            Dates dates) {
        this.rounds = rounds;
        this.results = results;
        this.stops = stops;
        this.open = open;
        this.lots = lots;
        this.dialogues = dialogues;
        this.photos = photos;
        this.linked = linked;
        this.texts = texts;
        this.municipality = municipality;
        this.dates = dates;
    }

    @GetMapping(PATH)
    @OpenToAll(because = PUBLIC)
    String list(@RequestParam(required = false) @Nullable String after, Model model, HttpServletResponse response) {
        var page = Page.of(rounds.page(text(after), ROWS + 1), ROWS, PublicRound.Row::number);
        model.addAttribute("rows", page.rows());
        model.addAttribute("invitations", open.now());
        model.addAttribute("more", page.next() == null ? null : PATH + "?after=" + page.next());
        PublicCache.aWhile(response);
        return "publication/rounds";
    }

    @GetMapping(PATH + "/{number}")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable String number, Model model, HttpServletResponse response) {
        var round = find(number);
        var counts = rounds.counts(number);
        model.addAttribute("round", round);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "ideas", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("projects", rounds.projects(number).size());
        model.addAttribute("results", results.of(number).isPresent());
        model.addAttribute("vote", isVoting(number));
        model.addAttribute(
                "call",
                open.calling().stream()
                        .filter(one -> one.number().equals(number))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("lot", lots.of(number).orElse(null));
        model.addAttribute("restarts", lots.restarts(number));
        model.addAttribute("dialogue", dialogues.of(number).orElse(null));
        model.addAttribute("today", dates.today());
        model.addAttribute("linked", linked.round(round));
        PublicCache.aWhile(response);
        return "publication/round";
    }

    @GetMapping(PATH + "/{number}/ideeen")
    @OpenToAll(because = PUBLIC)
    String ideas(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID area,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            HttpServletResponse response) {
        var round = find(number);
        if (area != null && round.areas().stream().noneMatch(one -> one.id().equals(area))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var page = Page.of(rounds.ideas(number, area, text(after), ROWS + 1), ROWS, PublicRound.IdeaRow::number);
        model.addAttribute("round", round);
        model.addAttribute("area", area);
        model.addAttribute("rows", page.rows());
        model.addAttribute("more", more(number, area, page.next()));
        PublicCache.aWhile(response);
        return "publication/round-ideas";
    }

    @GetMapping(PATH + "/{number}/ideeen/{idea}")
    @OpenToAll(because = PUBLIC)
    String idea(@PathVariable String number, @PathVariable String idea, Model model, HttpServletResponse response) {
        var round = find(number);
        var one = rounds.idea(number, idea).orElseThrow(PublicRoundPages::nothing);
        model.addAttribute("round", round);
        model.addAttribute("one", one);
        model.addAttribute("linked", linked.idea(round, one));
        model.addAttribute("photos", photos.shown(idea));
        model.addAttribute(
                "projects",
                rounds.projects(number).stream()
                        .filter(project -> project.ideas().stream()
                                .anyMatch(origin -> origin.number().equals(idea)))
                        .toList());
        PublicCache.aWhile(response);
        return "publication/round-idea";
    }

    @GetMapping(PATH + "/{number}/projecten")
    @OpenToAll(because = PUBLIC)
    String projects(@PathVariable String number, Model model, HttpServletResponse response) {
        model.addAttribute("round", find(number));
        model.addAttribute("rows", rounds.projects(number));
        model.addAttribute("vote", isVoting(number));
        PublicCache.aWhile(response);
        return "publication/round-projects";
    }

    @GetMapping(PATH + "/{number}/projecten/{id}")
    @OpenToAll(because = PUBLIC)
    String project(@PathVariable String number, @PathVariable UUID id, Model model, HttpServletResponse response) {
        var round = find(number);
        var one = rounds.projects(number).stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElseThrow(PublicRoundPages::nothing);
        model.addAttribute("round", round);
        model.addAttribute("one", one);
        model.addAttribute("linked", linked.project(round, one));
        model.addAttribute("vote", isVoting(number));
        model.addAttribute("line", results.of(number).flatMap(all -> all.of(id)).orElse(null));
        model.addAttribute("stop", stops.of(number, id).orElse(null));
        model.addAttribute("execution", results.execution(number, id).orElse(null));
        PublicCache.aWhile(response);
        return "publication/round-project";
    }

    /** Rank, votes and reason of each project, and what each area has left. */
    @GetMapping(PATH + "/{number}/uitslag")
    @OpenToAll(because = PUBLIC)
    String results(@PathVariable String number, Model model, HttpServletResponse response) {
        model.addAttribute("round", find(number));
        model.addAttribute("results", results.of(number).orElseThrow(PublicRoundPages::nothing));
        model.addAttribute(
                "infeasible",
                rounds.projects(number).stream()
                        .filter(one -> one.state().equals("INFEASIBLE"))
                        .toList());
        PublicCache.aWhile(response);
        return "publication/round-results";
    }

    @GetMapping(value = PATH + "/{number}/projecten/{id}/foto/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> photo(@PathVariable String number, @PathVariable UUID id, @PathVariable UUID photo) {
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .body(results.photo(number, id, photo).orElseThrow(PublicRoundPages::nothing));
    }

    /** The first and the last day of each phase. */
    @GetMapping(PATH + ".ics")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> calendar() {
        var entries = rounds.page(null, NEWEST).stream()
                .filter(row -> !row.standing().equals("stopped"))
                .flatMap(row -> rounds.find(row.number()).stream())
                .flatMap(round -> round.phases().stream().flatMap(days -> days(round, days)))
                .toList();
        var name = municipality.name() + ": " + say("publication.rounds.title");
        var since = dates.today().atStartOfDay(municipality.zone()).toInstant();
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(new CalendarFile(name, municipality.baseUrl(), since)
                        .text(entries)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Stream<AgendaEntry> days(PublicRound round, PublicRound.Days days) {
        return Stream.of(entry(round, days, "begins", days.begins()), entry(round, days, "ends", days.ends()));
    }

    private AgendaEntry entry(PublicRound round, PublicRound.Days days, String which, LocalDate day) {
        var id = round.number() + "-" + days.phase() + "-" + which;
        var title = say("publication.rounds." + which, round.title(), say("wijkbudget.phase." + days.phase()));
        return new AgendaEntry(
                "wijkbudget-phase", id, day, id, title, null, "", "", PATH + "/" + round.number(), false, days.moves());
    }

    private static @Nullable String more(String number, @Nullable UUID area, @Nullable String after) {
        return after == null
                ? null
                : UriComponentsBuilder.fromPath(PATH + "/{number}/ideeen")
                        .queryParam("area", area == null ? "" : area.toString())
                        .queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(number, after)
                        .toUriString();
    }

    private boolean isVoting(String number) {
        return open.voting().stream().anyMatch(one -> one.number().equals(number));
    }

    private PublicRound find(String number) {
        return rounds.find(number).orElseThrow(PublicRoundPages::nothing);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() || typed.indexOf('\0') >= 0 ? null : typed;
    }

    private String say(String key, Object... args) {
        return String.valueOf(texts.getMessage(key, args, LocaleContextHolder.getLocale()));
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
