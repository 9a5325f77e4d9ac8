-- The first hundred references belong to the cast.
INSERT INTO families.family (id, reference)
SELECT county.id('family', n), county.reference('F-', n + 100) FROM generate_series(1, county.size()) n;
