-- +goose Up

-- owners of knowledge.

ALTER TYPE collection_access ADD VALUE 'owners' AFTER 'admins';
