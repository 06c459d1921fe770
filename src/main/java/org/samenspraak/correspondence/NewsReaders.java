package org.samenspraak.correspondence;

import java.util.Optional;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.CouncilId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a reader stop the news of the week by the link in it, and take it up again. */
@Service
public class NewsReaders {

    private final NewsRows rows;
    private final AccessLinks links;
    private final Councils councils;
    private final CouncilContacts contacts;

    NewsReaders(NewsRows rows, AccessLinks links, Councils councils, CouncilContacts contacts) {
        this.rows = rows;
        this.links = links;
        this.councils = councils;
        this.contacts = contacts;
    }

    /** Nothing for a link that was guessed, or of somebody who reads for the council no more. */
    @Transactional(readOnly = true)
    public Optional<News> open(String token) {
        return reader(token)
                .map(found -> new News(
                        councils.get(found.council()).name(),
                        rows.isStopped(found.council(), found.officer().address())));
    }

    @Transactional
    public void stop(String token) {
        reader(token)
                .ifPresent(found -> rows.stop(found.council(), found.officer().address()));
    }

    @Transactional
    public void goOn(String token) {
        reader(token)
                .ifPresent(found -> rows.goOn(found.council(), found.officer().address()));
    }

    private Optional<Found> reader(String token) {
        return links.claimed(token)
                .map(CouncilId::new)
                .filter(id -> councils.find(id).isPresent())
                .flatMap(id -> contacts.readers(id).stream()
                        .filter(officer -> links.proves(token, id.value(), officer.address(), AccessLinks.OF_NEWS))
                        .findFirst()
                        .map(officer -> new Found(id, officer)));
    }

    private record Found(CouncilId council, Officer officer) {}

    /**
     * What a reader gets.
     *
     * @param council its name
     * @param stopped whether they get none
     */
    public record News(String council, boolean stopped) {}
}
