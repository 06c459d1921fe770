package org.samenspraak.correspondence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How links are made and letters are signed. */
@ConfigurationProperties("samenspraak")
record CorrespondenceSettings(@DefaultValue Links links, @DefaultValue Letters letters) {

    /**
     * @param secret at least 32 characters; an office on one machine makes its own once
     * @param shown whether who reads the queued mails sees where a personal link leads: in a demo only
     */
    record Links(@Nullable String secret, @DefaultValue("false") boolean shown) {}

    /** @param signedBy lines under a letter; none is the office */
    record Letters(@DefaultValue List<String> signedBy) {}
}
