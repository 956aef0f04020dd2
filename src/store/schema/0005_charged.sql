-- Whose earlier list lacked what a second notice asks for; empty where nothing was lacking.
ALTER TABLE notice ADD COLUMN charged TEXT NOT NULL DEFAULT '';
