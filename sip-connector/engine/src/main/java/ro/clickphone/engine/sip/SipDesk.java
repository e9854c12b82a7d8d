package ro.clickphone.engine.sip;

import ro.clickphone.engine.call.Wheel;

/** What everybody in this room works with. */
record SipDesk(OurNames names, Transactions transactions, Dialogs dialogs, Wheel wheel, SipTrace trace, Flows flows) {}
