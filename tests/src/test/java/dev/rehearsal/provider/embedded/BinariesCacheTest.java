package dev.rehearsal.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.RunOwner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BinariesCacheTest {
    @TempDir
    Path directory;

    @Test
    void programs_are_unpacked_once_for_each_content() throws Exception {
        BinariesCache cache = new BinariesCache(directory);
        byte[] first = jar("bin/postgres", "one");
        byte[] second = jar("bin/postgres", "two");
        Path programs = cache.programs(major -> new ByteArrayInputStream(first), 18);
        assertThat(programs.resolve("bin/postgres")).hasContent("one").isExecutable();
        assertThat(cache.programs(major -> new ByteArrayInputStream(first), 18)).isEqualTo(programs);
        assertThat(cache.programs(major -> new ByteArrayInputStream(second), 18))
                .isNotEqualTo(programs);
        assertThat(names()).hasSize(2).allMatch(name -> name.startsWith("postgres-18-"));
    }

    @Test
    void an_archive_that_reaches_outside_is_refused_and_leaves_nothing() throws Exception {
        byte[] hostile = jar("../../../escaped", "evil");
        assertThatThrownBy(() -> new BinariesCache(directory).programs(major -> new ByteArrayInputStream(hostile), 18))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reaches outside");
        assertThat(directory).isEmptyDirectory();
        assertThat(directory.resolveSibling("escaped")).doesNotExist();
    }

    @Test
    void what_a_killed_process_left_half_unpacked_is_cleared() throws Exception {
        RunOwner self = RunOwner.current();
        part(new RunOwner(self.machine(), 4_190_000, 1));
        Path living = part(self);
        Path elsewhere = part(new RunOwner("elsewhere", 4_190_000, 1));
        byte[] jar = jar("bin/postgres", "one");
        new BinariesCache(directory).programs(major -> new ByteArrayInputStream(jar), 18);
        assertThat(names().stream().filter(name -> name.startsWith("part-")))
                .containsExactlyInAnyOrder(
                        living.getFileName().toString(), elsewhere.getFileName().toString());
    }

    private Path part(RunOwner owner) throws IOException {
        Path part = directory.resolve("part-" + owner.toString().replace('/', '_') + "-123");
        Files.writeString(Files.createDirectory(part).resolve("file"), "half");
        return part;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] jar(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.putNextEntry(new ZipEntry(Platform.current().archive()));
            zip.write(archive(name, content));
        }
        return bytes.toByteArray();
    }

    private static byte[] archive(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream xz = new XZOutputStream(bytes, new LZMA2Options());
                TarArchiveOutputStream tar = new TarArchiveOutputStream(xz)) {
            byte[] text = content.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(text.length);
            entry.setMode(0755);
            tar.putArchiveEntry(entry);
            tar.write(text);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
