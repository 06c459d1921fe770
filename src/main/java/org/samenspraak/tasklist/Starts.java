package org.samenspraak.tasklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Documents;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Trajectory;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Which trajectories an official may start, and starting them. */
@Service
class Starts {

    /** What residents and councils start themselves, an official may enter from paper. */
    private static final Set<String> ANYBODY = Set.of("public", "council");

    private final Processes processes;
    private final Intake intake;
    private final Documents documents;
    private final Dates dates;

    Starts(Processes processes, Intake intake, Documents documents, Dates dates) {
        this.processes = processes;
        this.intake = intake;
        this.documents = documents;
        this.dates = dates;
    }

    List<Trajectory> of(SignedIn me) {
        return processes.trajectories().stream()
                .filter(trajectory -> trajectory.startForm() != null && isFor(trajectory, me))
                .toList();
    }

    Optional<Trajectory> find(String key, SignedIn me) {
        return of(me).stream()
                .filter(trajectory -> trajectory.key().equals(key))
                .findFirst();
    }

    private static boolean isFor(Trajectory trajectory, SignedIn me) {
        return trajectory.startedBy().stream().anyMatch(ANYBODY::contains)
                || me.groups().stream().anyMatch(group -> trajectory.startedBy().contains(group.role()));
    }

    /**
     * Starts with what was filled in, and puts the scan of a paper form into the dossier.
     *
     * @param received the day it came in; refused when it is still to come
     */
    @Transactional
    CaseView start(
            Trajectory trajectory,
            Form form,
            Judgement judgement,
            @Nullable LocalDate received,
            @Nullable MultipartFile scan,
            SignedIn me) {
        if (received != null && received.isAfter(dates.today())) {
            throw Refusal.of("received", "tasklist.refusal.received");
        }
        var day = received == null ? dates.today() : received;
        var opened = intake.start(trajectory.key(), form, judgement, day, received != null, me.actor());
        if (scan != null && !scan.isEmpty()) {
            add(opened, scan, me);
        }
        return opened;
    }

    private void add(CaseView opened, MultipartFile scan, SignedIn me) {
        try (var content = scan.getInputStream()) {
            documents.add(opened.id(), Uploads.name(scan), Documents.Kind.SCAN, content, me.actor());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
