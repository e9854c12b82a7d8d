-- Extensions of which no talk is recorded: their numbers, a comma between them.
ALTER TABLE recording_setting
    ADD COLUMN never VARCHAR(6000) NOT NULL DEFAULT '';
