SET LOCAL timezone = 'UTC';
SET LOCAL client_min_messages = warning;
-- Nothing counts until the marker is there, and its record in the log comes after all of these.
SET LOCAL synchronous_commit = off;
SET LOCAL work_mem = '256MB';
SET LOCAL maintenance_work_mem = '512MB';
