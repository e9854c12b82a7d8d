package ro.clickphone.rar;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;
import ro.clickphone.engine.api.SipEngineConnection;
import ro.clickphone.engine.api.SipEngineConnectionFactory;

/** Makes the container's connections to the one engine of the adapter that it is joined to. */
@ConnectionDefinition(
        connectionFactory = SipEngineConnectionFactory.class,
        connectionFactoryImpl = SipEngineConnections.class,
        connection = SipEngineConnection.class,
        connectionImpl = SipEngineHandle.class)
public class SipEngineManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {
    private static final long serialVersionUID = 1L;

    private transient SipConnector adapter;
    private transient PrintWriter logWriter;

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new SipEngineConnections(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new ResourceException("the engine is reached inside a container only");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
        return new SipEngineManagedConnection(adapter);
    }

    /** Any will do: they are all joined to the same engine. */
    @Override
    @SuppressWarnings("rawtypes")
    public ManagedConnection matchManagedConnections(Set candidates, Subject subject, ConnectionRequestInfo info) {
        for (Object candidate : candidates) {
            if (candidate instanceof SipEngineManagedConnection connection) {
                return connection;
            }
        }
        return null; // the contract's word for "none matches"
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = (SipConnector) adapter;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SipEngineManagedConnectionFactory factory && factory.adapter == adapter;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(adapter);
    }
}
