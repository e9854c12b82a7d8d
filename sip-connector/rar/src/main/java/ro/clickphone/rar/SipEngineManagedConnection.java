package ro.clickphone.rar;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** What the container pools. There is no wire behind it: it leads to the engine in the same process. */
final class SipEngineManagedConnection implements ManagedConnection {
    private final SipConnector adapter;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private PrintWriter logWriter;

    SipEngineManagedConnection(SipConnector adapter) {
        this.adapter = adapter;
    }

    Optional<Exchange> exchange() {
        return adapter.exchange();
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo info) {
        return new SipEngineHandle(this);
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        if (!(connection instanceof SipEngineHandle handle)) {
            throw new ResourceException("not a connection of this adapter: " + connection);
        }
        handle.moveTo(this);
    }

    /** The application is done with the handle; the container may lend this connection again. */
    void closed(SipEngineHandle handle) {
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(handle);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    @Override
    public void cleanup() {
        // a handle carries no state
    }

    @Override
    public void destroy() {
        listeners.clear();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    /** Commands are sent after commit: they take no part in transactions. */
    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("commands take no part in transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("commands take no part in transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new AboutTheEngine();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    private static final class AboutTheEngine implements ManagedConnectionMetaData {
        @Override
        public String getEISProductName() {
            return "ClickPhone SIP engine";
        }

        @Override
        public String getEISProductVersion() {
            return "1.0";
        }

        /** Zero is the contract's word for "no limit". */
        @Override
        public int getMaxConnections() {
            return 0;
        }

        @Override
        public String getUserName() {
            return "";
        }
    }
}
