-- +goose Up

-- Chats become a resource: what their page says of them.
COMMENT ON TABLE conversations IS 'Conversations with the assistant. Only you can read them.';
COMMENT ON COLUMN conversations.model IS 'Which model answers. Empty is the one that your company has chosen.';
