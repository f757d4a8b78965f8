-- +goose Up

-- What a model wants before a passage is part of its key, and was never read from here.

-- accepted: DATA LOSS: column knowledge_models.passage_prefix is dropped; was it renamed? then say so with @was
ALTER TABLE knowledge_models DROP COLUMN passage_prefix;

GRANT SELECT (created_at, id) ON knowledge_models TO stoa_system;
