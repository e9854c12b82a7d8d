package ro.clickphone.pbx.efactura;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents of which nobody knows whether they arrived, being looked for among the tax office's answers. */
final class Lost {
    private final List<Sending> missing;

    Lost(List<Sending> missing) {
        this.missing = new ArrayList<>(missing);
    }

    /** The one that this answer is about; it is no longer missing. */
    Optional<Sending> in(SealedAnswer answer) {
        Optional<Sending> found =
                missing.stream().filter(one -> answer.holds(one.printed())).findFirst();
        found.ifPresent(missing::remove);
        return found;
    }

    List<Sending> left() {
        return List.copyOf(missing);
    }
}
