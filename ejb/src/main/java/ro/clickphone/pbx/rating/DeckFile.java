package ro.clickphone.pbx.rating;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ro.clickphone.pbx.kernel.Money;
import ro.clickphone.pbx.kernel.Refusal;
import ro.clickphone.pbx.number.NumberClass;

/**
 * A price list as CSV: prefix, destination, class, price a minute, connection, first, next, minimum; semicolons with
 * decimal commas or points, or commas with points; the first line may be a heading. Pure. A wrong line stops nothing: all
 * of them are told at once.
 *
 * @param wrong how many lines are wrong; {@code errors} holds the first ones
 */
record DeckFile(List<Tariff> tariffs, List<LineError> errors, int wrong) {
    static final int MOST_LINES = 250_000;
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_ERRORS = 200;
    private static final int LONGEST_DESTINATION = 80;
    private static final Money DEAREST = Money.ofCents(1_000_00);

    /** @throws Refusal {@code rating.file.tooLarge}, {@code rating.file.encoding}, {@code rating.file.empty} */
    static DeckFile read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Refusal("rating.file.tooLarge", "file", MOST_LINES);
        }
        Reading reading = new Reading();
        int number = 0;
        for (String line : text(file).lines().limit(MOST_LINES + 2L).toList()) {
            number++;
            if (!line.isBlank() && !(number == 1 && isHeading(line))) {
                reading.line(number, line);
            }
        }
        if (number > MOST_LINES + 1) {
            throw new Refusal("rating.file.tooLarge", "file", MOST_LINES);
        }
        if (reading.lineOf.isEmpty() && reading.wrong == 0) {
            throw new Refusal("rating.file.empty", "file");
        }
        return new DeckFile(List.copyOf(reading.tariffs), List.copyOf(reading.errors), reading.wrong);
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal("rating.file.encoding", "file");
        }
    }

    private static boolean isHeading(String line) {
        return cells(line).stream().noneMatch(cell -> cell.matches("\\+?[0-9]+([.,][0-9]+)?"));
    }

    private static List<String> cells(String line) {
        char separator = line.indexOf(';') >= 0 ? ';' : ',';
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** What is wrong with one line. */
    private static final class WrongLine extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final List<String> arguments;

        WrongLine(String code, String... arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = List.of(arguments);
        }
    }

    /** The state of reading: what is good so far, and what is not. */
    private static final class Reading {
        private final List<Tariff> tariffs = new ArrayList<>();
        private final List<LineError> errors = new ArrayList<>();
        private final Map<String, Integer> lineOf = new HashMap<>();
        private int wrong;

        void line(int number, String line) {
            try {
                Tariff tariff = tariff(cells(line));
                Integer earlier = lineOf.putIfAbsent(tariff.prefix(), number);
                if (earlier != null) {
                    throw new WrongLine("rating.line.twice", tariff.prefix(), earlier.toString());
                }
                tariffs.add(tariff);
            } catch (WrongLine e) {
                wrong++;
                if (errors.size() < MOST_ERRORS) {
                    errors.add(new LineError(number, e.code, e.arguments));
                }
            }
        }
    }

    private static Tariff tariff(List<String> cells) throws WrongLine {
        if (cells.size() < 4 || cells.size() > 8) {
            throw new WrongLine("rating.line.columns", Integer.toString(cells.size()));
        }
        String prefix = cells.get(0).startsWith("+") ? cells.get(0).substring(1) : cells.get(0);
        if (!prefix.matches("[1-9][0-9]{0,14}")) {
            throw new WrongLine("rating.line.prefix", shortened(cells.get(0)));
        }
        String destination = cells.get(1);
        if (destination.isBlank()
                || destination.length() > LONGEST_DESTINATION
                || destination.chars().anyMatch(Character::isISOControl)) {
            throw new WrongLine("rating.line.destination", Integer.toString(LONGEST_DESTINATION));
        }
        return new Tariff(
                prefix,
                destination,
                numberClass(cells.get(2)),
                money(cells.get(3), 6),
                money(cell(cells, 4, "0"), 4),
                increments(cells));
    }

    private static NumberClass numberClass(String cell) throws WrongLine {
        try {
            return NumberClass.valueOf(cell.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongLine("rating.line.class", shortened(cell));
        }
    }

    private static Money money(String cell, int decimals) throws WrongLine {
        String plain = cell.replace(',', '.');
        if (plain.matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
            BigDecimal euro = new BigDecimal(plain);
            if (euro.stripTrailingZeros().scale() <= decimals
                    && Money.ofEuro(euro).compareTo(DEAREST) <= 0) {
                return Money.ofEuro(euro);
            }
        }
        throw new WrongLine("rating.line.price", shortened(cell), Integer.toString(decimals));
    }

    private static Increments increments(List<String> cells) throws WrongLine {
        int first = seconds(cell(cells, 5, "1"));
        int next = seconds(cell(cells, 6, "1"));
        int minimum = seconds(cell(cells, 7, "0"));
        if (first < 1 || next < 1) {
            throw new WrongLine("rating.line.seconds", "0");
        }
        return new Increments(first, next, minimum);
    }

    private static int seconds(String cell) throws WrongLine {
        if (cell.matches("[0-9]{1,4}") && Integer.parseInt(cell) <= Increments.LONGEST) {
            return Integer.parseInt(cell);
        }
        throw new WrongLine("rating.line.seconds", shortened(cell));
    }

    private static String cell(List<String> cells, int place, String otherwise) {
        return Optional.of(place)
                .filter(at -> at < cells.size())
                .map(cells::get)
                .filter(cell -> !cell.isEmpty())
                .orElse(otherwise);
    }

    private static String shortened(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }
}
