package ro.clickphone.portal.profile;

import java.util.Optional;
import java.util.stream.Stream;

/** A browser as its owner knows it, {@code Firefox, Windows}, from what it says of itself (RFC 9110 10.1.5). */
record BrowserName(String program, String system) {
    /** How it marks itself, and its name; in this order: each also claims to be some of those after it. */
    private static final String[][] PROGRAMS = {
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"FxiOS/", "Firefox"},
        {"Firefox/", "Firefox"},
        {"CriOS/", "Chrome"},
        {"Chrome/", "Chrome"},
        {"Safari/", "Safari"}
    };

    private static final String[][] SYSTEMS = {
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Android", "Android"},
        {"Windows", "Windows"},
        {"Mac OS X", "macOS"},
        {"Linux", "Linux"}
    };

    /** @return empty when it is none of those that people use */
    static Optional<BrowserName> of(String userAgent) {
        return first(PROGRAMS, userAgent)
                .map(program ->
                        new BrowserName(program, first(SYSTEMS, userAgent).orElse("")));
    }

    private static Optional<String> first(String[][] marks, String userAgent) {
        return Stream.of(marks)
                .filter(mark -> userAgent.contains(mark[0]))
                .map(mark -> mark[1])
                .findFirst();
    }

    @Override
    public String toString() {
        return system.isEmpty() ? program : program + ", " + system;
    }
}
