package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Page;
import org.samenspraak.web.Sheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** The public register of councils, as pages and as open data. */
@Controller
class RegisterPages {

    private static final String PUBLIC = "the register is public by law and holds no person";
    private static final int ROWS = 100;

    private final PublicRegister register;

    RegisterPages(PublicRegister register) {
        this.register = register;
    }

    @GetMapping("/publiek")
    @OpenToAll(because = PUBLIC)
    String start() {
        return "redirect:/publiek/raden";
    }

    @GetMapping("/publiek/raden")
    @OpenToAll(because = PUBLIC)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable UUID after,
            Model model,
            HttpServletResponse response) {
        var found = register.page(q, ended, after == null ? null : new CouncilId(after), ROWS + 1);
        var page = Page.of(found, ROWS, council -> council.id().toString());
        model.addAttribute("rows", page.rows());
        model.addAttribute("more", more(q, ended, page.next()));
        model.addAttribute("q", q);
        model.addAttribute("ended", ended);
        PublicCache.aWhile(response);
        return "publication/councils";
    }

    @GetMapping("/publiek/raden/{id}")
    @OpenToAll(because = PUBLIC)
    String show(@PathVariable UUID id, Model model, HttpServletResponse response) {
        var entry = register.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entry", entry);
        PublicCache.aWhile(response);
        return "publication/council";
    }

    @GetMapping(value = "/publiek/raden.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll(because = PUBLIC)
    ResponseEntity<List<PublicCouncil>> json() {
        return ResponseEntity.ok().cacheControl(PublicCache.openData()).body(register.all());
    }

    @GetMapping("/publiek/raden.csv")
    @OpenToAll(because = PUBLIC)
    ResponseEntity<byte[]> csv() throws IOException {
        var file = new ByteArrayOutputStream();
        var sheet = Sheet.openData(file);
        sheet.line("id", "name", "kind", "area", "standing", "from", "until", "level");
        for (var one : register.all()) {
            sheet.line(
                    one.id(), one.name(), one.kind(), one.area(), one.standing(), one.from(), one.until(), one.level());
        }
        sheet.end();
        return ResponseEntity.ok()
                .cacheControl(PublicCache.openData())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("raden.csv")
                                .build()
                                .toString())
                .body(file.toByteArray());
    }

    private static @Nullable String more(String q, boolean ended, @Nullable String after) {
        return after == null
                ? null
                : UriComponentsBuilder.fromPath("/publiek/raden")
                        .queryParam("q", "{q}")
                        .queryParam("ended", ended)
                        .queryParam("after", after)
                        .encode()
                        .buildAndExpand(q)
                        .toUriString();
    }
}
