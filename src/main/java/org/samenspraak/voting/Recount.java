package org.samenspraak.voting;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.samenspraak.kernel.Refusal;

/**
 * Counts a published {@code .pb} file again, without the application and without a database: prints the same bytes as the office
 * published. What the file says of itself is laid beside it, on the other stream. docs/operations.md says how to start it.
 */
public final class Recount {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;
    private static final int DIFFERS = 3;

    private Recount() {}

    public static void main(String[] args) throws IOException {
        // bytes, not text in the encoding of the machine
        try (var out = new FileOutputStream(FileDescriptor.out);
                var err = new FileOutputStream(FileDescriptor.err)) {
            System.exit(run(args, out, err));
        }
    }

    /** Gives 0; or 1 when the file can't be counted, and says why; or 2 when no file is named; or 3 when the file names other projects as chosen. */
    static int run(String[] args, OutputStream out, OutputStream err) throws IOException {
        if (args.length != 1) {
            return refuse(err, MISUSED, "voting.recount.usage");
        }
        byte[] steps;
        List<Step> notes;
        try (var bytes = Files.newInputStream(Path.of(args[0]))) {
            var file = PbReader.read(bytes);
            var election = PbElections.of(file);
            var outcome = Count.of(election);
            steps = outcome.bytes();
            notes = PbClaims.of(file, election, outcome);
        } catch (Refusal e) {
            return refuse(err, REFUSED, e.messageKey(), e.args().toArray());
        } catch (IOException | InvalidPathException e) {
            return refuse(err, REFUSED, "voting.recount.unreadable", args[0]);
        }
        out.write(steps);
        for (var note : notes) {
            say(err, note.key(), note.args().toArray());
        }
        return notes.stream().anyMatch(PbClaims::differs) ? DIFFERS : DONE;
    }

    private static int refuse(OutputStream err, int code, String key, Object... args) throws IOException {
        say(err, key, args);
        return code;
    }

    private static void say(OutputStream err, String key, Object... args) throws IOException {
        var bundle = key.startsWith("voting.pb.") ? "messages.voting-pb" : "messages.voting";
        var text = ResourceBundle.getBundle(bundle, Locale.getDefault()).getString(key);
        err.write((MessageFormat.format(text, args) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
