package ro.clickphone.pbx.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import ro.clickphone.pbx.number.NumberClass;

/** The operator's list; the application only reads it. */
@Entity
@Table(name = "product")
class ProductEntity {
    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private Family family;

    private int place;
    private String name;
    private int extensions;

    @Column(name = "inbound_channels")
    private int inbound;

    @Column(name = "outbound_channels")
    private int outbound;

    private boolean queue;
    private int minutes;

    @Column(name = "minute_classes")
    private String minuteClasses;

    @Column(name = "on_sale")
    private boolean onSale;

    protected ProductEntity() {}

    boolean isOnSale() {
        return onSale;
    }

    int place() {
        return family.ordinal() * 1000 + place;
    }

    Product asProduct() {
        return new Product(code, family, name, extensions, inbound, outbound, queue, minutes, classes());
    }

    private Set<NumberClass> classes() {
        Set<NumberClass> classes = EnumSet.noneOf(NumberClass.class);
        Arrays.stream(minuteClasses.split(","))
                .filter(word -> !word.isBlank())
                .map(NumberClass::valueOf)
                .forEach(classes::add);
        return classes;
    }
}
