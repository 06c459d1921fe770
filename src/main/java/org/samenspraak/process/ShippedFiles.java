package org.samenspraak.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What came with the product in {@code processes/} and {@code forms/}, by folder: the same name under both is one trajectory. */
@Component
class ShippedFiles {

    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*/*.bpmn", "classpath*:processes/*/*.dmn", "classpath*:forms/*/*.form");

    private final ResourcePatternResolver resources;

    ShippedFiles(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /** Content by the name of the file, by folder. */
    SortedMap<String, SortedMap<String, byte[]>> byFolder() {
        var folders = new TreeMap<String, SortedMap<String, byte[]>>();
        try {
            for (var pattern : PATTERNS) {
                for (var file : resources.getResources(pattern)) {
                    var path = file.getURL().getPath().split("/");
                    folders.computeIfAbsent(path[path.length - 2], folder -> new TreeMap<>())
                            .put(path[path.length - 1], file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }
}
