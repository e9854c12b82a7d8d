package ro.clickphone.rar;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.Serializable;
import javax.naming.Reference;
import ro.clickphone.engine.api.SipEngineConnection;
import ro.clickphone.engine.api.SipEngineConnectionFactory;

/** What the business finds under {@code java:app/pbx/SipEngine}. */
public class SipEngineConnections implements SipEngineConnectionFactory, Serializable, Referenceable {
    private static final long serialVersionUID = 1L;

    private final SipEngineManagedConnectionFactory factory;
    private final transient ConnectionManager manager;
    private transient Reference reference;

    SipEngineConnections(SipEngineManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public SipEngineConnection getConnection() throws ResourceException {
        return (SipEngineConnection) manager.allocateConnection(factory, null);
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}
