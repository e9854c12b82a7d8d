package ro.clickphone.portal.extension;

import java.io.Serializable;
import java.util.List;
import ro.clickphone.pbx.extension.Extension;
import ro.clickphone.pbx.extension.Forward;
import ro.clickphone.pbx.extension.ForwardTarget;
import ro.clickphone.pbx.number.NumberPlan;

/** One of the three forwards on the page: the number in its field, and whether it is in force. */
public class ForwardForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** As the manual lists them (items 67 to 69). */
    static final List<Forward.When> ORDER = List.of(Forward.When.UNAVAILABLE, Forward.When.BUSY, Forward.When.ALWAYS);

    private final Forward.When when;
    private Extension read;
    private String target;
    private boolean active;
    private boolean remembered;

    ForwardForm(Forward.When when, Extension extension) {
        this.when = when;
        show(extension);
    }

    /** Takes what is now stored. */
    final void show(Extension extension) {
        read = extension;
        Forward forward = extension.forward(when);
        active = forward instanceof Forward.Active;
        remembered = forward instanceof Forward.Remembered;
        if (forward instanceof Forward.Active set) {
            target = text(set.target());
        } else if (forward instanceof Forward.Remembered kept) {
            target = text(kept.target());
        } else {
            target = "";
        }
    }

    static String text(ForwardTarget target) {
        return target instanceof ForwardTarget.ToPublicNumber outside
                ? NumberPlan.asDialled(outside.number())
                : target.toString();
    }

    /** What is changed by the form. */
    Extension read() {
        return read;
    }

    /** What was written stays; who saves it once more knows what is replaced. */
    void overtakenBy(Extension stored) {
        read = stored;
    }

    boolean isOvertakenBy(Extension stored) {
        return !stored.forward(when).equals(read.forward(when));
    }

    Forward.When when() {
        return when;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target == null ? "" : target;
    }

    public boolean isActive() {
        return active;
    }

    /** Off, its number kept. */
    public boolean isRemembered() {
        return remembered;
    }
}
