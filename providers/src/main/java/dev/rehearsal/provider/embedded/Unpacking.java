package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the archive in a jar of binaries into a directory, and nowhere else. */
final class Unpacking {
    private static final int EXECUTABLE = 0100;

    private final Path directory;

    Unpacking(Path directory) {
        this.directory = directory;
    }

    /** Unpacks the archive of that name out of the jar; throws if the jar does not have it. */
    void unpack(InputStream jar, String archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(jar)) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().equals(archive)) {
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                throw new IOException("The jar does not hold " + archive + ": it is another platform's.");
            }
            unpackTar(new TarArchiveInputStream(new XZInputStream(zip)));
        }
    }

    /** Unpacks the files below a folder of the jar; throws if there are none. Those of {@code bin} and the like are programs. */
    void unpackFolder(InputStream jar, String folder, Predicate<String> wanted, Predicate<String> program)
            throws IOException {
        int found = 0;
        try (ZipInputStream zip = new ZipInputStream(jar)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
                    String name = entry.getName().substring(folder.length());
                    if (wanted.test(name)) {
                        Path target = inside(name);
                        Files.createDirectories(Objects.requireNonNull(target.getParent()));
                        Files.copy(zip, target);
                        setMode(target, program.test(name) ? EXECUTABLE : 0);
                        found++;
                    }
                }
            }
        }
        if (found == 0) {
            throw new IOException("The jar does not hold " + folder + ": it is another platform's.");
        }
    }

    private void unpackTar(TarArchiveInputStream tar) throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null) {
            unpackEntry(tar, entry, inside(entry.getName()));
            entry = tar.getNextEntry();
        }
    }

    private void unpackEntry(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            inside(directory
                    .relativize(target)
                    .resolveSibling(entry.getLinkName())
                    .toString());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, inside(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            setMode(target, entry.getMode());
        }
    }

    private static void setMode(Path target, int mode) throws IOException {
        if ((mode & EXECUTABLE) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + target + " executable.");
        }
    }

    private Path inside(String name) throws IOException {
        Path target = directory.resolve(name).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive reaches outside its directory: " + name);
        }
        return target;
    }
}
