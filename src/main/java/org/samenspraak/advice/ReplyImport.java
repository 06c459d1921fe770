package org.samenspraak.advice;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Replies.Saved;
import org.samenspraak.advice.ReplySheets.Row;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.SheetRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replies that were written in a workbook: first shown, then kept. */
@Service
class ReplyImport {

    private final ReplySheets sheets;
    private final SheetReplies lines;
    private final ReplyUnits units;
    private final Replies replies;
    private final Clock clock;

    ReplyImport(ReplySheets sheets, SheetReplies lines, ReplyUnits units, Replies replies, Clock clock) {
        this.sheets = sheets;
        this.lines = lines;
        this.units = units;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Puts what was changed in a file aside, until it is confirmed. A file that was read in before and not confirmed is gone.
     *
     * @throws Refusal at {@code file} for one that can't be read, is too large, is another one or changes nothing
     */
    void take(CaseId caseId, InputStream file, SignedIn me) throws IOException {
        var rows = lines.changed(SheetRows.read(file));
        if (rows.isEmpty()) {
            throw Refusal.of("file", "advice.refusal.nothing-changed");
        }
        sheets.put(caseId, me.person(), rows, clock.instant());
    }

    void forget(CaseId caseId, SignedIn me) {
        sheets.remove(caseId, me.person());
    }

    /** What the file that waits would change, held against the replies as they are now. */
    @Transactional(readOnly = true)
    public Preview preview(CaseId caseId, SignedIn me) {
        var rows = sheets.of(caseId, me.person());
        var now = units.find(caseId, rows.stream().map(row -> row.reply().key()).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(ReplyUnit::key, Function.identity()));
        var preview = new Preview(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var row : rows) {
            sort(row, now.get(row.reply().key()), preview);
        }
        return preview;
    }

    private void sort(Row row, @Nullable ReplyUnit unit, Preview preview) {
        if (unit == null || row.twice()) {
            var message = row.twice() ? "advice.refusal.row-twice" : "advice.refusal.row-unknown";
            preview.wrong().add(new Line(row.line(), row.reply(), unit, List.of(new Refusal(message))));
            return;
        }
        if (isForged(unit, row.reply())) {
            var refusal = new Refusal("advice.refusal.row-version");
            preview.wrong().add(new Line(row.line(), row.reply(), unit, List.of(refusal)));
            return;
        }
        if (Replies.saysTheSame(unit, row.reply())) {
            return;
        }
        var line = new Line(row.line(), row.reply(), unit, replies.problems(row.reply()));
        if (!line.problems().isEmpty()) {
            preview.wrong().add(line);
        } else if (unit.version() != row.reply().shownVersion()) {
            preview.conflicts().add(line);
        } else {
            preview.changes().add(line);
        }
    }

    /** The cell that says what its reader saw is none that we ever wrote: nobody knows what a reply in that row is an answer to. */
    private static boolean isForged(ReplyUnit unit, TypedReply reply) {
        var shown = reply.shownVersion();
        var same = print(unit.mark()).equals(print(reply.mark()));
        return shown < -1 || shown > unit.version() || (shown == unit.version()) != same;
    }

    private static String print(String mark) {
        return mark.substring(mark.indexOf('.') + 1);
    }

    /**
     * Keeps what can be kept. Where a colleague changed the same, the choice decides.
     *
     * @param choices by key: the mark of the reply that the reader saw when they chose their file; without one what is there
     *     stays
     */
    @Transactional
    public Saved confirm(CaseId caseId, Map<UUID, String> choices, SignedIn me) {
        var preview = preview(caseId, me);
        var kept = new ArrayList<TypedReply>();
        preview.changes().forEach(line -> kept.add(line.reply()));
        for (var line : preview.conflicts()) {
            var seen = choices.get(line.reply().key());
            if (seen != null) {
                kept.add(line.reply().marked(seen));
            }
        }
        var saved = replies.save(caseId, kept, me.actor());
        if (!saved.isConflict()) {
            sheets.remove(caseId, me.person());
        }
        return saved;
    }

    /** @param wrong what can't be read in, and why */
    record Preview(List<Line> changes, List<Line> conflicts, List<Line> wrong) {

        public boolean isEmpty() {
            return changes.isEmpty() && conflicts.isEmpty() && wrong.isEmpty();
        }
    }

    /**
     * @param number of the line in the file
     * @param unit what it answers, as it is now; none for a row that is not from here
     */
    record Line(int number, TypedReply reply, @Nullable ReplyUnit unit, List<Refusal> problems) {}
}
