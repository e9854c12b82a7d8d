package ro.clickphone.pbx.catalogue;

import jakarta.ejb.ApplicationException;
import java.util.List;
import ro.clickphone.pbx.kernel.Refusal;

/** A smaller package was wanted, and these do not fit into it. */
@ApplicationException(rollback = true)
public class TooSmall extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<PackageFit.Excess> excess;

    TooSmall(Product wanted, List<PackageFit.Excess> excess) {
        super(
                "catalogue.tooSmall",
                "",
                wanted.name(),
                excess.get(0).has(),
                excess.get(0).allowed());
        this.excess = List.copyOf(excess);
    }

    public List<PackageFit.Excess> excess() {
        return excess;
    }
}
