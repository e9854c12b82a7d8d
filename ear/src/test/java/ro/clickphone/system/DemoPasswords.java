package ro.clickphone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the exchange wrote down at its first start for the person who tries it: who, and the password. */
public final class DemoPasswords {
    private final List<String[]> lines;

    private DemoPasswords(List<String[]> lines) {
        this.lines = lines;
    }

    static DemoPasswords in(Path data) {
        try {
            return new DemoPasswords(Files.readAllLines(data.resolve("demo-passwords.txt")).stream()
                    .map(line -> line.split(" {3,}"))
                    .filter(words -> words.length >= 3)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param who an e-mail address of the portal, or a SIP user */
    public String of(String who) {
        return lines.stream()
                .filter(words -> words[1].equals(who))
                .map(words -> words[2])
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demo has no " + who));
    }
}
