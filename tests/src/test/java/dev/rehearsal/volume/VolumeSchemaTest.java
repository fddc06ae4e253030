package dev.rehearsal.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor says of a volume file is what we say of it. */
class VolumeSchemaTest {
    private static final Path FILE = Path.of("..", "docs", "volume.schema.json");

    @TempDir
    private Path folder;

    @Test
    void the_schema_knows_exactly_the_keys_that_the_parser_knows() throws IOException {
        assertThat(keys("/properties")).containsExactlyElementsOf(new TreeSet<>(VolumeFile.TOP));
        assertThat(keys("/properties/seed-sql/properties"))
                .containsExactlyElementsOf(new TreeSet<>(VolumeFile.SEED_SQL));
        assertThat(keys("/$defs/table/properties")).containsExactlyElementsOf(new TreeSet<>(VolumeFile.TABLE));
        assertThat(keys("/$defs/column/properties")).containsExactlyElementsOf(new TreeSet<>(ColumnReader.KNOWN));
    }

    @Test
    void every_volume_file_of_the_project_is_valid() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.find(
                Path.of(".."),
                10,
                (path, is) -> path.endsWith("volume.yaml") && !path.toString().contains("target"))) {
            files = all.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(problems(Files.readString(file))).as(file.toString()).isEmpty();
            VolumeFile.read(file, VolumeProfile.uniform(1, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seed: 7\nrows: 1_000\nedges: false\n",
                "tables: { users: 10, orders: 4 per users, 'app.\"Big One\"': 0.5 per app.orders, unknown: null }\n",
                "tables: { t: { rows: null, columns: { a: null, b: { values: [1, x, true] } } } }\n",
                "tables: { t: { rows: 2 per u, columns: { a: { distinct: 35%, skew: 1.1, nulls: 0, width: 40 } } } }\n",
                "tables: { t: { columns: { a: { range: [1, 2.5], correlation: -0.5 }, b: { distinct: 12 } } } }\n",
                "tables: { t: { columns: { a: { pattern: '[A-Z]', sql: n }, b: { values: { x: 1, y: 0.5 } } } } }\n",
                "production: { users: 250_000_000, orders: null }\n",
                "tables: { currencies: own, countries: { rows: own } }\n",
            })
    void both_accept(String yaml) throws IOException {
        assertThat(problems(yaml)).isEmpty();
        read(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tabels: {}\n",
                "edges: perhaps\n",
                "rows: -1\n",
                "tables: { t: many }\n",
                "tables: { t: { row: 1 } }\n",
                "tables: { t: { columns: { a: { null: 0.5 } } } }\n",
                "tables: { t: { columns: { a: { nulls: 1.5 } } } }\n",
                "tables: { t: { columns: { a: { distinct: 0 } } } }\n",
                "tables: { t: { columns: { a: { distinct: a few } } } }\n",
                "tables: { t: { columns: { a: { range: [1] } } } }\n",
                "tables: { t: { columns: { a: { skew: -1 } } } }\n",
                "tables: { t: { columns: { a: { width: 0 } } } }\n",
                "tables: { t: { columns: { a: { correlation: 2 } } } }\n",
                "rows: own\n",
                "tables: { t: owns }\n",
                "seed-sql: { during: x.sql }\n",
                "production: { users: lots }\n",
            })
    void both_refuse(String yaml) throws IOException {
        assertThat(problems(yaml)).isNotEmpty();
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(VolumeException.class).hasMessageContaining("volume.yaml:");
    }

    private void read(String yaml) throws IOException {
        VolumeFile.read(Files.writeString(folder.resolve("volume.yaml"), yaml), VolumeProfile.uniform(1, 1));
    }

    private static List<String> problems(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE));
        String text = yaml.isBlank() ? "{}" : yaml;
        return schema.validate(text, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    private static Set<String> keys(String pointer) throws IOException {
        JsonNode node = JsonMapper.shared().readTree(Files.readString(FILE)).at(pointer);
        return new TreeSet<>(node.propertyNames());
    }
}
