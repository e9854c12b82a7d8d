-- The back office belongs to no customer.
ALTER TABLE portal_user MODIFY account_id BIGINT NULL;
