package org.samenspraak.designer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.designer.PublishedVersions.Proposal;
import org.samenspraak.designer.PublishedVersions.Publication;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Finding;
import org.samenspraak.process.ModelRefused;
import org.samenspraak.process.TrajectoryFiles;
import org.samenspraak.process.TrajectoryFiles.Version;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a draft hold for new cases: one proposes, another publishes. Cases that run stay on the version they have. */
@Service
class ModelPublishing {

    private static final int LONGEST_NOTE = 500;

    private final TrajectoryFiles published;
    private final Workbench workbench;
    private final DraftFiles drafts;
    private final PublishedVersions versions;
    private final OfficeFindings office;
    private final DesignerSettings settings;
    private final Audit audit;

    ModelPublishing(
            TrajectoryFiles published,
            Workbench workbench,
            DraftFiles drafts,
            PublishedVersions versions,
            OfficeFindings office,
            DesignerSettings settings,
            Audit audit) {
        this.published = published;
        this.workbench = workbench;
        this.drafts = drafts;
        this.versions = versions;
        this.office = office;
        this.settings = settings;
        this.audit = audit;
    }

    Optional<Proposal> proposal(String folder) {
        return versions.proposal(folder);
    }

    /** What the draft is as a whole; it changes with every file that is kept. */
    @Transactional
    long draft(String folder) {
        return drafts.hands(folder).version();
    }

    /** Why this person may not publish what waits, or nothing. */
    @Transactional
    @Nullable
    Refusal bar(String folder, Actor person) {
        var proposal = versions.proposal(folder).orElse(null);
        if (proposal == null || !settings.fourEyes()) {
            return null;
        }
        var hands = drafts.hands(folder);
        var holder = person.inPlaceOf() == null ? null : person.inPlaceOf().id().value();
        var own = proposal.byId().equals(person.id())
                || proposal.byId().equals(holder)
                || hands.hold(person.id())
                || hands.hold(holder);
        return own ? new Refusal("designer.refusal.four-eyes") : null;
    }

    /**
     * Asks a second person to publish the draft.
     *
     * @param seen what the draft was when this was decided, see {@link #draft}
     * @throws Refusal without a note, without a change, or when the check finds a fault
     */
    @Transactional
    void propose(String folder, long seen, String note, Actor by) {
        var why = note(note);
        refuseIfChanged(folder, seen);
        refuseFaults(folder, workbench.draft(folder));
        if (workbench.changes(folder).isEmpty()) {
            throw new Refusal("designer.refusal.no-change");
        }
        versions.propose(folder, why, by);
        audit.add(Act.MODEL_PROPOSED, by, folder);
    }

    /** Takes it back; the draft stays. */
    @Transactional
    void withdraw(String folder) {
        if (!versions.withdraw(folder)) {
            throw new Refusal("designer.refusal.no-proposal");
        }
    }

    /**
     * Makes the draft the version that new cases start on.
     *
     * @throws Refusal when nobody proposed it, by who made it, or when the check finds a fault
     * @throws ModelRefused when the engine's own gate finds one
     */
    @Transactional
    Version publish(String folder, long seen, Actor by) {
        var proposal = versions.proposal(folder).orElseThrow(() -> new Refusal("designer.refusal.no-proposal"));
        refuseIfChanged(folder, seen);
        var bar = bar(folder, by);
        if (bar != null) {
            throw bar;
        }
        refuseFaults(folder, workbench.draft(folder));
        var version = published.publish(folder, workbench.draft(folder));
        versions.add(folder, version.deployment(), proposal.note(), proposal.byName(), by.name(), shipped(folder));
        drafts.dropAll(folder);
        versions.withdraw(folder);
        audit.add(Act.MODEL_PUBLISHED, by, folder + " " + version.number());
        return version;
    }

    /**
     * Lets an earlier version hold again for new cases. It was published by two people before, so one may do this.
     *
     * @throws Refusal when cases would stop in it now: a term that is gone, or what the check did not know then
     */
    @Transactional
    Version restore(String folder, int number, String note, Actor by) {
        var why = note(note);
        var earlier = version(folder, number);
        refuseFaults(folder, published.files(earlier));
        var version = published.publish(folder, published.files(earlier));
        if (version.number() > earlier.number()) {
            versions.add(folder, version.deployment(), why, by.name(), by.name(), shipped(folder));
        }
        audit.add(Act.MODEL_RESTORED, by, folder + " " + version.number() + " ← " + number);
        return version;
    }

    Version version(String folder, int number) {
        return published.versions(folder).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("designer.refusal.no-version"));
    }

    /** Newest first. */
    List<VersionRow> versions(String folder) {
        var why = versions.of(folder);
        return published.versions(folder).stream()
                .map(version -> new VersionRow(version, why.get(version.deployment())))
                .toList();
    }

    /** Whether other files came with the product since the city published its own. */
    boolean hasShippedNews(String folder) {
        var newest = versions(folder).stream().findFirst();
        return newest.map(VersionRow::why)
                .filter(why -> !published.shipped(folder).isEmpty())
                .map(why -> !why.shippedDigest().equals(shipped(folder)))
                .orElse(false);
    }

    /** Puts what came with the product over the draft, to be compared and published like any other change. */
    @Transactional
    void takeShipped(String folder, Actor by) {
        workbench.take(folder, published.shipped(folder), by);
    }

    private String shipped(String folder) {
        return digest(published.shipped(folder));
    }

    private static String digest(Map<String, String> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuseFaults(String folder, Map<String, String> files) {
        if (workbench.check(files).stream().anyMatch(Finding::isError)
                || !office.of(folder, files).isEmpty()) {
            throw new Refusal("designer.refusal.faults");
        }
    }

    private void refuseIfChanged(String folder, long seen) {
        if (drafts.hands(folder).version() != seen) {
            throw new OptimisticLockingFailureException("the draft was changed meanwhile");
        }
    }

    private static String note(String note) {
        var why = note.strip();
        if (why.isEmpty() || why.length() > LONGEST_NOTE) {
            throw Refusal.of("note", "designer.refusal.note", LONGEST_NOTE);
        }
        return why;
    }

    /** @param why none for what came with the product */
    record VersionRow(Version version, @Nullable Publication why) {}
}
