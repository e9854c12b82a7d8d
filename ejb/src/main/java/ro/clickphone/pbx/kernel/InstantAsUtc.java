package ro.clickphone.pbx.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * A moment as DATETIME(6) in UTC. Jakarta Persistence 3.1 has no Instant among its basic types; a Timestamp is a moment
 * too, and the connection, not the JVM's zone, says that it is written in UTC.
 */
@Converter
public class InstantAsUtc implements AttributeConverter<Instant, Timestamp> {
    @Override
    public Timestamp convertToDatabaseColumn(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    @Override
    public Instant convertToEntityAttribute(Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
