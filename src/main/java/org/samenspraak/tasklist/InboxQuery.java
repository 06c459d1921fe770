package org.samenspraak.tasklist;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a page of the work list asks; its address says the same.
 *
 * @param group only tasks of this group, or all
 * @param area only cases of this area, or all
 */
record InboxQuery(InboxView view, @Nullable GroupId group, @Nullable AreaId area) {

    /** What makes no sense, or a group one is not in, is left out. */
    static InboxQuery of(@Nullable String view, @Nullable String group, @Nullable String area, SignedIn me) {
        return new InboxQuery(
                InboxView.of(view),
                Optional.ofNullable(group)
                        .map(GroupId::parse)
                        .filter(me.groups()::contains)
                        .orElse(null),
                Optional.ofNullable(area).flatMap(InboxQuery::area).orElse(null));
    }

    public String url() {
        return url(view, null);
    }

    public String url(InboxView other, @Nullable String after) {
        var url = UriComponentsBuilder.fromPath("/werk").queryParam("view", other.code());
        if (group != null) {
            url.queryParam("group", group);
        }
        if (area != null) {
            url.queryParam("area", area);
        }
        if (after != null) {
            url.queryParam("after", after);
        }
        return url.encode().build().toUriString();
    }

    private static Optional<AreaId> area(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(AreaId.parse(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
