package org.samenspraak.web;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** Which bundled file is which: their names hold a hash of what is in them. */
@Component
class Assets {

    private static final String FOLDER = "/assets/";

    private final Properties names;

    Assets() throws IOException {
        names = PropertiesLoaderUtils.loadProperties(new ClassPathResource("static/assets/assets.properties"));
    }

    String url(String name) {
        var file = names.getProperty(name);
        if (file == null) {
            throw new IllegalStateException("The frontend build made no " + name);
        }
        return FOLDER + file;
    }

    List<String> fonts() {
        return names.stringPropertyNames().stream()
                .map(names::getProperty)
                .filter(file -> file.endsWith(".woff2"))
                .sorted()
                .map(file -> FOLDER + file)
                .toList();
    }
}
