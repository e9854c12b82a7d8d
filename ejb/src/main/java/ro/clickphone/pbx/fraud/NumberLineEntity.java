package ro.clickphone.pbx.fraud;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import ro.clickphone.pbx.kernel.AccountId;
import ro.clickphone.pbx.kernel.InstantAsUtc;

@Entity
@Table(name = "number_line")
@IdClass(NumberLineEntity.Key.class)
class NumberLineEntity {
    @Id
    @Column(name = "account_id")
    private long account;

    @Id
    @Enumerated(EnumType.STRING)
    private NumberLine.Way direction;

    @Id
    private String pattern;

    @Enumerated(EnumType.STRING)
    private NumberLine.Colour colour;

    private String note;

    @Column(name = "added_at")
    @Convert(converter = InstantAsUtc.class)
    private Instant addedAt;

    protected NumberLineEntity() {}

    NumberLineEntity(AccountId account, NumberLine line, Instant now) {
        this.account = account.value();
        this.direction = line.way();
        this.pattern = line.pattern().text();
        this.colour = line.colour();
        this.note = line.note();
        this.addedAt = now;
    }

    NumberLine asLine() {
        return new NumberLine(direction, new NumberPattern(pattern), colour, note);
    }

    /** Which line of whom. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long account;
        private NumberLine.Way direction;
        private String pattern;

        protected Key() {}

        Key(AccountId account, NumberLine.Way way, NumberPattern pattern) {
            this.account = account.value();
            this.direction = way;
            this.pattern = pattern.text();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.account == account
                    && key.direction == direction
                    && key.pattern.equals(pattern);
        }

        @Override
        public int hashCode() {
            return Objects.hash(account, direction, pattern);
        }
    }
}
