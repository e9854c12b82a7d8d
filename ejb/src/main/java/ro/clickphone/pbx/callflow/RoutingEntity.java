package ro.clickphone.pbx.callflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.stream.Collectors;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.ExtensionNumber;

/** A customer's {@link Destination} as it is stored. */
@Entity
@Table(name = "routing")
class RoutingEntity {
    private static final String COMMA = ",";

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private To destination;

    /** Comma between them; empty but for {@link To#EXTENSIONS}. */
    private String extensions = "";

    enum To {
        EXTENSIONS,
        QUEUE,
        IVR
    }

    protected RoutingEntity() {}

    RoutingEntity(AccountId account, Destination destination) {
        this.accountId = account.value();
        take(destination);
    }

    final void take(Destination chosen) {
        if (chosen instanceof Destination.Extensions direct) {
            destination = To.EXTENSIONS;
            extensions = direct.extensions().stream().map(String::valueOf).collect(Collectors.joining(COMMA));
        } else {
            destination = chosen instanceof Destination.Queue ? To.QUEUE : To.IVR;
            extensions = "";
        }
    }

    Destination destination() {
        return switch (destination) {
            case EXTENSIONS ->
                new Destination.Extensions(Arrays.stream(extensions.split(COMMA))
                        .map(Integer::valueOf)
                        .map(ExtensionNumber::new)
                        .toList());
            case QUEUE -> new Destination.Queue();
            case IVR -> new Destination.Ivr();
        };
    }
}
