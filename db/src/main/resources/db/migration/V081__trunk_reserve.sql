-- Which trunk takes the calls out that this one does not: none of its machines answers, or all its channels are in use.
ALTER TABLE trunk
    ADD COLUMN reserve_id BIGINT NULL,
    ADD CONSTRAINT trunk_reserve FOREIGN KEY (reserve_id) REFERENCES trunk (trunk_id);
