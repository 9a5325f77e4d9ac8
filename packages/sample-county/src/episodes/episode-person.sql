INSERT INTO episodes.episode_person (episode_id, person_id)
SELECT id, unnest(persons) FROM county.episode_plan;

INSERT INTO access.episode_person (episode_id, person_id)
SELECT id, unnest(persons) FROM county.episode_plan;
