-- What a call cost, in micro-euro with four decimals, and how that came about.
ALTER TABLE call_detail
  ADD COLUMN price            BIGINT       NOT NULL DEFAULT 0,
  ADD COLUMN rate_destination VARCHAR(80)  NOT NULL DEFAULT '',
  ADD COLUMN included_seconds BIGINT       NOT NULL DEFAULT 0,
  ADD COLUMN price_arithmetic VARCHAR(500) NOT NULL DEFAULT '';
