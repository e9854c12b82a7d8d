package ro.clickphone.pbx.extension;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import ro.clickphone.pbx.kernel.E164;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** One forward as two columns: the target, {@code 101} or {@code +40…}, empty when none, and its state. */
@Embeddable
class ForwardColumns {
    enum State {
        UNSET,
        ACTIVE,
        REMEMBERED
    }

    private String target = "";

    @Enumerated(EnumType.STRING)
    private State state = State.UNSET;

    protected ForwardColumns() {}

    ForwardColumns(Forward forward) {
        if (forward instanceof Forward.Active active) {
            target = active.target().toString();
            state = State.ACTIVE;
        } else if (forward instanceof Forward.Remembered remembered) {
            target = remembered.target().toString();
            state = State.REMEMBERED;
        }
    }

    static ForwardColumns unset() {
        return new ForwardColumns(new Forward.Unset());
    }

    Forward asForward() {
        return switch (state) {
            case UNSET -> new Forward.Unset();
            case ACTIVE -> new Forward.Active(asTarget());
            case REMEMBERED -> new Forward.Remembered(asTarget());
        };
    }

    private ForwardTarget asTarget() {
        return target.startsWith("+")
                ? new ForwardTarget.ToPublicNumber(new E164(target))
                : new ForwardTarget.ToExtension(new ExtensionNumber(Integer.parseInt(target)));
    }
}
