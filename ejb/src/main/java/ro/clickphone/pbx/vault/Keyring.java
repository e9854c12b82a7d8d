package ro.clickphone.pbx.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The key that seals, and those before it, with which is opened what they sealed. */
final class Keyring {
    private static final int MOST = 10;

    private final List<Seal> seals;

    /** @param seals the newest first */
    Keyring(List<Seal> seals) {
        if (seals.isEmpty() || seals.size() > MOST) {
            throw new IllegalStateException("the vault needs a key, and takes " + MOST + " at most");
        }
        this.seals = List.copyOf(seals);
    }

    Seal first() {
        return seals.get(0);
    }

    List<Seal> old() {
        return seals.subList(1, seals.size());
    }

    /** @throws BrokenSealException when it was changed, or sealed with none of the keys */
    byte[] open(Kind kind, byte[] sealed) {
        Seal fitting = old().stream()
                .filter(old -> old.opens(kind, sealed))
                .findFirst()
                .orElse(first());
        return fitting.open(kind, sealed);
    }

    /** The one with which the file was sealed; the first when it is none of them. */
    Seal of(Path file) throws IOException {
        for (Seal old : old()) {
            if (SealedFile.isOf(old, file)) {
                return old;
            }
        }
        return first();
    }
}
