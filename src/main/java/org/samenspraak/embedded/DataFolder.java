package org.samenspraak.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of an office on one machine. {@code postgres} is the database, {@code postgres.log} what it said since its
 * start, {@code lock} belongs to the program that uses the folder, {@code first-start} stands there until the database
 * has started once.
 */
record DataFolder(Path path) {

    static DataFolder of(String folder) {
        return new DataFolder(Path.of(folder).toAbsolutePath().normalize());
    }

    Path database() {
        return path.resolve("postgres");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    /** Takes the folder for this program; held as long as the channel is reachable, gone when the program is killed. */
    FileChannel lock() {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(null);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            throw inUse(e);
        } catch (IOException e) {
            throw new CannotStart("embedded.start.not-writable", e, path);
        }
    }

    private CannotStart inUse(@Nullable Throwable cause) {
        return new CannotStart("embedded.start.in-use", cause, path);
    }

    /** A first start that was cut off leaves half a database with nothing in it: that one begins anew. */
    void prepareFirstStart() throws IOException {
        var mark = path.resolve("first-start");
        if (Files.exists(mark)) {
            FileSystemUtils.deleteRecursively(database());
        }
        if (Files.notExists(database())) {
            Files.writeString(mark, "");
        }
    }

    void firstStartSucceeded() throws IOException {
        Files.deleteIfExists(path.resolve("first-start"));
    }

    void refuseOtherVersion(String major) throws IOException {
        var file = database().resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : major;
        if (!version.equals(major)) {
            throw new CannotStart("embedded.start.other-version", null, path, version, major);
        }
    }

    /** The server that a killed program left running here, if any. */
    @Nullable
    ProcessHandle leftover() throws IOException {
        var pidFile = database().resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return null;
        }
        var lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(DataFolder::isServer)
                        .orElse(null);
    }

    /** After a restart of the machine another program can have the number. */
    private static boolean isServer(ProcessHandle process) {
        return process.info().command().filter(it -> it.contains("postgres")).isPresent();
    }

    /** The end of what the database said. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
