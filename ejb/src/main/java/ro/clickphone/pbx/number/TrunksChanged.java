package ro.clickphone.pbx.number;

/** A trunk was made, changed or removed. Fired inside the transaction, told to the engine after commit. */
public record TrunksChanged() {}
