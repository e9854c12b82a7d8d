-- A month's calls in the order they are shown, counted and summed without reading the calls themselves.
ALTER TABLE call_detail
    DROP KEY call_detail_report,
    ADD KEY call_detail_report (account_id, direction, started_at, call_id, status, talk_seconds, price);
