package org.samenspraak.correspondence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Invitation.Guest;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails about a case to one resident, with a link that works for their address only. What the link opens is for the module that asks
 * to know; with the database alone no link can be made.
 */
@Service
public class PersonLinks {

    /** Where they lead; the token comes after it. */
    static final String PATH = "/v/idee/";

    private static final UUID NOBODY = new UUID(0, 0);

    private final Cases cases;
    private final Notices notices;
    private final AccessLinks links;

    PersonLinks(Cases cases, Notices notices, AccessLinks links) {
        this.cases = cases;
        this.notices = notices;
        this.links = links;
    }

    /**
     * Queues one in the running transaction.
     *
     * @param text name of a mail of the case's trajectory
     * @param given lists that the text names under {@code fields}
     * @param opens whom the link is for
     * @return the mail that was queued
     */
    @Transactional
    public UUID mail(
            CaseId caseId, String text, Map<String, Object> given, String name, String address, UUID opens, Actor by) {
        return notices.sendPersonal(cases.get(caseId), text, given, new Guest(name, address), opens, by);
    }

    /** What such a mail would say. */
    @Transactional(readOnly = true)
    public String foreseen(CaseId caseId, String text, Map<String, Object> given) {
        return notices.foreseen(cases.get(caseId), text, given);
    }

    /**
     * Whom a token proves to be; a guess costs as much work as a hit.
     *
     * @param addressOf the address that a link of somebody was mailed to, or none
     */
    public Optional<UUID> proved(String token, Function<UUID, Optional<String>> addressOf) {
        var id = links.claimed(token).orElse(NOBODY);
        var address = addressOf.apply(id);
        var proved = links.proves(token, id, address.orElse(""), AccessLinks.OF_PERSON);
        return address.filter(known -> proved).map(known -> id);
    }
}
