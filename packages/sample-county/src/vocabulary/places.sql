CREATE FUNCTION county.streets() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Almond Row', 'Bakehouse Lane', 'Beacon Rise', 'Bellfounder Street', 'Canal Side', 'Chalkpit Road', 'Cooper''s Yard',
  'Drovers Way', 'Elder Close', 'Fuller Street', 'Gasworks Lane', 'Heron Drive', 'Ironmill Road', 'Jubilee Court',
  'Kiln Bank', 'Ladywell Gardens', 'Marl Pit Lane', 'Nightingale Crescent', 'Old Tannery Road', 'Priory Walk',
  'Quarry Hill', 'Ropewalk', 'Saddler Street', 'Teasel Grove', 'Upper Green', 'Viaduct Terrace', 'Weavers Mead', 'Yew Tree Avenue'];

CREATE FUNCTION county.towns() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Marlbridge', 'Eastmarl', 'Cobblewick', 'Tolland Green', 'Wexcombe', 'Stonebeck', 'Hartsedge', 'Brackwater', 'Fernhollow', 'Quayside'];
