package ro.clickphone.pbx.charging;

import ro.clickphone.engine.api.CallId;
import ro.clickphone.engine.api.Step;

/** More of a call is paid for, or this is how far the money goes: the engine is to know. */
public record LimitMoved(CallId call, Step.TalkLimit limit) {}
