package dev.rehearsal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.fuzz.Names;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.VolumeFile;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile of a database whose names are hostile is read as it was meant. */
class HostileVolumeTest {
    private static final List<String> YAML = List.of(
            "a: b",
            "- a",
            "&anchor",
            "*alias",
            "!!java.net.URL x",
            "# comment",
            "null",
            "YES",
            "~",
            "next\u0085line",
            "line\u2028separator",
            "paragraph\u2029separator",
            "\uFEFFmark",
            "${env}",
            "@{x}",
            "::error::x",
            "{ a: 1 }",
            "trailing ");

    @TempDir
    Path folder;

    @Test
    void every_name_and_value_comes_back() throws IOException {
        List<String> names = new ArrayList<>(YAML);
        names.addAll(new Names(new Random(1), 0).odd());
        List<TableStatistics> tables =
                names.stream().map(HostileVolumeTest::table).toList();
        String text = new VolumeText(List.of("of a\nb: 1\u0085c: 2\u2028d: 3"), 1).of(tables);
        Path file = Files.writeString(folder.resolve("volume.yaml"), text);

        VolumeProfile read = VolumeFile.read(file, VolumeProfile.uniform(1, 10));

        for (String name : names) {
            QualifiedName table = SqlNames.relation("public", name);
            assertThat(read.rowsOf(table)).as(name).isEqualTo(77);
            assertThat(read.productionRowsOf(table)).as(name).isEqualTo(77L);
            assertThat(read.columnOf(table, name).values()).as(name).containsExactly(Map.entry(name, 3.0));
        }
        assertThat(text).doesNotContain("\u001b", "\u202E", "\u0085", "\u2028");
    }

    private static TableStatistics table(String name) {
        ColumnVolume volume = new ColumnVolume(Map.of(name, 3.0), List.of(), null, null, null, null, null);
        String remark = "about " + name + "\n  evil: 1\u0085  evil: 2\u2028  evil: 3";
        return new TableStatistics(
                SqlNames.relation("public", name), 77L, remark, List.of(new ColumnStatistics(name, volume, remark)));
    }
}
