-- Which announcement was heard before a call was recorded: prompt/language/version; empty for those from before.
ALTER TABLE call_recording
    ADD COLUMN announced VARCHAR(100) NOT NULL DEFAULT '';
