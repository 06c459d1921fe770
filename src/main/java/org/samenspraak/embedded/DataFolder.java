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
            throw new CannotStart(
                    "The data folder %s can't be written.".formatted(path),
                    "Give the user who starts the office the right to write there, or choose another folder:"
                            + " SAMENSPRAAK_DATA=/path/to/folder mvn spring-boot:run",
                    e);
        }
    }

    private CannotStart inUse(@Nullable Throwable cause) {
        return new CannotStart(
                "Another office already runs on the data folder %s.".formatted(path),
                "Stop that one first, or give this one a folder and a port of its own:"
                        + " SAMENSPRAAK_DATA=data2 SERVER_PORT=8081 mvn spring-boot:run",
                cause);
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
        var version = database().resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(major)) {
            throw new CannotStart(
                    "The data folder %s was made by PostgreSQL %s; this version of the office brings PostgreSQL %s."
                            .formatted(path, Files.readString(version).strip(), major),
                    "Start the version of the office that made it and move the data by pg_dump (docs/operations.md),"
                            + " or choose another folder: SAMENSPRAAK_DATA=data2 mvn spring-boot:run");
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
