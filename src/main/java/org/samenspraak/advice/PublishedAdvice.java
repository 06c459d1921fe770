package org.samenspraak.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Publications.Publication;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Published advice, for public pages. */
@Service
public class PublishedAdvice {

    private final Publications publications;
    private final PublicOutcomes outcomes;
    private final Accounts accounts;
    private final WithoutPersons persons;
    private final Councils councils;
    private final Dates dates;

    PublishedAdvice(
            Publications publications,
            PublicOutcomes outcomes,
            Accounts accounts,
            WithoutPersons persons,
            Councils councils,
            Dates dates) {
        this.publications = publications;
        this.outcomes = outcomes;
        this.accounts = accounts;
        this.persons = persons;
        this.councils = councils;
        this.dates = dates;
    }

    /** Newest first, at most {@code limit}, after the one that the last page ended with. */
    @Transactional(readOnly = true)
    public List<Row> page(PublicSearch search, @Nullable UUID after, int limit) {
        return rows(publications.page(search, after, limit), search);
    }

    /** What was published, corrected or looked back on last, the newest first. */
    @Transactional(readOnly = true)
    public List<Row> changed(PublicSearch search, int limit) {
        return rows(publications.changed(search, limit), search);
    }

    private List<Row> rows(List<Publication> found, PublicSearch search) {
        var names = councils.names(
                found.stream().flatMap(one -> one.councils().stream()).collect(Collectors.toSet()));
        var counts = outcomes.of(found.stream().map(Publication::caseId).toList(), search.council());
        return found.stream()
                .map(one -> row(one, names, counts.getOrDefault(one.caseId(), PointCounts.NONE)))
                .toList();
    }

    /** What was done with all points of published advice of a year. */
    @Transactional(readOnly = true)
    public PointCounts outcomes(int year) {
        return outcomes.ofYear(year);
    }

    /** The same, or of all years, by code of the domain; empty for advice that nobody asked. */
    @Transactional(readOnly = true)
    public Map<String, PointCounts> outcomesByDomain(@Nullable Integer year) {
        return outcomes.ofYearByDomain(year);
    }

    /** The same, or of all years, by council; advice that several gave together counts for each of them. */
    @Transactional(readOnly = true)
    public List<OfCouncil> outcomesByCouncil(@Nullable Integer year) {
        var found = outcomes.ofYearByCouncil(year);
        var names = councils.names(found.keySet());
        return found.entrySet().stream()
                .map(one -> new OfCouncil(one.getKey(), names.getOrDefault(one.getKey(), ""), one.getValue()))
                .toList();
    }

    /** What stood here of a year and was taken away. */
    @Transactional(readOnly = true)
    public Withdrawn withdrawn(int year) {
        return outcomes.withdrawn(year);
    }

    /** Points of advice given in a year that wait for a reply and do not stand here: a number, before anything of it is public. */
    @Transactional(readOnly = true)
    public long owed(int year) {
        return outcomes.owed(year);
    }

    /** Of which something stands here, or stood. */
    @Transactional(readOnly = true)
    public OptionalInt firstYear() {
        return publications.firstYear();
    }

    /** None for what was never shown, as if it did not exist, and for what was withdrawn. */
    @Transactional(readOnly = true)
    public Optional<PublicAdvice> find(String number) {
        return publications.released(number).filter(Publication::shown).map(this::entry);
    }

    /** When what stood there was taken away; none for what stands there and what never did. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> withdrawn(String number) {
        return publications.released(number).map(Publication::withdrawnAt).map(dates::local);
    }

    /** What there is to choose from. */
    @Transactional(readOnly = true)
    public Choices choices() {
        var byName = new LinkedHashMap<CouncilId, String>();
        councils.names(Set.copyOf(publications.councils())).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> byName.put(one.getKey(), one.getValue()));
        return new Choices(byName, publications.domains(), publications.years());
    }

    private PublicAdvice entry(Publication one) {
        var shown = persons.without(accounts.of(one.caseId()));
        return new PublicAdvice(
                shown.number(),
                shown.subject(),
                shown.domain(),
                dates.local(one.publishedAt()),
                one.correctedAt() == null ? null : dates.local(one.correctedAt()),
                shown.question(),
                shown.decision(),
                shown.councils(),
                shown.hidden());
    }

    private Row row(Publication one, Map<CouncilId, String> names, PointCounts counts) {
        var byName = one.councils().stream()
                .sorted(Comparator.comparing(id -> names.getOrDefault(id, "")))
                .toList();
        return new Row(
                one.caseId().value(),
                one.number(),
                one.subject(),
                one.domain(),
                one.year(),
                one.decisionDay(),
                dates.local(one.publishedAt()),
                byName.stream().map(id -> names.getOrDefault(id, "")).toList(),
                byName,
                one.correctedAt() == null ? null : dates.local(one.correctedAt()),
                one.correctedAt() == null ? one.publishedAt() : one.correctedAt(),
                one.lookedBackOn(),
                counts);
    }

    /**
     * @param councils names of those whose text stands in it, and {@code councilIds} their ids in the same order
     * @param corrected when a text of it was hidden or brought back, or none
     * @param changedAt when it was published, or corrected last
     * @param lookedBack when the municipality told what came of it, or none yet
     * @param replies to its points; when one council was asked for, to those of this council
     */
    public record Row(
            UUID id,
            String number,
            String subject,
            String domain,
            int year,
            @Nullable LocalDate decisionDay,
            LocalDate published,
            List<String> councils,
            List<CouncilId> councilIds,
            @Nullable LocalDate corrected,
            Instant changedAt,
            @Nullable LocalDate lookedBack,
            PointCounts replies) {}

    public record OfCouncil(CouncilId id, String name, PointCounts counts) {}

    public record Withdrawn(long advice, long points) {}

    /** @param councils by name */
    public record Choices(Map<CouncilId, String> councils, List<String> domains, List<Integer> years) {}
}
