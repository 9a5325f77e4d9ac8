-- What a salt multiplies by: each gives an unrelated sequence.
CREATE FUNCTION county.factor(salt integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 1640531527 + salt::bigint * 40014007;

-- A repeatable choice from 0 to choices - 1. No argument is used twice: otherwise PostgreSQL would not inline it.
CREATE FUNCTION county.pick_by(n bigint, factor bigint, choices integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ((n * factor % 2147483647) / 101 % choices)::integer;

CREATE FUNCTION county.pick(n bigint, salt integer, choices integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN county.pick_by(n, county.factor(salt), choices);

-- A repeatable word of a list.
CREATE FUNCTION county.word(list text[], n bigint, salt integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN list[1 + county.pick(n, salt, cardinality(list))];
