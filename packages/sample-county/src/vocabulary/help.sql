CREATE FUNCTION county.reasons() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Mornings have become hard and school is often missed; the family asks for routines that hold.',
  'A move at short notice has left the family without furniture and far from relatives.',
  'Arguments at home worry the children; both parents want calmer evenings.',
  'A parent is caring for a grandparent and has little time for the younger children.',
  'Sleep is poor in the whole household and tempers are short.',
  'Money runs out before the month does, and the rent account is behind.',
  'A young person stays out late with people the family does not know.',
  'Starting nursery has been difficult and speech is slower than hoped.'];

CREATE FUNCTION county.need_descriptions() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Regular attendance with a plan for difficult mornings.',
  'Play and talk every day, with support from the nursery key worker.',
  'Someone to talk to each week and a first appointment kept.',
  'Fewer evenings that end badly, and a way to ask for a break.',
  'Time together that all members of the family enjoy.',
  'Knowing who to call, and a safe adult outside the home.',
  'Something to do after school with people who are a good influence.',
  'A quiet and safe place at home for every child.',
  'A tenancy that is secure and a home that is warm and dry.',
  'A budget that the family made itself, and the right help claimed.'];

CREATE FUNCTION county.goals() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Visit the breakfast club together and choose three mornings.',
  'Agree a bedtime routine and keep a simple chart for four weeks.',
  'Meet the welfare adviser and bring the letters.',
  'Try two sessions of the parents'' group and say what helped.',
  'Walk to school with the neighbour''s children twice a week.',
  'Ask the landlord for the repair in writing and keep a copy.',
  'Have one evening a week without screens, chosen by the children.',
  'Meet the mentor at the youth centre and decide whether to go on.',
  'Register with the dentist and book first visits for all.',
  'Make a family calendar and put it where everybody sees it.'];

CREATE FUNCTION county.measures() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['The school register', 'The family''s own scale from 1 to 10', 'The chart on the fridge', 'Appointments kept',
  'What the children say', 'The rent statement'];

CREATE FUNCTION county.summaries() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['The family describes what a good week looks like and which parts of it are already there. What is missing is steady help at two times of day.',
  'Much goes well. One worry is shared by all: that plans change without notice. Clear dates would help more than new services.',
  'Views differ between the adults and the children. Both are recorded here as they were said, and the next meeting will come back to them.',
  'The home visit showed warmth and effort. The practical side, transport above all, takes more strength than the family has at present.',
  'There was a difficult spring; since then things have become calmer. The family wants to keep what helped and drop what did not.'];

CREATE FUNCTION county.strengths() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['A grandparent nearby who is always welcome.', 'The children look out for each other.', 'A parent who asks for help early.',
  'Good contact with the class teacher.', 'Humour, even on hard days.', 'Neighbours who share lifts.'];

CREATE FUNCTION county.minutes() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['All actions were gone through. Two are done, one moves to the next meeting because the appointment was cancelled by the service. The family rated the month higher than the last.',
  'The family opened the meeting with what went well. The team agreed who rings whom, so that the same question is not asked twice. Next date set.',
  'Attendance was looked at together. The young person said which lessons help and which do not; the school will try a change of seat and an early pass.',
  'Short meeting by video. Housing reported on the repair. The team agreed that the plan is still the right one.'];

CREATE FUNCTION county.outcomes() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['Plan continues', 'Plan changed: two new actions', 'Step down to universal help considered', 'Review in six weeks'];
