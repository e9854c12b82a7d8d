package ro.clickphone.pbx.extension;

import java.time.Duration;

/** What somebody who has looked at an extension's settings for a while wants changed, one part at a time. */
public sealed interface ExtensionEdit {

    /** The part that must still be as it was when it was looked at. */
    Object part(Extension extension);

    record Name(String wanted) implements ExtensionEdit {
        @Override
        public Object part(Extension extension) {
            return extension.name();
        }
    }

    record RingTime(Duration wanted) implements ExtensionEdit {
        @Override
        public Object part(Extension extension) {
            return extension.ringTime();
        }
    }

    /** @param target as a person writes it */
    record SetForward(Forward.When when, String target) implements ExtensionEdit {
        @Override
        public Object part(Extension extension) {
            return extension.forward(when);
        }
    }

    record ActivateForward(Forward.When when) implements ExtensionEdit {
        @Override
        public Object part(Extension extension) {
            return extension.forward(when);
        }
    }

    record DeactivateForward(Forward.When when) implements ExtensionEdit {
        @Override
        public Object part(Extension extension) {
            return extension.forward(when);
        }
    }
}
