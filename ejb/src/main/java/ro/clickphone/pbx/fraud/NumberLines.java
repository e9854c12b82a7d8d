package ro.clickphone.pbx.fraud;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The black and white list of an account: the line that matches most digits decides. */
record NumberLines(List<NumberLine> lines) {
    NumberLines {
        lines = List.copyOf(lines);
    }

    Optional<NumberLine.Colour> colourOf(NumberLine.Way way, String number) {
        return lines.stream()
                .filter(line -> line.way() == way)
                .filter(line -> line.pattern().match(number).isPresent())
                .max(Comparator.comparing(line -> line.pattern().match(number).orElse(0)))
                .map(NumberLine::colour);
    }
}
