package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSizeTest {
    /** More can be neither read nor given in the right order; parts that belong together become a record of their own. */
    private static final int MOST = 12;

    @Test
    void no_record_has_more_components_than_can_be_read() {
        List<Class<?>> records = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.rehearsal").stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(records)
                .hasSizeGreaterThan(200)
                .allSatisfy(one ->
                        assertThat(one.getRecordComponents()).as(one.getName()).hasSizeLessThanOrEqualTo(MOST));
    }
}
