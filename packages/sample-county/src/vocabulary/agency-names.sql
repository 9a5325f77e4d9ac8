CREATE FUNCTION county.agency_places() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Alderwick', 'Ambrose Hill', 'Birchover', 'Broad Oak', 'Castle Mead', 'Chalkford', 'Clayhanger', 'Cranmoor', 'Dunlow', 'Elmstead Vale',
  'Fiddler''s Ferry', 'Gorse Bank', 'Hallow Down', 'Hazelbeck', 'Ivelstone', 'Kettlesham', 'Linden Park', 'Long Marl', 'Mallow Bridge', 'Netherwold',
  'Otterbourne Reach', 'Peverel', 'Quarrington Moor', 'Rushmere End', 'Sandlow', 'Thornhythe', 'Uplyme Cross', 'Vennford', 'Withy Pool', 'Yarrowby'];
