package ro.clickphone.engine.api;

import jakarta.resource.ResourceException;

/** Where the business gets its connection to the engine; injected by the container. */
public interface SipEngineConnectionFactory {
    SipEngineConnection getConnection() throws ResourceException;
}
