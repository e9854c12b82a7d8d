package ro.clickphone.pbx.call;

/** An ended call and what it costs. */
public record PricedCall(EndedCall call, CallPrice price) {}
