package ro.clickphone.pbx.number;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import ro.clickphone.engine.api.Transport;
import ro.clickphone.engine.api.TrunkConfig;
import ro.clickphone.engine.api.TrunkId;

@Entity
@Table(name = "trunk")
class TrunkEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "trunk_id")
    private long id;

    private String name;
    private String host;
    private int port;

    @Enumerated(EnumType.STRING)
    private Transport transport;

    @Enumerated(EnumType.STRING)
    @Column(name = "number_format")
    private TrunkConfig.NumberFormat format;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "trunk_source", joinColumns = @JoinColumn(name = "trunk_id"))
    @Column(name = "source")
    private Set<String> sources = new TreeSet<>();

    protected TrunkEntity() {}

    TrunkEntity(NewTrunk order) {
        become(order);
    }

    void become(NewTrunk order) {
        this.name = order.name();
        this.host = order.host();
        this.port = order.port();
        this.transport = order.transport();
        this.format = order.format();
        this.sources.clear();
        this.sources.addAll(order.sources());
    }

    TrunkConfig asConfig() {
        return TrunkConfig.to(
                new TrunkId(id),
                name,
                host,
                port,
                transport,
                sources.stream().sorted().toList(),
                format);
    }
}
