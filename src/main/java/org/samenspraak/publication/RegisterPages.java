package org.samenspraak.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilKind;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The public register of councils, as pages and as open data. */
@Controller
class RegisterPages {

    private static final String PUBLIC = "the register is public by law and holds no person";
    private static final int ROWS = 100;

    private final PublicRegister register;

    RegisterPages(PublicRegister register) {
        this.register = register;
    }

    @GetMapping("/publiek/raden")
    @OpenToAll(because = PUBLIC)
    String list(
            @ModelAttribute("search") RegisterSearch search,
            @RequestParam(required = false) @Nullable UUID after,
            Model model,
            HttpServletResponse response) {
        var found = register.page(search, after == null ? null : new CouncilId(after), ROWS + 1);
        var page = Page.of(found, ROWS, council -> council.id().toString());
        model.addAttribute("rows", page.rows());
        model.addAttribute("more", page.next() == null ? null : search.url() + "&after=" + page.next());
        model.addAttribute("kinds", CouncilKind.values());
        model.addAttribute("areas", register.areas());
        PublicCache.aWhile(response);
        return "publication/councils";
    }

    @GetMapping("/publiek/gebieden")
    @OpenToAll(because = PUBLIC)
    String places(Model model, HttpServletResponse response) {
        model.addAttribute("places", register.places());
        PublicCache.aWhile(response);
        return "publication/places";
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
}
