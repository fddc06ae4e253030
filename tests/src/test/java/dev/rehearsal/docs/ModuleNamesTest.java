package dev.rehearsal.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each module that is published says its module name, and no other says the same. */
class ModuleNamesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Pattern NAME = Pattern.compile("<module\\.name>(dev\\.rehearsal\\.\\w+)</module\\.name>");

    @Test
    void each_published_module_has_a_name_of_its_own() throws IOException {
        List<String> names = new ArrayList<>();
        Matcher modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
        while (modules.find()) {
            String module = modules.group(1);
            if (!module.matches("bom|tests|it|src-samples/.*")) {
                Matcher name =
                        NAME.matcher(Files.readString(ROOT.resolve(module).resolve("pom.xml")));
                assertThat(name.find()).as(module).isTrue();
                names.add(name.group(1));
            }
        }
        assertThat(names).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    }
}
