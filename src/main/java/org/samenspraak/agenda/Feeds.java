package org.samenspraak.agenda;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of feeds: one for each choice of a person. Of an address only the digest is kept. */
@Repository
class Feeds {

    /** 256 bits in base64 without padding. */
    private static final int LENGTH = 43;

    /** Programs read every quarter of an hour; when exactly is of no use. */
    private static final Duration EXACT = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient db;
    private final Audit audit;
    private final FeedChoices choices;
    private final Clock clock;

    Feeds(JdbcClient db, Audit audit, FeedChoices choices, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.choices = choices;
        this.clock = clock;
    }

    /** Makes an address, told only here; the one before of the same choice is dead from now on. */
    @Transactional
    public String make(SignedIn me, String choice, List<String> kinds, Locale language) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = db.sql(
                        """
                        insert into agenda_feed (id, person, choice, kinds, language, digest, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (person, choice) do update
                           set kinds = excluded.kinds, language = excluded.language, digest = excluded.digest,
                               made_at = excluded.made_at, used_at = null, content = null, changed_at = null
                        returning id""")
                .params(
                        UUID.randomUUID(),
                        me.person().value(),
                        choice,
                        kinds.toArray(String[]::new),
                        language.getLanguage(),
                        digest(token),
                        OffsetDateTime.now(clock))
                .query(UUID.class)
                .single();
        audit.add(Act.FEED_MADE, me.actor(), id, choices.name(choice));
        return token;
    }

    /** At once; nothing happens when it was revoked before, or is somebody else's. */
    @Transactional
    public void revoke(SignedIn me, UUID id) {
        db.sql("delete from agenda_feed where id = ? and person = ? returning choice")
                .params(id, me.person().value())
                .query(String.class)
                .optional()
                .ifPresent(choice -> audit.add(Act.FEED_REVOKED, me.actor(), id, choices.name(choice)));
    }

    /** The latest first. */
    List<Feed> of(PersonId person) {
        return db.sql("select * from agenda_feed where person = ? order by made_at desc, id")
                .param(person.value())
                .query(Feeds::feed)
                .list();
    }

    Optional<Feed> find(String token) {
        return token.length() == LENGTH
                ? db.sql("select * from agenda_feed where digest = ?")
                        .param(digest(token))
                        .query(Feeds::feed)
                        .optional()
                : Optional.empty();
    }

    /**
     * Notes that it was read. Gives since when it says what it says, to the second.
     *
     * @param content of all that it says
     */
    @Transactional
    public Instant read(Feed feed, String content) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        db.sql(
                        """
                        update agenda_feed
                           set used_at = :now, content = :content,
                               changed_at = case when content is distinct from :content then :now else changed_at end
                         where id = :id
                           and (content is distinct from :content or used_at is null or used_at < :hourAgo)""")
                .param("now", utc(now))
                .param("content", digest(content))
                .param("hourAgo", utc(now.minus(EXACT)))
                .param("id", feed.id())
                .update();
        return db.sql("select changed_at from agenda_feed where id = ?")
                .param(feed.id())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(now);
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Feed feed(ResultSet row, int number) throws SQLException {
        return new Feed(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("choice"),
                List.of((String[]) row.getArray("kinds").getArray()),
                Locale.forLanguageTag(row.getString("language")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
