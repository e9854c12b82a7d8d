/** Where a call goes: the pure interpreter, the plan it reads, and the switchboard to the engine. No SIP, no SQL of calls. */
package ro.clickphone.pbx.callflow;
