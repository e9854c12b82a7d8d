package ro.clickphone.portal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
    private static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://192.0.2.1\",\"x\")",
            "+cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "-1+1",
            "</t></is></c><c><f>1+1</f></c>",
            "a\u0000b\u0007c");

    @TempDir
    Path folder;

    @Test
    void name_of_a_caller_is_a_text_in_a_cell_and_neither_a_formula_nor_markup() throws IOException {
        Path file = folder.resolve("apeluri.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Apeluri")) {
            book.line(HOSTILE);
        }
        int sheets = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(xml).as(entry.getName()).doesNotContain("<f>", "<f ", "<hyperlink", "\u0000", "\u0007");
                sheets += entry.getName().contains("worksheets/") ? 1 : 0;
            }
        }
        assertThat(sheets).isPositive();
    }
}
