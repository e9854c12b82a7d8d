package ro.clickphone.pbx.bank;

import java.util.List;

/**
 * A bank statement as it was read.
 *
 * @param lines money that came in; what went out is left aside
 * @param bad what could not be read
 */
record Statement(List<BankLine> lines, List<BadLine> bad) {
    Statement {
        lines = List.copyOf(lines);
        bad = List.copyOf(bad);
    }
}
