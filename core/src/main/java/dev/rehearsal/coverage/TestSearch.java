package dev.rehearsal.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the compiled tests of a project are, and whether each migration must have one.
 *
 * @param folders folders of class files; one that does not exist holds none
 * @param classes finds the class files of annotations, also in jars; none is loaded as a class
 * @param required whether each rehearsed migration must have a test
 */
public record TestSearch(List<Path> folders, ClassLoader classes, boolean required) {
    /** Looks nowhere and requires nothing. */
    public static final TestSearch NONE = new TestSearch(List.of(), ClassLoader.getPlatformClassLoader(), false);

    public TestSearch {
        folders = List.copyOf(folders);
    }

    /** {@return what the tests there say which migrations they test} */
    public FoundTests find() {
        AnnotationTypes types = new AnnotationTypes(classes);
        Map<String, ClassFile> found = new TreeMap<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : files(unreadable)) {
            try {
                ClassFile read = ClassFile.read(Files.readAllBytes(file), types);
                found.put(read.name(), read);
            } catch (IOException
                    | RuntimeException e) { // ASM throws several kinds at a file that it does not understand
                unreadable.add(file + ": " + e);
            }
        }
        Set<String> versions = new TreeSet<>();
        found.values().stream().filter(one -> !isDisabled(one, found)).forEach(one -> versions.addAll(one.versions()));
        return new FoundTests(versions, unreadable);
    }

    private List<Path> files(List<String> unreadable) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(file -> file.toString().endsWith(".class")).forEach(files::add);
                } catch (IOException e) {
                    unreadable.add(folder + ": " + e.getMessage());
                }
            }
        }
        return files;
    }

    /** A test within a class that is switched off does not run either. */
    private static boolean isDisabled(ClassFile innermost, Map<String, ClassFile> all) {
        @Nullable ClassFile one = innermost;
        while (one != null && !one.disabled()) {
            one = one.outer() == null ? null : all.get(one.outer());
        }
        return one != null;
    }
}
