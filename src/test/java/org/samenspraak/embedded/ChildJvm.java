package org.samenspraak.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An office in a Java of its own, which can be stopped and killed. */
public class ChildJvm implements AutoCloseable {

    static final String ADMINISTRATOR = "administrator";
    static final String PASSWORD = "a password of these tests";

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ChildJvm tinyOffice(Path folder, Map<String, String> environment) throws IOException {
        return tinyOffice(folder, environment, jar -> true);
    }

    static ChildJvm tinyOffice(Path folder, Map<String, String> environment, Predicate<String> classpath)
            throws IOException {
        return start(List.of("-cp", path(classpath), TinyOffice.class.getName()), folder, environment);
    }

    /** The whole office on a database that is there, with its own clocks and job executor. */
    static ChildJvm office(String database, int mailPort) throws IOException {
        return start(
                List.of("-Duser.timezone=UTC", "-Xmx512m", "-cp", classpath(), WholeOffice.class.getName()),
                Path.of("target/data"),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        database,
                        "SPRING_MAIL_HOST",
                        "127.0.0.1",
                        "SPRING_MAIL_PORT",
                        "" + mailPort,
                        "SERVER_PORT",
                        "0",
                        "LOGGING_LEVEL_ROOT",
                        "warn",
                        "SAMENSPRAAK_LINKS_SECRET",
                        "a secret of these tests that is long enough",
                        "SAMENSPRAAK_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "SAMENSPRAAK_ADMIN_PASSWORD",
                        PASSWORD));
    }

    /** Without an empty entry at its end, which would stand for the folder that the tests run in. */
    public static String classpath() {
        return path(jar -> true);
    }

    private static String path(Predicate<String> classpath) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(classpath)
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static ChildJvm start(List<String> arguments, Path folder, Map<String, String> environment)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                Stream.concat(Stream.of(java), arguments.stream()).toList());
        builder.environment().keySet().removeIf(it -> it.startsWith("SPRING_") || it.startsWith("SAMENSPRAAK_"));
        builder.environment().put("SAMENSPRAAK_DATA", folder.toString());
        builder.environment().putAll(environment);
        return new ChildJvm(builder.redirectErrorStream(true).start());
    }

    /** Waits until it runs; the line says where its database is and which profiles are active, or where its pages are. */
    public String awaitRunning() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(TinyOffice.RUNS)) {
                return line.substring(TinyOffice.RUNS.length());
            }
        }
        throw new IllegalStateException("It does not run: " + said);
    }

    /** Waits until it gave up; everything that it said. */
    String awaitFailure() throws IOException {
        output.lines().forEach(line -> said.append(line).append('\n'));
        return said.toString();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    /** Stops it in order, when it still runs. */
    @Override
    public void close() throws IOException {
        if (!process.isAlive()) {
            return;
        }
        process.outputWriter().close();
        output.lines().forEach(line -> said.append(line).append('\n'));
    }
}
