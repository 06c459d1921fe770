package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.correspondence.MailExtras.Extra;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.News;
import org.samenspraak.kernel.NewsWithdrawn;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells councils that asked for it the news of the week: one mail for each reader, none when there is no news. */
@Component
public class WeeklyNews {

    /** What is older when an office starts again is no news. */
    private static final int WEEKS_BACK = 5;

    /** More than anybody reads. */
    private static final int LINES = 40;

    private final NewsRows rows;
    private final CorrespondenceSettings.News settings;
    private final MailChoices choices;
    private final Councils councils;
    private final CouncilContacts contacts;
    private final Contacts managers;
    private final Meetings meetings;
    private final Areas areas;
    private final AccessLinks links;
    private final MailSheets sheets;
    private final MailTexts texts;
    private final MailExtras extras;
    private final Outbox outbox;
    private final MessageSource messages;
    private final Municipality municipality;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WeeklyNews(
            NewsRows rows,
            CorrespondenceSettings settings,
            MailChoices choices,
            Councils councils,
            CouncilContacts contacts,
            Contacts managers,
            Meetings meetings,
            Areas areas,
            AccessLinks links,
            MailSheets sheets,
            MailTexts texts,
            MailExtras extras,
            Outbox outbox,
            MessageSource messages,
            Municipality municipality,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.settings = settings.news();
        this.choices = choices;
        this.councils = councils;
        this.contacts = contacts;
        this.managers = managers;
        this.meetings = meetings;
        this.areas = areas;
        this.links = links;
        this.sheets = sheets;
        this.texts = texts;
        this.extras = extras;
        this.outbox = outbox;
        this.messages = messages;
        this.municipality = municipality;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void on(News news) {
        rows.add(news, clock.instant());
    }

    @EventListener
    void on(NewsWithdrawn withdrawn) {
        rows.remove(withdrawn.key());
    }

    /** A second round in the same week tells nothing. A council that just chose is told from this week on. */
    @Scheduled(fixedDelayString = "PT10M")
    public void tell() {
        var week = week();
        for (var council : choices.interested()) {
            transaction.executeWithoutResult(status -> tell(council, week));
        }
    }

    /** The last day on which the news of the week was due. */
    private LocalDate week() {
        var now = clock.instant().atZone(municipality.zone()).minusHours(settings.hour());
        return now.toLocalDate().with(TemporalAdjusters.previousOrSame(settings.weekday()));
    }

    private void tell(CouncilId id, LocalDate week) {
        var told = rows.hold(id, week);
        var council = councils.get(id);
        if (!told.isBefore(week) || !Standing.CURRENT.contains(council.standing())) {
            return;
        }
        var oldest = week.minusWeeks(WEEKS_BACK);
        var news = news(council, told.isBefore(oldest) ? oldest : told, week);
        if (!news.isEmpty()) {
            contacts.readers(id).stream()
                    .filter(reader -> !rows.isStopped(id, reader.address()))
                    .forEach(reader -> mail(council, reader, week, news));
        }
        rows.told(id, week);
    }

    private List<NewsRows.Line> news(CouncilView council, LocalDate from, LocalDate until) {
        MailChoice choice = choices.of(council.id());
        var near = choice.interest() == Interest.AREA
                ? Set.copyOf(
                        areas.related(council.area()).stream().map(Area::id).toList())
                : null;
        var news = new ArrayList<>(rows.between(
                council.id(),
                from.atStartOfDay(municipality.zone()).toInstant(),
                until.atStartOfDay(municipality.zone()).toInstant(),
                near,
                choice.interest() == Interest.THEMES ? choice.themes() : null,
                LINES));
        if (choice.interest() != Interest.THEMES) {
            // the days after this mail, until the next
            meetings.between(Meetings.PUBLIC_ORGAN, until.plusDays(1), until.plusWeeks(1))
                    .forEach(day -> news.add(new NewsRows.Line("meeting", "", day, null)));
        }
        return news;
    }

    private void mail(CouncilView council, Officer reader, LocalDate week, List<NewsRows.Line> news) {
        var language = choices.language(council.id());
        var lines = new ArrayList<Said>();
        news.forEach(line -> lines.add(said(line, language)));
        var text = sheets.write(
                "news",
                language,
                Map.of("council", council.name()),
                new Around(reader.name(), null, List.of(managers.forArea(council.area(), language)), lines));
        var id = outbox.queue(new Mail(
                "news:" + council.id() + ":" + week + ":" + reader.function() + ":" + reader.key(),
                null,
                reader.address(),
                reader.name(),
                text.subject(),
                text.text(),
                text.html(),
                null,
                List.of()));
        extras.add(id, new Extra(null, council.id()));
    }

    private Said said(NewsRows.Line line, Locale language) {
        var day = line.day();
        return new Said(
                messages.getMessage(
                        "news." + line.kind(),
                        new Object[] {line.name(), day == null ? "" : texts.day(day, language)},
                        language),
                line.path() == null ? "" : links.page(line.path()));
    }

    /** @param url where more stands, or empty */
    record Said(String text, String url) {}
}
