-- A fixed identifier for the n-th thing of a kind: a name-based UUID (RFC 9562 version 8) of the MD5 of "kind:n".
CREATE FUNCTION county.id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN overlay(overlay(md5(kind || ':' || n::text) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid;

-- A reference such as F-000001; longer numbers keep all their digits.
CREATE FUNCTION county.reference(prefix text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN prefix || lpad(n::text, greatest(6, length(n::text)), '0');
