-- Where the bulk of the county meets the cast: the council's own teams, the grantor, and agencies that take seats in teams.
CREATE TABLE county.council (early_help uuid NOT NULL, front_door uuid NOT NULL, grantor uuid NOT NULL);
CREATE TABLE county.cast_pool (seat integer NOT NULL, agency_id uuid NOT NULL);
