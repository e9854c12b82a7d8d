package ro.clickphone.engine.api;

/** The transports of SIP that the engine speaks. */
public enum Transport {
    UDP,
    TCP,
    TLS,
    WS,
    WSS
}
