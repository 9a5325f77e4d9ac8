REVOKE ALL ON SCHEMA episodes FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA episodes TO postern_episodes;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA episodes TO postern_episodes;
--> statement-breakpoint
-- Access follows an episode's state in the same transaction: a closed episode is closed to everyone at once.
CREATE FUNCTION episodes.project_episode() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO access.episode (id, family_id, status) VALUES (NEW.id, NEW.family_id, NEW.status)
  ON CONFLICT (id) DO UPDATE SET family_id = EXCLUDED.family_id, status = EXCLUDED.status;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_episode AFTER INSERT OR UPDATE ON episodes.episode
FOR EACH ROW EXECUTE FUNCTION episodes.project_episode();
--> statement-breakpoint
CREATE FUNCTION episodes.project_episode_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM access.episode_person WHERE episode_id = OLD.episode_id AND person_id = OLD.person_id;
  ELSE
    INSERT INTO access.episode_person (episode_id, person_id) VALUES (NEW.episode_id, NEW.person_id)
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER project_episode_person AFTER INSERT OR DELETE ON episodes.episode_person
FOR EACH ROW EXECUTE FUNCTION episodes.project_episode_person();
