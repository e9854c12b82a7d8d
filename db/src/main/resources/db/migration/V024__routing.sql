-- Where the calls to an account's numbers go in working hours (manual, items 140 to 142).
CREATE TABLE routing (
  account_id  BIGINT       NOT NULL PRIMARY KEY,
  destination VARCHAR(16)  NOT NULL,
  extensions  VARCHAR(120) NOT NULL,
  CONSTRAINT fk_routing_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);
