package org.samenspraak.designer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.designer.DraftFiles.DraftFile;
import org.samenspraak.designer.DraftFiles.Drafted;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Finding;
import org.samenspraak.process.ModelChange;
import org.samenspraak.process.ModelCheck;
import org.samenspraak.process.ModelSketch;
import org.samenspraak.process.TrajectoryFiles;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of trajectories: what designers change before it is published. A draft holds only the files that differ. */
@Service
class Workbench {

    /** The most that a file of a trajectory may hold, in bytes; the model check says the same. */
    static final int LARGEST = 512 * 1024;

    private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern FILE = Pattern.compile("[a-z][a-z0-9-]{1,60}\\.(bpmn|dmn|form)");

    private final TrajectoryFiles published;
    private final DraftFiles drafts;
    private final PublishedVersions versions;
    private final ModelCheck check;
    private final DraftTrail trail;
    private final OtherVersions others;

    Workbench(
            TrajectoryFiles published,
            DraftFiles drafts,
            PublishedVersions versions,
            ModelCheck check,
            DraftTrail trail,
            OtherVersions others) {
        this.published = published;
        this.drafts = drafts;
        this.versions = versions;
        this.check = check;
        this.trail = trail;
        this.others = others;
    }

    /** Every trajectory, published or only begun, in the order of the alphabet. */
    List<FolderRow> folders() {
        var drafted = drafts.folders().stream().collect(Collectors.toMap(Drafted::folder, Function.identity()));
        var names = new TreeSet<>(published.folders());
        names.addAll(drafted.keySet());
        return names.stream().map(folder -> row(folder, drafted.get(folder))).toList();
    }

    private FolderRow row(String folder, @Nullable Drafted drafted) {
        var files = published(folder);
        return new FolderRow(
                folder,
                files.isEmpty() ? names(draft(folder)) : names(files),
                published.current(folder).map(TrajectoryFiles.Version::number).orElse(0),
                files.size(),
                drafted == null ? 0 : drafted.files(),
                versions.proposal(folder).isPresent());
    }

    private static List<String> names(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .map(file -> ModelSketch.of(file.getKey(), file.getValue()).name())
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** What new cases start on; nothing for a trajectory that was only begun. */
    SortedMap<String, String> published(String folder) {
        return published.current(folder).map(published::files).orElseGet(TreeMap::new);
    }

    /** What would be published now: the version of new cases with the changes over it. */
    SortedMap<String, String> draft(String folder) {
        var files = published(folder);
        for (var draft : drafts.of(folder)) {
            if (draft.content() == null) {
                files.remove(draft.file());
            } else {
                files.put(draft.file(), draft.content());
            }
        }
        return files;
    }

    /** @throws NotFound when there is neither a version nor a draft of it */
    List<FileRow> files(String folder) {
        var now = published(folder);
        var changed = drafts.of(folder).stream().collect(Collectors.toMap(DraftFile::file, Function.identity()));
        var names = new TreeSet<>(now.keySet());
        names.addAll(changed.keySet());
        if (names.isEmpty()) {
            throw new NotFound("designer.refusal.no-trajectory");
        }
        return names.stream()
                .map(file -> FileRow.of(file, now.get(file), changed.get(file)))
                .toList();
    }

    /** @throws NotFound when there is no such file, or the draft took it out */
    FileRow file(String folder, String file) {
        return files(folder).stream()
                .filter(row -> row.file().equals(file) && row.state() != FileRow.State.GONE)
                .findFirst()
                .orElseThrow(() -> new NotFound("designer.refusal.no-file"));
    }

    /** Forms that somebody drew or changed and nobody published yet. */
    List<DraftedForm> draftedForms() {
        return drafts.folders().stream()
                .flatMap(drafted -> files(drafted.folder()).stream()
                        .filter(row -> row.kind() == FileRow.Kind.FORM)
                        .filter(row -> row.state() == FileRow.State.NEW || row.state() == FileRow.State.CHANGED)
                        .map(row -> new DraftedForm(drafted.folder(), row)))
                .toList();
    }

    /** What the check says of these files as a whole, errors first. */
    List<Finding> check(Map<String, String> files) {
        var bytes = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> bytes.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return check.check(bytes).stream()
                .sorted((one, other) -> Boolean.compare(other.isError(), one.isError()))
                .toList();
    }

    /** What the draft changes. */
    List<ModelChange> changes(String folder) {
        return ModelChange.between(published(folder), draft(folder));
    }

    /**
     * Keeps what somebody drew, whatever is wrong with it.
     *
     * @param version of the draft it was read from, 0 for none
     * @return the version it has now
     * @throws OptimisticLockingFailureException when somebody else changed it meanwhile
     */
    @Transactional
    long save(String folder, String file, String content, long version, Actor by) {
        refuseUnfit(folder, file, content);
        return write(folder, file, content, version, by);
    }

    private long write(String folder, String file, @Nullable String content, long version, Actor by) {
        drafts.find(folder, file)
                .filter(draft -> !Objects.equals(draft.byId(), by.id()))
                .ifPresent(draft -> keepBeside(folder, draft));
        var kept = drafts.keep(folder, file, content, version, by).orElseThrow(Workbench::meanwhile);
        versions.withdraw(folder);
        trail.worked(folder, file, by);
        return kept;
    }

    private void keepBeside(String folder, DraftFile draft) {
        if (draft.content() != null) {
            others.keep(folder, draft.file(), draft.content(), draft.byName());
        }
    }

    /** Makes a version that was kept beside the draft the draft again, which is kept in its turn. */
    @Transactional
    void putBack(String folder, String file, String content, long version, Actor by) {
        drafts.find(folder, file).ifPresent(draft -> keepBeside(folder, draft));
        write(folder, file, content, version, by);
    }

    private static void refuseUnfit(String folder, String file, String content) {
        if (!FOLDER.matcher(folder).matches()) {
            throw Refusal.of("folder", "designer.refusal.folder");
        }
        if (!FILE.matcher(file).matches()) {
            throw Refusal.of("file", "designer.refusal.file", file);
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > LARGEST || content.indexOf('\0') >= 0) {
            throw Refusal.of("file", "designer.refusal.content", file, LARGEST / 1024);
        }
    }

    /** Writes several files at once over what the draft holds. What is the same as published is left out. */
    @Transactional
    int take(String folder, Map<String, String> files, Actor by) {
        var now = draft(folder);
        var changed = new ArrayList<String>();
        files.forEach((file, content) -> {
            if (!content.equals(now.get(file))) {
                save(folder, file, content, version(folder, file), by);
                changed.add(file);
            }
        });
        return changed.size();
    }

    /** The version of the draft of a file; 0 for none. */
    long version(String folder, String file) {
        return drafts.find(folder, file).map(DraftFile::version).orElse(0L);
    }

    /** Takes a file out of the trajectory, or throws it away when it was never published. */
    @Transactional
    void remove(String folder, String file, long version, Actor by) {
        if (published(folder).containsKey(file)) {
            write(folder, file, null, version, by);
        } else {
            discard(folder, file, version, by);
        }
    }

    /** Goes back to what is published. */
    @Transactional
    void discard(String folder, String file, long version, Actor by) {
        drafts.find(folder, file).ifPresent(draft -> keepBeside(folder, draft));
        if (!drafts.drop(folder, file, version)) {
            throw meanwhile();
        }
        versions.withdraw(folder);
        trail.worked(folder, file, by);
    }

    /** Begins a trajectory with one model that is only a start and an end. Refuses a folder or model that is there. */
    @Transactional
    void begin(String folder, String name, Actor by) {
        if (!FOLDER.matcher(folder).matches()) {
            throw Refusal.of("folder", "designer.refusal.folder");
        }
        if (name.isBlank() || name.strip().length() > 120) {
            throw Refusal.of("name", "designer.refusal.name");
        }
        if (folders().stream().anyMatch(row -> row.folder().equals(folder))) {
            throw Refusal.of("folder", "designer.refusal.taken", folder);
        }
        var file = folder + ".bpmn";
        save(folder, file, Blank.content(file, name.strip()), 0, by);
    }

    /** Adds an empty model, table or form. */
    @Transactional
    void add(String folder, String file, String name, Actor by) {
        if (name.isBlank() || name.strip().length() > 120) {
            throw Refusal.of("name", "designer.refusal.name");
        }
        if (!FILE.matcher(file).matches()) {
            throw Refusal.of("file", "designer.refusal.file", file);
        }
        var known =
                files(folder).stream().filter(row -> row.file().equals(file)).findFirst();
        if (known.isPresent() && known.get().state() != FileRow.State.GONE) {
            throw Refusal.of("file", "designer.refusal.file-taken", file);
        }
        save(folder, file, Blank.content(file, name.strip()), version(folder, file), by);
    }

    /** Whether there is a version or a draft of it. */
    boolean isKnown(String folder) {
        return !published(folder).isEmpty() || !drafts.of(folder).isEmpty();
    }

    Optional<DraftFile> drafted(String folder, String file) {
        return drafts.find(folder, file);
    }

    private static OptimisticLockingFailureException meanwhile() {
        return new OptimisticLockingFailureException("the draft was changed meanwhile");
    }

    record DraftedForm(String folder, FileRow row) {}

    /**
     * @param names of its models
     * @param version the number that new cases start on, 0 for none yet
     * @param drafted how many files the draft changes
     * @param proposed whether the draft waits for a second person
     */
    record FolderRow(String folder, List<String> names, int version, int files, long drafted, boolean proposed) {}
}
