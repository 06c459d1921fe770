package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.wijkbudget.PublicCounts;
import org.samenspraak.wijkbudget.PublicCounts.Counted;
import org.samenspraak.wijkbudget.PublicResults;
import org.samenspraak.wijkbudget.PublicRounds;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** How the votes of an area were counted: in words, and the files with which anybody counts again and lays both side by side. */
@Controller
@RequestMapping("/publiek/wijkbudget/{number}/uitslag")
class PublicCountPages {

    private static final String PUBLIC = "ballots without voters, of areas where enough people voted";

    private final PublicRounds rounds;
    private final PublicResults results;
    private final PublicCounts counts;

    PublicCountPages(PublicRounds rounds, PublicResults results, PublicCounts counts) {
        this.rounds = rounds;
        this.results = results;
        this.counts = counts;
    }

    @GetMapping("/{area}")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable String number, @PathVariable UUID area, Model model, HttpServletResponse response) {
        var counted = find(number, area);
        model.addAttribute("round", rounds.find(number).orElseThrow(PublicCountPages::nothing));
        model.addAttribute("area", area);
        model.addAttribute("counted", counted);
        model.addAttribute("results", results.of(number).orElseThrow(PublicCountPages::nothing));
        model.addAttribute("sentences", counts.sentences(counted));
        PublicCache.aWhile(response);
        return "publication/round-count";
    }

    /** From which anybody counts again. */
    @GetMapping("/{area}.pb")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID area) {
        var found = find(number, area);
        return send(found.file(), found.name() + ".pb");
    }

    /** What a recount prints. */
    @GetMapping("/{area}.csv")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> steps(@PathVariable String number, @PathVariable UUID area) {
        var found = find(number, area);
        return send(found.steps(), found.name() + ".csv");
    }

    /** What is no area is nothing. */
    @ExceptionHandler
    void refuse(MethodArgumentTypeMismatchException wrong, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private static ResponseEntity<byte[]> send(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    private Counted find(String number, UUID area) {
        return counts.of(number, area).orElseThrow(PublicCountPages::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
