package ro.clickphone.pbx.efactura;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The ZIP that the tax office answers with: the document or the list of its faults, and the seal under it. */
record SealedAnswer(byte[] zip, List<String> documents) {
    private static final int MOST_FILES = 10;
    private static final int LARGEST_FILE = 10_000_000;

    SealedAnswer {
        documents = List.copyOf(documents);
    }

    /** @throws IllegalArgumentException when it is no such ZIP */
    static SealedAnswer read(byte[] zip) {
        List<String> documents = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry file = files.getNextEntry();
            for (int i = 0; file != null && i < MOST_FILES; i++) {
                byte[] content = files.readNBytes(LARGEST_FILE);
                if (file.getName().endsWith(".xml") && !file.getName().startsWith("semnatura")) {
                    documents.add(new String(content, StandardCharsets.UTF_8));
                }
                file = files.getNextEntry();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no ZIP of the tax office", e);
        }
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("the tax office's ZIP holds no document");
        }
        return new SealedAnswer(zip, documents);
    }

    /** Whether it is about the document of that number. */
    boolean holds(String printed) {
        return documents.stream()
                .map(OfficeXml::documentNumber)
                .flatMap(Optional::stream)
                .anyMatch(printed::equals);
    }

    /** The faults that it lists; empty when it lists none. */
    String faults() {
        return documents.stream()
                .map(OfficeXml::parse)
                .map(OfficeXml::errorText)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
