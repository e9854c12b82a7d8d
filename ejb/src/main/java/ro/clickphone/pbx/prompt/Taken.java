package ro.clickphone.pbx.prompt;

import ro.clickphone.engine.api.RecordingName;

/** Somebody keeps elsewhere what was recorded under that name; fired inside the transaction. */
record Taken(RecordingName name) {}
