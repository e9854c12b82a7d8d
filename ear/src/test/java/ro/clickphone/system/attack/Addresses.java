package ro.clickphone.system.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the portal answers, as its sources say: nothing that is new can be forgotten by an attack. */
final class Addresses {
    private static final Path WEBAPP = Path.of("../web/src/main/webapp");
    private static final Path SOURCES = Path.of("../web/src/main/java");
    private static final Pattern PARAMETER = Pattern.compile("viewParam name=\"([a-zA-Z]+)\"");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(([^)]*)\\)");

    private Addresses() {}

    /** All pages there are, fragments of pages left out. */
    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            List<String> pages = files.map(file -> WEBAPP.relativize(file).toString())
                    .filter(name ->
                            name.endsWith(".xhtml") && !name.startsWith("WEB-INF") && !name.startsWith("resources"))
                    .filter(name -> text(name).contains("template="))
                    .sorted()
                    .toList();
            assertThat(pages).hasSizeGreaterThan(20);
            return pages;
        }
    }

    static List<String> parameters(String page) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text(page));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String text(String page) {
        try {
            return Files.readString(WEBAPP.resolve(page));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is no page: files, sounds, the way to the payment; {@code *} where a name is expected. */
    static List<String> servlets() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                Matcher one = SERVLET.matcher(Files.readString(file));
                while (one.find()) {
                    Matcher path = Pattern.compile("\"/([^\"]+)\"").matcher(one.group(1));
                    while (path.find()) {
                        found.add(path.group(1));
                    }
                }
            }
        }
        return found;
    }
}
