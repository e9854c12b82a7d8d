-- Placed calls and those between extensions may be recorded too: the kinds, a comma between them; none is an empty text.
ALTER TABLE recording_setting
    MODIFY COLUMN recorded VARCHAR(64) NOT NULL;

UPDATE recording_setting
SET recorded = ''
WHERE recorded = 'NONE';
