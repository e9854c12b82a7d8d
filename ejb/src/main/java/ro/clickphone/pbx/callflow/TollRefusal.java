package ro.clickphone.pbx.callflow;

import java.util.Optional;
import ro.clickphone.pbx.charging.Admission;

/** Why a call does not go to the public network, as the call's path tells it. */
enum TollRefusal {
    CHANNELS("channels-out", 486, Optional.empty()),
    RESTRICTED("restricted", 403, Optional.of(Announcement.RESTRICTED)),
    NO_CREDIT("no-credit", 403, Optional.of(Announcement.NO_CREDIT)),
    DAILY_LIMIT("daily-limit", 403, Optional.of(Announcement.DAILY_LIMIT)),
    TOO_DEAR("too-dear", 403, Optional.of(Announcement.RESTRICTED)),
    NO_PRICE("no-price", 404, Optional.of(Announcement.NOT_IN_SERVICE));

    private final String stop;
    private final int status;
    private final Optional<Announcement> words;

    TollRefusal(String stop, int status, Optional<Announcement> words) {
        this.stop = stop;
        this.status = status;
        this.words = words;
    }

    static TollRefusal of(Admission.Reason reason) {
        return switch (reason) {
            case NO_CREDIT -> NO_CREDIT;
            case DAILY_LIMIT -> DAILY_LIMIT;
            case TOO_DEAR -> TOO_DEAR;
            case NO_PRICE -> NO_PRICE;
        };
    }

    String stop() {
        return stop;
    }

    int status() {
        return status;
    }

    Optional<Announcement> words() {
        return words;
    }
}
