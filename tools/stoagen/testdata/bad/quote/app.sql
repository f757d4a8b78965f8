CREATE TABLE a (x text DEFAULT 'open);
