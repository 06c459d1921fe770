package org.samenspraak.publication;

import org.samenspraak.identity.OpenToAll;
import org.samenspraak.wijkbudget.IdeaPhotos;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Photos of ideas that are public: made anew by the house, never the file that somebody sent. */
@Controller
class PublicPhotoPages {

    private final IdeaPhotos photos;

    PublicPhotoPages(IdeaPhotos photos) {
        this.photos = photos;
    }

    @GetMapping("/publiek/wijkbudget/{number}/ideeen/{idea}/foto/{at:[0-9]}")
    @OpenToAll(because = "photos that somebody looked at first, without where and when they were taken")
    ResponseEntity<byte[]> photo(@PathVariable String idea, @PathVariable int at) {
        return photos.find(idea, at)
                .map(jpeg -> ResponseEntity.ok()
                        .cacheControl(PublicCache.openData())
                        .contentType(MediaType.IMAGE_JPEG)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(jpeg))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
