-- What the engine tells and asks since the contract knows call quality, paths of registrations and encrypted audio.
ALTER TABLE registration ADD COLUMN path VARCHAR(2048) NOT NULL DEFAULT '';
ALTER TABLE extension ADD COLUMN srtp VARCHAR(16) NOT NULL DEFAULT 'OPTIONAL';
ALTER TABLE call_leg ADD COLUMN mos_hundredths INT NOT NULL DEFAULT 0;
