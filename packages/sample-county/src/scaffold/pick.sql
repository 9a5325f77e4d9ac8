-- A repeatable choice from 0 to choices - 1. Each salt gives an unrelated sequence. No argument is used twice: otherwise PostgreSQL would not inline it.
CREATE FUNCTION county.pick(n bigint, salt integer, choices integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ((n * (1640531527 + salt::bigint * 40014007) % 2147483647) / 101 % choices)::integer;

-- A repeatable word of a list.
CREATE FUNCTION county.word(list text[], n bigint, salt integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN list[1 + county.pick(n, salt, cardinality(list))];
