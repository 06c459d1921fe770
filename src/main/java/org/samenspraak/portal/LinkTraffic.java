package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.samenspraak.correspondence.Opening.Open;
import org.samenspraak.web.Throttle;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** How much one address and one council may keep by links in an hour: more than people do, less than fills a database. */
@Component
class LinkTraffic {

    static final int SAVES = 1200;
    static final int FILES = 60;

    /** A council types with several people at once. */
    static final int OF_COUNCIL = 3;

    private final Throttle throttle;

    LinkTraffic(Throttle throttle) {
        this.throttle = throttle;
    }

    boolean maySave(Open open, HttpServletRequest request) {
        return take("typed", SAVES, open, request);
    }

    boolean mayBring(Open open, MultiValueMap<String, MultipartFile> files, HttpServletRequest request) {
        var brings = files.values().stream().flatMap(List::stream).anyMatch(it -> !it.isEmpty());
        return !brings || take("brought", FILES, open, request);
    }

    private boolean take(String what, int most, Open open, HttpServletRequest request) {
        return throttle.take(what, request.getRemoteAddr(), most, Throttle.HOUR)
                && throttle.take(what, open.council().toString(), most * OF_COUNCIL, Throttle.HOUR);
    }
}
