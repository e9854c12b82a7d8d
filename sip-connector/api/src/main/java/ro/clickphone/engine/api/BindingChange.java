package ro.clickphone.engine.api;

import java.time.Instant;
import java.util.Objects;

/** What happened to one binding; told in batches, in order for each AOR. */
public sealed interface BindingChange {
    SipIdentity who();

    String key();

    /** The binding is new, or one of its fields other than the CSeq and the expiry changed. */
    record Stored(Binding binding) implements BindingChange {
        public Stored {
            Objects.requireNonNull(binding, "binding");
        }

        @Override
        public SipIdentity who() {
            return binding.who();
        }

        @Override
        public String key() {
            return binding.key();
        }
    }

    /** The device refreshed it: nothing changed but the expiry. Told rarely, the last expiry wins; nothing to be stored. */
    record Refreshed(SipIdentity who, String key, Instant expiresAt) implements BindingChange {
        public Refreshed {
            Objects.requireNonNull(who, "who");
            Checks.notBlank("key", key);
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /** It is gone: unregistered by the device, expired, replaced, or dropped by order. */
    record Removed(SipIdentity who, String key, Why why) implements BindingChange {
        public Removed {
            Objects.requireNonNull(who, "who");
            Checks.notBlank("key", key);
            Objects.requireNonNull(why, "why");
        }
    }

    /** Why a binding is gone. */
    enum Why {
        UNREGISTERED,
        EXPIRED,
        REPLACED,
        DROPPED
    }
}
