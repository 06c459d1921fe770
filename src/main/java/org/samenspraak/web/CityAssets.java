package org.samenspraak.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.OpenToAll;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Logo and colours of the city, from files it configured. */
@Controller
class CityAssets {

    private final Look look;

    CityAssets(Look look) {
        this.look = look;
    }

    @GetMapping("/assets/city.css")
    @OpenToAll(because = "colours of the city")
    ResponseEntity<Resource> tokens() {
        return file(look.tokens(), MediaType.valueOf("text/css"));
    }

    @GetMapping("/assets/city-logo")
    @OpenToAll(because = "logo of the city")
    ResponseEntity<Resource> logo() {
        var type = look.logo() == null
                ? MediaType.APPLICATION_OCTET_STREAM
                : MediaTypeFactory.getMediaType(look.logo()).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return file(look.logo(), type);
    }

    private static ResponseEntity<Resource> file(@Nullable Resource file, MediaType type) {
        if (file == null || !file.isReadable()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(file);
    }
}
