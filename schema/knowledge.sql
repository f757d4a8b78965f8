-- What a company knows: its documents, cut into passages, and the index by which they are found.

-- Who may read: everyone of the company, those of a role, or named members.
-- @enum(everyone: "Everyone", admins: "Admins and owners", owners: "Owners", named: "Named members")
CREATE TYPE collection_access AS ENUM ('everyone', 'admins', 'owners', 'named');
CREATE TYPE version_status AS ENUM ('queued', 'reading', 'indexing', 'ready', 'failed', 'cancelled');

-- @resource(label: "Collection", plural: "Collections", path: "settings/collections", nav: "Company", order: 30)
-- @allow(read: admin, create: admin, update: admin, delete: admin)
-- @list(columns: [name, access, description, updated_at], sort: [name]) @search([name, description])
-- @form(layout: [[name], [access], [description]])
CREATE TABLE knowledge_collections (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id           uuid NOT NULL,
  name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),  -- @label @sort @trim
  access       collection_access NOT NULL DEFAULT 'everyone',            
  description  text CHECK (char_length(description) <= 500),               -- @widget(textarea)
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),                         -- @sort
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
COMMENT ON TABLE knowledge_collections IS 'Shelves of documents, each with its own readers.';
COMMENT ON COLUMN knowledge_collections.access IS 'Who finds and reads its documents. Named members are chosen on the page of the collection''s documents.';
CREATE INDEX knowledge_collections_name ON knowledge_collections (tenant_id, name, id);
CREATE INDEX knowledge_collections_updated ON knowledge_collections (tenant_id, updated_at, id);
CREATE TRIGGER knowledge_collections_touch BEFORE UPDATE ON knowledge_collections FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- The named members of a collection.
-- @internal
CREATE TABLE knowledge_readers (
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  collection_id  uuid NOT NULL,
  user_id        uuid NOT NULL,
  PRIMARY KEY (tenant_id, collection_id, user_id),
  FOREIGN KEY (tenant_id, collection_id) REFERENCES knowledge_collections (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX knowledge_readers_user ON knowledge_readers (tenant_id, user_id);

-- live_version_id is the version that is found; the newest one may still be read. A document without collection is everyone's.
-- A collection that has documents cannot go: they would be everybody's.
-- @internal @realtime
CREATE TABLE knowledge_documents (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  collection_id    uuid,
  user_id          uuid,
  title            text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  named            boolean NOT NULL DEFAULT false,
  live_version_id  uuid,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, collection_id) REFERENCES knowledge_collections (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id)
);
COMMENT ON COLUMN knowledge_documents.title IS 'As the file names itself, or what a member called it.';
COMMENT ON COLUMN knowledge_documents.named IS 'A member has given the title: what the file calls itself never replaces it.';
CREATE INDEX knowledge_documents_recent ON knowledge_documents (tenant_id, updated_at DESC, id DESC);
CREATE INDEX knowledge_documents_collection ON knowledge_documents (tenant_id, collection_id);
CREATE INDEX knowledge_documents_user ON knowledge_documents (tenant_id, user_id);
CREATE TRIGGER knowledge_documents_touch BEFORE UPDATE ON knowledge_documents FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- One upload of a document. Its text is kept as long as the document, so that what an answer cited stays where it was.
-- @internal
CREATE TABLE knowledge_versions (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id           uuid NOT NULL,
  document_id  uuid NOT NULL,
  number       integer NOT NULL CHECK (number > 0),
  file_name    text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 200),
  type         text NOT NULL DEFAULT '' CHECK (char_length(type) <= 20),
  size         bigint NOT NULL CHECK (size >= 0),
  sha256       bytea NOT NULL CHECK (octet_length(sha256) = 32),
  status       version_status NOT NULL DEFAULT 'queued',
  error        text CHECK (char_length(error) <= 500),
  attempts     integer NOT NULL DEFAULT 0,
  done         integer NOT NULL DEFAULT 0,
  total        integer NOT NULL DEFAULT 0,
  page         integer NOT NULL DEFAULT 0,
  pages        integer NOT NULL DEFAULT 0,
  language     text NOT NULL DEFAULT 'simple',
  content      bytea,
  plan         bytea,
  blob_key     text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, document_id, number),
  FOREIGN KEY (tenant_id, document_id) REFERENCES knowledge_documents (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN knowledge_versions.content IS 'Its text in UTF-8; passages and citations are ranges of its bytes.';
COMMENT ON COLUMN knowledge_versions.blob_key IS 'Where the file itself is kept.';
COMMENT ON COLUMN knowledge_versions.plan IS 'How its text is cut, while it is being indexed.';
COMMENT ON COLUMN knowledge_versions.attempts IS 'How often reading it has begun; indexing begins at none again.';
COMMENT ON COLUMN knowledge_versions.done IS 'How many of its total passages are indexed, up to which page.';
CREATE INDEX knowledge_versions_waiting ON knowledge_versions (tenant_id, id) WHERE status IN ('queued', 'reading', 'indexing');
CREATE INDEX knowledge_versions_sha256 ON knowledge_versions (tenant_id, sha256);
CREATE INDEX knowledge_versions_name ON knowledge_versions (tenant_id, file_name);

-- terms are those of its postings, so that they can be taken back without an index the other way round.
-- @internal
CREATE TABLE knowledge_passages (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id           uuid NOT NULL,
  document_id  uuid NOT NULL,
  version_id   uuid NOT NULL,
  ordinal      integer NOT NULL,
  heading      text NOT NULL,
  body         text NOT NULL,
  text_from    integer NOT NULL,
  text_to      integer NOT NULL,
  page         integer NOT NULL DEFAULT 0,
  length       integer NOT NULL,
  sha256       bytea NOT NULL,
  terms        text[] NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, version_id, ordinal),
  FOREIGN KEY (tenant_id, document_id) REFERENCES knowledge_documents (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, version_id) REFERENCES knowledge_versions (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX knowledge_passages_document ON knowledge_passages (tenant_id, document_id, version_id, ordinal);

-- Where a term stands: one row for all passages of a version that were indexed together, and from which on. An element of each array is
-- for the same passage; tfs count the body once, title and headings twice. No foreign key: passages go by statements that take these along.
-- @internal
CREATE TABLE knowledge_postings (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  term        text COLLATE "C" NOT NULL,
  version_id  uuid NOT NULL,
  first       integer NOT NULL,
  ordinals    integer[] NOT NULL,
  tfs         integer[] NOT NULL,
  lengths     integer[] NOT NULL,
  PRIMARY KEY (tenant_id, term, version_id, first)
);

-- df stands in no index, so that counting a term again costs no index entry.
-- @internal
CREATE TABLE knowledge_terms (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  term       text COLLATE "C" NOT NULL,
  df         integer NOT NULL,
  PRIMARY KEY (tenant_id, term)
);

-- @internal
CREATE TABLE knowledge_stats (
  tenant_id     uuid NOT NULL PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
  passages      bigint NOT NULL,
  total_length  bigint NOT NULL,
  languages     text[] NOT NULL
);

-- A model that makes vectors of a company's passages. The live one is searched; one that comes in its place is filled first, and takes
-- over when it has a vector of every passage that it takes. key tells models apart, and what they want before a passage; vectors counts its rows.
-- @internal
CREATE TABLE knowledge_models (
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id            uuid NOT NULL,
  key           text NOT NULL,
  name          text NOT NULL,
  asked         integer NOT NULL,
  query_prefix  text NOT NULL,
  dimensions    integer NOT NULL DEFAULT 0,
  vectors       bigint NOT NULL DEFAULT 0,
  live          boolean NOT NULL DEFAULT false,
  error         text CHECK (char_length(error) <= 500),
  created_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key)
);
COMMENT ON COLUMN knowledge_models.asked IS 'The dimensions that are asked for; 0 leaves them to the model.';
COMMENT ON COLUMN knowledge_models.dimensions IS 'Those of its vectors; 0 until the first has come.';
COMMENT ON COLUMN knowledge_models.error IS 'Why no more vectors come at the moment.';

-- Vectors of all dimensions stand in one table, filled up with zeros to one of five sizes, each with an index of its own: docs/adr/0022
-- A passage that a model's endpoint refuses has a row without a vector: it is found by its words alone, and the model is complete without it.
-- Plain storage keeps them in the row: an exact search reads them three times as fast.
-- @internal
CREATE TABLE knowledge_vectors (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  passage_id   uuid NOT NULL,
  model_id     uuid NOT NULL,
  document_id  uuid NOT NULL,
  version_id   uuid NOT NULL,
  embedding    halfvec,
  PRIMARY KEY (tenant_id, passage_id, model_id),
  FOREIGN KEY (tenant_id, passage_id) REFERENCES knowledge_passages (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, model_id) REFERENCES knowledge_models (tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE knowledge_vectors ALTER COLUMN embedding SET STORAGE PLAIN;
CREATE INDEX knowledge_vectors_refused ON knowledge_vectors (tenant_id, model_id) WHERE embedding IS NULL;
CREATE INDEX knowledge_vectors_384 ON knowledge_vectors USING hnsw ((embedding::halfvec(384)) halfvec_ip_ops) WHERE vector_dims(embedding) = 384;
CREATE INDEX knowledge_vectors_768 ON knowledge_vectors USING hnsw ((embedding::halfvec(768)) halfvec_ip_ops) WHERE vector_dims(embedding) = 768;
CREATE INDEX knowledge_vectors_1024 ON knowledge_vectors USING hnsw ((embedding::halfvec(1024)) halfvec_ip_ops) WHERE vector_dims(embedding) = 1024;
CREATE INDEX knowledge_vectors_1536 ON knowledge_vectors USING hnsw ((embedding::halfvec(1536)) halfvec_ip_ops) WHERE vector_dims(embedding) = 1536;
CREATE INDEX knowledge_vectors_3072 ON knowledge_vectors USING hnsw ((embedding::halfvec(3072)) halfvec_ip_ops) WHERE vector_dims(embedding) = 3072;

-- When a document goes, its answers keep their words and lose the link.
ALTER TABLE message_sources ADD FOREIGN KEY (tenant_id, document_id) REFERENCES knowledge_documents (tenant_id, id) ON DELETE SET NULL (document_id);

-- The collections that an assistant answers from; without any it answers from all that the person may read. Nobody reads more by an
-- assistant than without it. A collection that an assistant answers from cannot go: the last one would leave it with all of them.
-- @resource(label: "Source", plural: "Sources of assistants", path: "assistant-sources", parent: assistants, title: "{collection_id}", ops: [list, get, create, delete])
-- @allow(read: admin, create: admin, update: admin, delete: admin)
-- @list(columns: [collection_id, created_at], sort: [id]) @form(layout: [[assistant_id], [collection_id]])
CREATE TABLE assistant_collections (
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id             uuid NOT NULL,
  assistant_id   uuid NOT NULL,  -- @immutable
  collection_id  uuid NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  -- @message("It answers from this collection already.", field: collection_id)
  UNIQUE (tenant_id, assistant_id, collection_id),
  FOREIGN KEY (tenant_id, assistant_id) REFERENCES assistants (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, collection_id) REFERENCES knowledge_collections (tenant_id, id)
);
COMMENT ON TABLE assistant_collections IS 'The collections that an assistant answers from. Without any it answers from all that the person may read.';
CREATE INDEX assistant_collections_collection ON assistant_collections (tenant_id, collection_id);
