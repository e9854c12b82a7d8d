package ro.clickphone.pbx.rating;

/** A deck was applied or withdrawn. Fired inside the transaction. */
record DeckChanged() {}
