package org.samenspraak.designer;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Requires;
import org.samenspraak.identity.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A version of a drafted file that another took the place of: saved as a file, or put back. */
@Controller
@RequestMapping("/ontwerp/trajecten/{folder}/{file}/andere/{version}")
class OtherVersionPages {

    private final Workbench workbench;
    private final OtherVersions others;

    OtherVersionPages(Workbench workbench, OtherVersions others) {
        this.workbench = workbench;
        this.others = others;
    }

    @GetMapping
    @Requires(Permission.SEE_DESIGN)
    ResponseEntity<String> download(
            @PathVariable String folder, @PathVariable String file, @PathVariable UUID version) {
        var other = others.get(folder, file, version);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(other.content());
    }

    /** What it takes the place of is kept in its turn. */
    @PostMapping("/terug")
    @Requires(Permission.DESIGN)
    String putBack(
            @PathVariable String folder,
            @PathVariable String file,
            @PathVariable("version") UUID other,
            @RequestParam("draft") long version,
            SignedIn me,
            RedirectAttributes redirect) {
        workbench.putBack(folder, file, others.get(folder, file, other).content(), version, me.actor());
        redirect.addFlashAttribute("notice", "designer.other.back");
        return "redirect:/ontwerp/trajecten/{folder}/{file}";
    }
}
