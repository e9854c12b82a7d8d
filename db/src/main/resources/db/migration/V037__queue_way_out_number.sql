-- Whoever has waited long enough may be led to a number of the public network: a paid call of the customer.
ALTER TABLE waiting_queue
  ADD COLUMN way_out_number VARCHAR(16) NOT NULL DEFAULT '' COMMENT 'E.164; empty: none';
