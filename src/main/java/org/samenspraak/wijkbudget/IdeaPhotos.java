package org.samenspraak.wijkbudget;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos of ideas: what was sent stays in the dossier, what everybody may see is made anew of it: {@code wijkbudget_photo}. */
@Service
public class IdeaPhotos {

    private static final int MOST = 3;
    private static final String PUBLIC =
            """
            from wijkbudget_photo h join wijkbudget_proposal p on p.case_id = h.case_id and p.published
              join casefile_case c on c.id = p.case_id where c.number = ?""";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Submissions submissions;
    private final Timeline timeline;

    IdeaPhotos(JdbcClient jdbc, Documents documents, Submissions submissions, Timeline timeline) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.submissions = submissions;
        this.timeline = timeline;
    }

    /** Those of its proposer, also sketches that are no photo. */
    List<Documents.Row> sent(CaseId idea) {
        return changed(idea).orElseGet(() -> first(idea)).stream()
                .map(id -> documents.get(idea, id))
                .toList();
    }

    private Optional<List<UUID>> changed(CaseId idea) {
        return jdbc.sql("select photos from wijkbudget_proposal where case_id = ? and photos is not null")
                .param(idea.value())
                .query((row, number) -> List.of((UUID[]) row.getArray("photos").getArray()))
                .optional();
    }

    private List<UUID> first(CaseId idea) {
        return submissions
                .latest(idea, "wijkbudget-idea")
                .map(answers -> answers.rows("photo").stream()
                        .map(row -> UUID.fromString(String.valueOf(row.get("id"))))
                        .toList())
                .orElseGet(List::of);
    }

    /**
     * What is left out stays in the dossier.
     *
     * @throws Refusal for one too many, a file that is no photo, and as {@link Documents#add}
     */
    @Transactional
    public void change(CaseId idea, Change change, Actor by) {
        var photos = new ArrayList<>(sent(idea).stream().map(Documents.Row::id).toList());
        var before = List.copyOf(photos);
        photos.removeAll(change.leftOut());
        if (change.photo() != null && change.name() != null) {
            if (photos.size() >= MOST) {
                throw Refusal.of("file", "wijkbudget.refusal.photos", MOST);
            }
            photos.add(keep(idea, change.name(), change.photo(), by));
        }
        if (!photos.equals(before)) {
            jdbc.sql("update wijkbudget_proposal set photos = ? where case_id = ?")
                    .params(photos.toArray(UUID[]::new), idea.value())
                    .update();
        }
    }

    private UUID keep(CaseId idea, String name, InputStream photo, Actor by) {
        var kept = documents.add(idea, name, Documents.Kind.ATTACHMENT, photo, by);
        if (!InitiatorActs.isPhoto(documents.get(idea, kept))) {
            throw Refusal.of("file", "wijkbudget.refusal.photo");
        }
        return kept;
    }

    /** Shows them to everybody, at most {@value #MOST}; or no longer. The timeline names those that can't be shown. */
    @Transactional
    public void show(CaseId idea, boolean shown) {
        jdbc.sql("delete from wijkbudget_photo where case_id = ?")
                .param(idea.value())
                .update();
        if (!shown) {
            return;
        }
        var position = 0;
        var left = new ArrayList<String>();
        for (var row : sent(idea)) {
            var photo = row.isReadable() && position < MOST ? anew(row) : Optional.<byte[]>empty();
            if (photo.isPresent()) {
                jdbc.sql("insert into wijkbudget_photo (case_id, position, jpeg) values (?, ?, ?)")
                        .params(idea.value(), position++, photo.get())
                        .update();
            } else {
                left.add(row.name());
            }
        }
        if (!left.isEmpty()) {
            timeline.add(idea, "wijkbudget.photos-left", Map.of("names", String.join(", ", left)), null, Actor.SYSTEM);
        }
    }

    private Optional<byte[]> anew(Documents.Row row) {
        var out = new ByteArrayOutputStream();
        documents.write(row.id(), out);
        return Photo.anew(out.toByteArray());
    }

    /** How many everybody may see of an idea that is public. */
    @Transactional(readOnly = true)
    public int shown(String number) {
        return jdbc.sql("select count(*) " + PUBLIC)
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** One of those, as JPEG. */
    @Transactional(readOnly = true)
    public Optional<byte[]> find(String number, int position) {
        return jdbc.sql("select h.jpeg " + PUBLIC + " and h.position = ?")
                .params(number, position)
                .query((row, line) -> row.getBytes(1))
                .optional();
    }

    /**
     * @param leftOut documents that are not of the idea any more
     * @param photo one that is added; none without one
     */
    record Change(Set<UUID> leftOut, @Nullable String name, @Nullable InputStream photo) {}
}
