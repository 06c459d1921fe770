package org.samenspraak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the compiler does not hold about the source files. */
class SourcesTest {

    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 40;
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void keepsFilesShort() throws IOException {
        assertThat(Stream.concat(javaFiles(), javaFilesOf("src/test/java")).filter(it -> lines(it) > FILE_LINES))
                .as("a file of more than %d lines does several things", FILE_LINES)
                .isEmpty();
    }

    @Test
    void keepsMethodsShort() throws IOException {
        assertThat(longMethods())
                .as("a method of more than %d lines does several things", METHOD_LINES)
                .isEmpty();
    }

    @Test
    void leavesNothingForLater() throws IOException {
        assertThat(javaFiles().filter(it -> read(it).contains("TODO" + ":") || read(it).contains("FIX" + "ME")))
                .as("what is left is an issue, not a comment")
                .isEmpty();
    }

    @Test
    void namesMigrationsByTimeAndModule() throws IOException {
        var name = Pattern.compile("V(\\d{12})__([a-z]+)_[a-z0-9_]+\\.sql");
        var versions = new ArrayList<String>();
        try (var files = Files.list(MIGRATIONS)) {
            files.forEach(file -> {
                var match = name.matcher(String.valueOf(file.getFileName()));
                assertThat(match.matches())
                        .as("V<time>__<module>_<what>.sql: %s", file)
                        .isTrue();
                assertThat(Path.of("src/main/java/org/samenspraak", match.group(2)))
                        .as("the module that owns %s", file)
                        .isDirectory();
                versions.add(match.group(1));
            });
        }
        assertThat(versions).as("one migration per version").isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> longMethods() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<String>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var files = manager.getJavaFileObjectsFromPaths(javaFiles().toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, files);
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new TreeScanner<@Nullable Void, CompilationUnitTree>() {
                    @Override
                    public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree file) {
                        var body = method.getBody();
                        if (body != null) {
                            var map = file.getLineMap();
                            var length = map.getLineNumber(positions.getEndPosition(file, body))
                                    - map.getLineNumber(positions.getStartPosition(file, body))
                                    + 1;
                            if (length > METHOD_LINES) {
                                found.add("%s.%s: %d"
                                        .formatted(file.getSourceFile().getName(), method.getName(), length));
                            }
                        }
                        return super.visitMethod(method, file);
                    }
                }.scan(unit, unit);
            }
        }
        return found;
    }

    private static Stream<Path> javaFiles() throws IOException {
        return javaFilesOf("src/main/java");
    }

    private static Stream<Path> javaFilesOf(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(it -> it.toString().endsWith(".java")).toList().stream();
        }
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
