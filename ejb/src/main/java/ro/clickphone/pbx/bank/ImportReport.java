package ro.clickphone.pbx.bank;

import java.io.Serializable;
import java.util.List;

/**
 * What a statement brought.
 *
 * @param proposed lines whose proforma was found
 * @param exceptions lines that a person must look at
 * @param known lines that had been brought before, and were left as they are
 * @param bad lines that could not be read, by number
 */
public record ImportReport(int proposed, int exceptions, int known, List<BadLine> bad) implements Serializable {
    public ImportReport {
        bad = List.copyOf(bad);
    }
}
