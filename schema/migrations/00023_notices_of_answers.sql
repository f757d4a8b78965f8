-- +goose Up

-- What is missing in a complete answer stood in error, where programs take it for a failure.

ALTER TABLE messages ADD COLUMN notice text;

COMMENT ON COLUMN messages.notice IS 'What is missing in an answer that is complete.';

