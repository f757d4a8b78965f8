--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: vector; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;


--
-- Name: EXTENSION vector; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';


--
-- Name: collection_access; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.collection_access AS ENUM (
    'everyone',
    'admins',
    'named'
);


--
-- Name: cost_basis; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.cost_basis AS ENUM (
    'exact',
    'estimated'
);


--
-- Name: cost_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.cost_status AS ENUM (
    'running',
    'complete',
    'stopped',
    'interrupted',
    'failed'
);


--
-- Name: member_role; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.member_role AS ENUM (
    'owner',
    'admin',
    'member'
);


--
-- Name: message_role; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.message_role AS ENUM (
    'user',
    'assistant'
);


--
-- Name: message_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.message_status AS ENUM (
    'streaming',
    'complete',
    'stopped',
    'interrupted',
    'failed'
);


--
-- Name: river_job_state; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.river_job_state AS ENUM (
    'available',
    'cancelled',
    'completed',
    'discarded',
    'pending',
    'retryable',
    'running',
    'scheduled'
);


--
-- Name: version_status; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.version_status AS ENUM (
    'queued',
    'reading',
    'indexing',
    'ready',
    'failed',
    'cancelled'
);


--
-- Name: app_tenant(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.app_tenant() RETURNS uuid
    LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;


--
-- Name: differences(jsonb, jsonb, text[], text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.differences(before jsonb, after jsonb, kept text[], closed text[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT coalesce(jsonb_object_agg(c, CASE WHEN c = ANY (closed) THEN '[]' ELSE jsonb_build_array(before -> c, after -> c) END), '{}')
   FROM unnest(kept || closed) AS c
   WHERE nullif(before -> c, 'null') IS DISTINCT FROM nullif(after -> c, 'null') $$;


--
-- Name: record_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.record_change() RETURNS trigger
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$ DECLARE
  kept text[] := TG_ARGV[0];
  closed text[] := TG_ARGV[1];
  actor uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  actor_name text := coalesce((SELECT u.name FROM users u WHERE u.id = actor), '');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_log (tenant_id, person, person_id, action, record, record_table, record_id, changes)
    SELECT n.tenant_id, actor_name, actor, 'created', record_name(to_jsonb(n), TG_ARGV[3]), TG_TABLE_NAME, n.id,
           differences(NULL, to_jsonb(n), kept, closed)
    FROM changed n;
  ELSIF TG_OP = 'DELETE' THEN -- a name that is gone already is the last one known
    IF NOT EXISTS (SELECT FROM former o JOIN tenants t ON t.id = o.tenant_id) THEN
      RETURN NULL; -- of a company that goes with all it has nothing is kept, and who deletes it need not read its log
    END IF;
    INSERT INTO audit_log (tenant_id, person, person_id, action, record, record_table, record_id, changes)
    SELECT o.tenant_id, actor_name, actor, 'deleted',
           coalesce(nullif(record_name(to_jsonb(o), TG_ARGV[3]), ''),
             (SELECT a.record FROM audit_log a WHERE a.tenant_id = o.tenant_id AND a.record_id = o.id ORDER BY a.at DESC LIMIT 1), ''),
           TG_TABLE_NAME, o.id, differences(to_jsonb(o), NULL, kept, closed)
    FROM former o WHERE EXISTS (SELECT FROM tenants t WHERE t.id = o.tenant_id);
  ELSE
    INSERT INTO audit_log (tenant_id, person, person_id, action, record, record_table, record_id, changes)
    SELECT d.tenant_id, actor_name, actor, d.action, record_name(d.after, TG_ARGV[3]), TG_TABLE_NAME, d.id, d.changes
    FROM (
      SELECT v.*, differences(v.before, v.after, kept, closed) AS changes,
        CASE WHEN v.before ->> TG_ARGV[2] IS NULL AND v.after ->> TG_ARGV[2] IS NOT NULL THEN 'trashed'
             WHEN v.before ->> TG_ARGV[2] IS NOT NULL AND v.after ->> TG_ARGV[2] IS NULL THEN 'restored' ELSE 'updated' END AS action
      FROM (
        SELECT n.tenant_id, n.id, to_jsonb(o) AS before, to_jsonb(n) AS after
        FROM former o JOIN changed n ON n.tenant_id = o.tenant_id AND n.id = o.id OFFSET 0 -- each once
      ) v
    ) d
    WHERE d.action <> 'updated' OR d.changes <> '{}';
  END IF;
  RETURN NULL;
END $$;


--
-- Name: record_event(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.record_event() RETURNS trigger
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$ BEGIN
  INSERT INTO events (tenant_id, topic, op, row_id) SELECT tenant_id, TG_TABLE_NAME, TG_ARGV[0], id FROM changed;
  IF FOUND AND pg_try_advisory_xact_lock(1400140641, 1) THEN
    PERFORM pg_notify('stoa_events', '');
  END IF;
  RETURN NULL;
END $$;


--
-- Name: record_name(jsonb, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.record_name(of jsonb, naming text) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$ BEGIN
  IF naming = 'user_id' THEN
    RETURN coalesce((SELECT u.name FROM users u WHERE u.id = (of ->> 'user_id')::uuid), '');
  END IF;
  RETURN coalesce(of ->> naming, '');
END $$;


--
-- Name: river_job_state_in_bitmask(bit, public.river_job_state); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.river_job_state_in_bitmask(bitmask bit, state public.river_job_state) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE state
        WHEN 'available' THEN get_bit(bitmask, 7)
        WHEN 'cancelled' THEN get_bit(bitmask, 6)
        WHEN 'completed' THEN get_bit(bitmask, 5)
        WHEN 'discarded' THEN get_bit(bitmask, 4)
        WHEN 'pending'   THEN get_bit(bitmask, 3)
        WHEN 'retryable' THEN get_bit(bitmask, 2)
        WHEN 'running'   THEN get_bit(bitmask, 1)
        WHEN 'scheduled' THEN get_bit(bitmask, 0)
        ELSE 0
    END = 1;
$$;


--
-- Name: touch_updated_at(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: api_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_tokens (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    hint text NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT api_tokens_hint_check CHECK ((char_length(hint) <= 8)),
    CONSTRAINT api_tokens_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
    CONSTRAINT api_tokens_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 200))),
    CONSTRAINT api_tokens_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

ALTER TABLE ONLY public.api_tokens FORCE ROW LEVEL SECURITY;


--
-- Name: COLUMN api_tokens.hint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.api_tokens.hint IS 'The last characters of the token, by which its owner knows it.';


--
-- Name: COLUMN api_tokens.scopes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.api_tokens.scopes IS 'resource:operation, where * is any.';


--
-- Name: audit_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_log (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    person text DEFAULT ''::text NOT NULL,
    person_id uuid,
    action text NOT NULL,
    record text DEFAULT ''::text NOT NULL,
    record_table text NOT NULL,
    record_id uuid NOT NULL,
    changes jsonb NOT NULL,
    CONSTRAINT audit_log_action_check CHECK ((action = ANY (ARRAY['created'::text, 'updated'::text, 'trashed'::text, 'restored'::text, 'deleted'::text])))
);

ALTER TABLE ONLY public.audit_log FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE audit_log; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_log IS 'The audit log: who changed what, and what was there before.';


--
-- Name: COLUMN audit_log.person; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_log.person IS 'Empty when no person did it: a job, or somebody at the database itself.';


--
-- Name: COLUMN audit_log.changes; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_log.changes IS 'Each column with its value before and after; [] for one whose values are not kept.';


--
-- Name: conversations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.conversations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    title text DEFAULT 'New chat'::text NOT NULL,
    model text,
    system_prompt text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT conversations_model_check CHECK ((char_length(model) <= 100)),
    CONSTRAINT conversations_system_prompt_check CHECK ((char_length(system_prompt) <= 8000)),
    CONSTRAINT conversations_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY public.conversations FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE conversations; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.conversations IS 'Conversations with the assistant. Only you can read them.';


--
-- Name: COLUMN conversations.model; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conversations.model IS 'Which model answers. Empty is the one that your company has chosen.';


--
-- Name: COLUMN conversations.system_prompt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.conversations.system_prompt IS 'Sent before every message of this chat.';


--
-- Name: cost_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cost_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid,
    purpose text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    conversation_id uuid,
    message_id uuid,
    generation_id uuid,
    status public.cost_status DEFAULT 'running'::public.cost_status NOT NULL,
    basis public.cost_basis DEFAULT 'estimated'::public.cost_basis NOT NULL,
    input_tokens bigint DEFAULT 0 NOT NULL,
    cached_tokens bigint DEFAULT 0 NOT NULL,
    cache_write_tokens bigint DEFAULT 0 NOT NULL,
    output_tokens bigint DEFAULT 0 NOT NULL,
    amount bigint,
    price_version text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT cost_events_amount_check CHECK ((amount >= 0)),
    CONSTRAINT cost_events_cache_write_tokens_check CHECK ((cache_write_tokens >= 0)),
    CONSTRAINT cost_events_cached_tokens_check CHECK ((cached_tokens >= 0)),
    CONSTRAINT cost_events_input_tokens_check CHECK ((input_tokens >= 0)),
    CONSTRAINT cost_events_output_tokens_check CHECK ((output_tokens >= 0)),
    CONSTRAINT cost_events_purpose_check CHECK (((char_length(purpose) >= 1) AND (char_length(purpose) <= 40)))
);

ALTER TABLE ONLY public.cost_events FORCE ROW LEVEL SECURITY;


--
-- Name: COLUMN cost_events.input_tokens; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.cost_events.input_tokens IS 'All tokens sent, cached ones included.';


--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    seq bigint NOT NULL,
    tenant_id uuid NOT NULL,
    topic text NOT NULL,
    op text NOT NULL,
    row_id uuid NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.events FORCE ROW LEVEL SECURITY;


--
-- Name: COLUMN events.topic; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.events.topic IS 'The table of the record.';


--
-- Name: COLUMN events.op; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.events.op IS 'created, updated or deleted.';


--
-- Name: events_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.events ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.events_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: generations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.generations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    message_id uuid NOT NULL,
    user_id uuid,
    status public.message_status DEFAULT 'streaming'::public.message_status NOT NULL,
    instance_id uuid NOT NULL,
    lease_until timestamp with time zone NOT NULL,
    stop_requested boolean DEFAULT false NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone
);

ALTER TABLE ONLY public.generations FORCE ROW LEVEL SECURITY;


--
-- Name: goose_db_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.goose_db_version (
    id integer NOT NULL,
    version_id bigint NOT NULL,
    is_applied boolean NOT NULL,
    tstamp timestamp without time zone DEFAULT now() NOT NULL
);


--
-- Name: goose_db_version_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.goose_db_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goose_db_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: import_rows; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_rows (
    tenant_id uuid NOT NULL,
    import_id uuid NOT NULL,
    n integer NOT NULL,
    line integer NOT NULL,
    cells jsonb NOT NULL,
    problems jsonb
);

ALTER TABLE ONLY public.import_rows FORCE ROW LEVEL SECURITY;


--
-- Name: imports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.imports (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    resource text NOT NULL,
    filename text NOT NULL,
    encoding text NOT NULL,
    separator text NOT NULL,
    header text[] NOT NULL,
    mapping text[] DEFAULT '{}'::text[] NOT NULL,
    state text DEFAULT 'loading'::text NOT NULL,
    total integer NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    good integer DEFAULT 0 NOT NULL,
    bad integer DEFAULT 0 NOT NULL,
    message text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT imports_state_check CHECK ((state = ANY (ARRAY['loading'::text, 'mapping'::text, 'checking'::text, 'checked'::text, 'importing'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.imports FORCE ROW LEVEL SECURITY;


--
-- Name: COLUMN imports.mapping; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.imports.mapping IS 'By column of the file: the field that it fills, or nothing.';


--
-- Name: COLUMN imports."position"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.imports."position" IS 'The last row that this dry run or import has looked at.';


--
-- Name: COLUMN imports.message; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.imports.message IS 'Why the import stopped.';


--
-- Name: invitations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invitations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    role public.member_role NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by uuid
);

ALTER TABLE ONLY public.invitations FORCE ROW LEVEL SECURITY;


--
-- Name: knowledge_collections; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_collections (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    access public.collection_access DEFAULT 'everyone'::public.collection_access NOT NULL,
    description text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT knowledge_collections_description_check CHECK ((char_length(description) <= 500)),
    CONSTRAINT knowledge_collections_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)))
);

ALTER TABLE ONLY public.knowledge_collections FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE knowledge_collections; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.knowledge_collections IS 'Shelves of documents, each with its own readers.';


--
-- Name: COLUMN knowledge_collections.access; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.knowledge_collections.access IS 'Who finds and reads its documents. Named members are chosen on the page of the collection''s documents.';


--
-- Name: knowledge_documents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_documents (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    collection_id uuid,
    user_id uuid,
    title text NOT NULL,
    live_version_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT knowledge_documents_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);

ALTER TABLE ONLY public.knowledge_documents FORCE ROW LEVEL SECURITY;


--
-- Name: COLUMN knowledge_documents.title; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.knowledge_documents.title IS 'As the file names itself, or what a member called it.';


--
-- Name: knowledge_passages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_passages (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    version_id uuid NOT NULL,
    ordinal integer NOT NULL,
    heading text NOT NULL,
    body text NOT NULL,
    text_from integer NOT NULL,
    text_to integer NOT NULL,
    page integer DEFAULT 0 NOT NULL,
    length integer NOT NULL,
    sha256 bytea NOT NULL,
    terms text[] NOT NULL
);

ALTER TABLE ONLY public.knowledge_passages FORCE ROW LEVEL SECURITY;


--
-- Name: knowledge_postings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_postings (
    tenant_id uuid NOT NULL,
    term text NOT NULL COLLATE pg_catalog."C",
    passage_id uuid NOT NULL,
    tf integer NOT NULL,
    length integer NOT NULL
);

ALTER TABLE ONLY public.knowledge_postings FORCE ROW LEVEL SECURITY;


--
-- Name: knowledge_readers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_readers (
    tenant_id uuid NOT NULL,
    collection_id uuid NOT NULL,
    user_id uuid NOT NULL
);

ALTER TABLE ONLY public.knowledge_readers FORCE ROW LEVEL SECURITY;


--
-- Name: knowledge_stats; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_stats (
    tenant_id uuid NOT NULL,
    passages bigint NOT NULL,
    total_length bigint NOT NULL,
    languages text[] NOT NULL
);

ALTER TABLE ONLY public.knowledge_stats FORCE ROW LEVEL SECURITY;


--
-- Name: knowledge_terms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_terms (
    tenant_id uuid NOT NULL,
    term text NOT NULL COLLATE pg_catalog."C",
    df integer NOT NULL
);

ALTER TABLE ONLY public.knowledge_terms FORCE ROW LEVEL SECURITY;


--
-- Name: knowledge_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.knowledge_versions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    number integer NOT NULL,
    file_name text NOT NULL,
    type text DEFAULT ''::text NOT NULL,
    size bigint NOT NULL,
    sha256 bytea NOT NULL,
    status public.version_status DEFAULT 'queued'::public.version_status NOT NULL,
    error text,
    done integer DEFAULT 0 NOT NULL,
    total integer DEFAULT 0 NOT NULL,
    pages integer DEFAULT 0 NOT NULL,
    language text DEFAULT 'simple'::text NOT NULL,
    content bytea,
    blob_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT knowledge_versions_error_check CHECK ((char_length(error) <= 500)),
    CONSTRAINT knowledge_versions_file_name_check CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 200))),
    CONSTRAINT knowledge_versions_number_check CHECK ((number > 0)),
    CONSTRAINT knowledge_versions_sha256_check CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT knowledge_versions_size_check CHECK ((size >= 0)),
    CONSTRAINT knowledge_versions_type_check CHECK ((char_length(type) <= 20))
);

ALTER TABLE ONLY public.knowledge_versions FORCE ROW LEVEL SECURITY;


--
-- Name: COLUMN knowledge_versions.done; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.knowledge_versions.done IS 'How many of its total passages are indexed.';


--
-- Name: COLUMN knowledge_versions.content; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.knowledge_versions.content IS 'Its text in UTF-8; passages and citations are ranges of its bytes.';


--
-- Name: COLUMN knowledge_versions.blob_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.knowledge_versions.blob_key IS 'Where the file itself is kept.';


--
-- Name: memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships (
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    role public.member_role NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL
);

ALTER TABLE ONLY public.memberships FORCE ROW LEVEL SECURITY;


--
-- Name: message_sources; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_sources (
    tenant_id uuid NOT NULL,
    message_id uuid NOT NULL,
    number integer NOT NULL,
    document_id uuid,
    version_id uuid,
    title text NOT NULL,
    heading text NOT NULL,
    text_from integer NOT NULL,
    text_to integer NOT NULL,
    mark_from integer NOT NULL,
    mark_to integer NOT NULL,
    page integer NOT NULL,
    score double precision NOT NULL,
    cited boolean NOT NULL,
    verified boolean NOT NULL,
    CONSTRAINT message_sources_number_check CHECK ((number > 0))
);

ALTER TABLE ONLY public.message_sources FORCE ROW LEVEL SECURITY;


--
-- Name: messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.messages (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    user_id uuid,
    role public.message_role NOT NULL,
    status public.message_status DEFAULT 'complete'::public.message_status NOT NULL,
    content text DEFAULT ''::text NOT NULL,
    client_id uuid,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT messages_content_check CHECK ((octet_length(content) <= 4000000))
);

ALTER TABLE ONLY public.messages FORCE ROW LEVEL SECURITY;


--
-- Name: COLUMN messages.client_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.messages.client_id IS 'Made by the composer: the same id twice is the same message.';


--
-- Name: COLUMN messages.error; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.messages.error IS 'What to tell the person when an answer failed.';


--
-- Name: price_overrides; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.price_overrides (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    effective_from date NOT NULL,
    input numeric(12,6) NOT NULL,
    cached_input numeric(12,6),
    cache_write numeric(12,6),
    output numeric(12,6) NOT NULL,
    note text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT price_overrides_cache_write_check CHECK ((cache_write >= (0)::numeric)),
    CONSTRAINT price_overrides_cached_input_check CHECK ((cached_input >= (0)::numeric)),
    CONSTRAINT price_overrides_input_check CHECK ((input >= (0)::numeric)),
    CONSTRAINT price_overrides_model_check CHECK (((char_length(model) >= 1) AND (char_length(model) <= 200))),
    CONSTRAINT price_overrides_note_check CHECK ((char_length(note) <= 500)),
    CONSTRAINT price_overrides_output_check CHECK ((output >= (0)::numeric)),
    CONSTRAINT price_overrides_provider_check CHECK (((char_length(provider) >= 1) AND (char_length(provider) <= 60)))
);

ALTER TABLE ONLY public.price_overrides FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE price_overrides; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.price_overrides IS 'What you pay by contracts of your own, instead of the public prices.';


--
-- Name: COLUMN price_overrides.effective_from; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.price_overrides.effective_from IS 'The price holds from this day on. Empty is today.';


--
-- Name: COLUMN price_overrides.input; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.price_overrides.input IS 'USD for one million tokens sent.';


--
-- Name: COLUMN price_overrides.cached_input; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.price_overrides.cached_input IS 'USD for one million of them that the provider had in its cache. Empty: as much as input.';


--
-- Name: COLUMN price_overrides.cache_write; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.price_overrides.cache_write IS 'USD for one million tokens put into the cache. Empty: as much as input.';


--
-- Name: COLUMN price_overrides.output; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.price_overrides.output IS 'USD for one million tokens of the answer.';


--
-- Name: prices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.prices (
    provider text NOT NULL,
    model text NOT NULL,
    effective_from date NOT NULL,
    input bigint NOT NULL,
    cached_input bigint NOT NULL,
    cache_write bigint NOT NULL,
    output bigint NOT NULL,
    version text NOT NULL,
    CONSTRAINT prices_cache_write_check CHECK ((cache_write >= 0)),
    CONSTRAINT prices_cached_input_check CHECK ((cached_input >= 0)),
    CONSTRAINT prices_input_check CHECK ((input >= 0)),
    CONSTRAINT prices_output_check CHECK ((output >= 0))
);


--
-- Name: river_job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_job (
    id bigint NOT NULL,
    state public.river_job_state DEFAULT 'available'::public.river_job_state NOT NULL,
    attempt smallint DEFAULT 0 NOT NULL,
    max_attempts smallint DEFAULT 25 NOT NULL,
    attempted_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finalized_at timestamp with time zone,
    scheduled_at timestamp with time zone DEFAULT now() NOT NULL,
    priority smallint DEFAULT 1 NOT NULL,
    args jsonb NOT NULL,
    attempted_by text[],
    errors jsonb[],
    kind text NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    tags character varying(255)[] DEFAULT '{}'::character varying[] NOT NULL,
    unique_key bytea,
    unique_states bit(8),
    CONSTRAINT finalized_or_finalized_at_null CHECK ((((finalized_at IS NULL) AND (state <> ALL (ARRAY['cancelled'::public.river_job_state, 'completed'::public.river_job_state, 'discarded'::public.river_job_state]))) OR ((finalized_at IS NOT NULL) AND (state = ANY (ARRAY['cancelled'::public.river_job_state, 'completed'::public.river_job_state, 'discarded'::public.river_job_state]))))),
    CONSTRAINT kind_length CHECK (((char_length(kind) > 0) AND (char_length(kind) < 128))),
    CONSTRAINT max_attempts_is_positive CHECK ((max_attempts > 0)),
    CONSTRAINT priority_in_range CHECK (((priority >= 1) AND (priority <= 4))),
    CONSTRAINT queue_length CHECK (((char_length(queue) > 0) AND (char_length(queue) < 128)))
);


--
-- Name: river_job_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.river_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: river_job_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.river_job_id_seq OWNED BY public.river_job.id;


--
-- Name: river_leader; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.river_leader (
    elected_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    leader_id text NOT NULL,
    name text DEFAULT 'default'::text NOT NULL,
    CONSTRAINT leader_id_length CHECK (((char_length(leader_id) > 0) AND (char_length(leader_id) < 128))),
    CONSTRAINT name_length CHECK ((name = 'default'::text))
);


--
-- Name: river_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_migration (
    line text NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT line_length CHECK (((char_length(line) > 0) AND (char_length(line) < 128))),
    CONSTRAINT version_gte_1 CHECK ((version >= 1))
);


--
-- Name: river_notification; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_notification (
    id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    payload text NOT NULL,
    topic text NOT NULL,
    CONSTRAINT topic_length CHECK (((length(topic) > 0) AND (length(topic) < 128)))
);


--
-- Name: river_notification_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.river_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: river_notification_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.river_notification_id_seq OWNED BY public.river_notification.id;


--
-- Name: river_queue; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.river_queue (
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    paused_at timestamp with time zone,
    updated_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.sessions FORCE ROW LEVEL SECURITY;


--
-- Name: tenants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenants (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tenants_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)))
);

ALTER TABLE ONLY public.tenants FORCE ROW LEVEL SECURITY;


--
-- Name: throttles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttles (
    bucket text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    resets_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.throttles FORCE ROW LEVEL SECURITY;


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_email_check CHECK ((((char_length(email) >= 3) AND (char_length(email) <= 254)) AND (email = lower(email)))),
    CONSTRAINT users_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)))
);

ALTER TABLE ONLY public.users FORCE ROW LEVEL SECURITY;


--
-- Name: widgets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.widgets (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    public_id text DEFAULT substr(replace((gen_random_uuid())::text, '-'::text, ''::text), 1, 16) NOT NULL,
    allowed_origins text[] DEFAULT '{}'::text[] NOT NULL,
    greeting text,
    colour text DEFAULT '#0f5c75'::text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    config jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT widgets_allowed_origins_check CHECK ((cardinality(allowed_origins) <= 20)),
    CONSTRAINT widgets_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text)),
    CONSTRAINT widgets_config_check CHECK ((jsonb_typeof(config) = 'object'::text)),
    CONSTRAINT widgets_greeting_check CHECK ((char_length(greeting) <= 500)),
    CONSTRAINT widgets_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
    CONSTRAINT widgets_public_id_check CHECK ((public_id ~ '^[a-z0-9][a-z0-9-]{3,39}$'::text))
);

ALTER TABLE ONLY public.widgets FORCE ROW LEVEL SECURITY;


--
-- Name: TABLE widgets; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.widgets IS 'Chat windows for your websites.';


--
-- Name: COLUMN widgets.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.widgets.name IS 'Shown to your visitors in the header.';


--
-- Name: COLUMN widgets.public_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.widgets.public_id IS 'Stands in the code of your website and cannot be changed later. Leave it empty to have one made.';


--
-- Name: COLUMN widgets.allowed_origins; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.widgets.allowed_origins IS 'The websites that may show this widget.';


--
-- Name: COLUMN widgets.greeting; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.widgets.greeting IS 'The first words that a visitor reads.';


--
-- Name: COLUMN widgets.active; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.widgets.active IS 'A paused widget shows nothing.';


--
-- Name: COLUMN widgets.config; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.widgets.config IS 'Settings for developers, as a JSON object.';


--
-- Name: river_job id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_job ALTER COLUMN id SET DEFAULT nextval('public.river_job_id_seq'::regclass);


--
-- Name: river_notification id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_notification ALTER COLUMN id SET DEFAULT nextval('public.river_notification_id_seq'::regclass);


--
-- Data for Name: api_tokens; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_log; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_log VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', 'c6a38b89-cade-4cc6-a7a1-76608271211a', '2026-11-25 22:36:00.07904+00', '', NULL, 'created', 'Ada Lovelace', 'memberships', '2b80cf58-77df-4b79-88a9-6e8fcd93384e', '{"role": [null, "owner"], "user_id": [null, "01a214d9-fa07-7c4f-8ade-f8da8edef64c"]}'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '4102d0f8-b7d1-4edb-9c0e-f161c697f2e7', '2026-11-25 22:36:00.460618+00', 'Grace Hopper', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'created', 'Grace Hopper', 'memberships', '46813319-cbf9-4f46-bc85-2dc8b62a3b78', '{"role": [null, "member"], "user_id": [null, "01a214d9-fcea-7d18-9e37-de2fbc76b9c0"]}'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', 'fb195aeb-1c8c-4960-a3e0-a22989f7695f', '2026-11-25 22:36:00.93102+00', 'Alan Turing', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'created', 'Alan Turing', 'memberships', '422ee01c-0b79-4f59-ba26-627b2be3899f', '{"role": [null, "member"], "user_id": [null, "01a214d9-fe50-73d0-a890-d8458c096cb1"]}'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', 'efd8684f-7486-4c04-bab0-fedf4c6dd35e', '2026-11-25 22:36:01.169716+00', '', NULL, 'created', 'Florence Nightingale', 'memberships', 'd64eb188-8cb6-410c-ae0b-2fa84f128f6c', '{"role": [null, "owner"], "user_id": [null, "01a214da-00f3-77f8-8ea8-21a55d279c24"]}'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '164b75ef-1eb8-456a-94fc-de5e2a78ec3a', '2026-11-25 22:36:01.304483+00', 'Ignaz Semmelweis', '01a214da-0115-718d-a5d1-dd994ae4994e', 'created', 'Ignaz Semmelweis', 'memberships', '4e72b573-83c1-4cd9-bc93-b04dde544392', '{"role": [null, "member"], "user_id": [null, "01a214da-0115-718d-a5d1-dd994ae4994e"]}');


--
-- Data for Name: conversations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.conversations VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0023-7b8c-ae7a-007c880b8b98', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-10-26 18:35:00.931694+00', '2026-10-26 18:35:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003b-7082-9c22-622f26bbd289', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-10-26 16:26:00.931694+00', '2026-10-26 16:26:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003d-7c98-87b3-8ae986fb6e92', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-10-26 19:58:00.931694+00', '2026-10-26 19:58:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0040-7088-92a9-a5abe03a1f33', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-10-27 20:07:00.931694+00', '2026-10-27 20:07:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0042-71a5-a1ab-c47860d1a5c0', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-10-27 19:52:00.931694+00', '2026-10-27 19:52:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0044-74de-a927-61fa039acf4d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-10-28 21:48:00.931694+00', '2026-10-28 21:48:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0046-7e84-9f20-b3e24f1ae6e4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-10-28 13:26:00.931694+00', '2026-10-28 13:26:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0048-791c-bf61-45f3f6524d69', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-10-29 15:20:00.931694+00', '2026-10-29 15:20:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0049-7ee0-ad5d-277f052840f5', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Translate the packing note', 'gpt-4o', NULL, '2026-10-29 12:45:00.931694+00', '2026-10-29 12:45:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004b-7307-8218-9032b0989cad', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-10-29 20:33:00.931694+00', '2026-10-29 20:33:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004c-767d-b019-3a696161fd73', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-10-30 16:00:00.931694+00', '2026-10-30 16:00:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004d-79f1-af7a-0bfe911e3f31', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-10-30 19:27:00.931694+00', '2026-10-30 19:27:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004f-714e-b94f-b4497544db3d', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-10-31 17:17:00.931694+00', '2026-10-31 17:17:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0050-79aa-b130-09ef656e6ba2', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-10-31 12:42:00.931694+00', '2026-10-31 12:42:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0052-71d9-8e2a-8fdb70ee57dd', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-10-31 21:48:00.931694+00', '2026-10-31 21:48:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0054-7774-a824-d12b1b973392', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Translate the packing note', 'gpt-4o', NULL, '2026-10-31 14:37:00.931694+00', '2026-10-31 14:37:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0055-7c02-b670-0775e138626b', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-01 15:05:00.931694+00', '2026-11-01 15:05:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0057-764a-ac17-39530ecddf75', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o', NULL, '2026-11-01 20:29:00.931694+00', '2026-11-01 20:29:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0058-7d32-a97d-89f73a6fed2c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-01 20:19:00.931694+00', '2026-11-01 20:19:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005a-795b-a266-772aef6e5f15', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-01 14:26:00.931694+00', '2026-11-01 14:26:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005c-707e-88bc-57cb153dac98', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Translate the packing note', 'gpt-4o', NULL, '2026-11-02 18:51:00.931694+00', '2026-11-02 18:51:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005d-7413-88f2-f4ba579e9579', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-02 21:18:00.931694+00', '2026-11-02 21:18:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005e-7679-b70e-38a4c688bda2', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-02 14:42:00.931694+00', '2026-11-02 14:42:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005f-7a09-a5ac-3fddd47fd525', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-02 18:52:00.931694+00', '2026-11-02 18:52:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0061-77a7-b81d-ec8430158343', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-03 20:32:00.931694+00', '2026-11-03 20:32:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0063-74b5-afd3-ad672a0d88df', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-11-03 19:37:00.931694+00', '2026-11-03 19:37:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0064-7d14-ba3e-cd7c928ae3dd', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-03 18:03:00.931694+00', '2026-11-03 18:03:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0066-7087-b0c1-e08e914930f4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-04 19:54:00.931694+00', '2026-11-04 19:54:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0067-72da-90fb-6871e8f9e013', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-04 16:07:00.931694+00', '2026-11-04 16:07:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0068-76b4-9c78-02ec0314e0e4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-04 19:23:00.931694+00', '2026-11-04 19:23:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0069-7ec7-92ec-c488bc040420', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-04 22:25:00.931694+00', '2026-11-04 22:25:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006b-7c0a-854c-24c6bedc6609', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-05 13:56:00.931694+00', '2026-11-05 13:56:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006d-747a-b066-5922f421de73', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-05 14:08:00.931694+00', '2026-11-05 14:08:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006e-7aa1-b247-bd50321a20c1', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-05 15:20:00.931694+00', '2026-11-05 15:20:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0070-7cc3-9fa8-84becc9e2371', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-06 14:40:00.931694+00', '2026-11-06 14:40:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0072-71fc-8bff-0af45a2dda21', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-06 13:47:00.931694+00', '2026-11-06 13:47:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0073-7c6e-8a90-9589d2788ed8', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-06 16:00:00.931694+00', '2026-11-06 16:00:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0075-70ab-b59c-be084f467169', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-07 18:04:00.931694+00', '2026-11-07 18:04:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0076-7570-8fc6-f00ca8d83b5a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-08 21:59:00.931694+00', '2026-11-08 21:59:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0077-7869-a861-edca4419e1df', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-08 16:42:00.931694+00', '2026-11-08 16:42:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0079-703a-9eb7-06f841cc5ec4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-08 19:19:00.931694+00', '2026-11-08 19:19:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007a-7380-95f1-62d8cfb4274b', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-09 22:27:00.931694+00', '2026-11-09 22:27:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007b-765c-8181-7b95dab4ffdb', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-09 15:12:00.931694+00', '2026-11-09 15:12:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007c-78d2-9961-fd04576e5551', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Translate the packing note', 'gpt-4o', NULL, '2026-11-10 15:50:00.931694+00', '2026-11-10 15:50:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007d-7eed-8828-d193bb5aa88d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-11-10 16:19:00.931694+00', '2026-11-10 16:19:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0088-7192-8f1b-01b1506d6d27', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-10 13:36:00.931694+00', '2026-11-10 13:36:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0090-77ee-852a-dd605d4a755d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'SQL for churn by region', 'gpt-4o', NULL, '2026-11-10 21:27:00.931694+00', '2026-11-10 21:27:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-009e-7ab3-b198-bb2ec44fd368', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-11 16:04:00.931694+00', '2026-11-11 16:04:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a3-7aa9-8b8d-ff9a3cda7bf4', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'SQL for churn by region', 'gpt-4o', NULL, '2026-11-11 12:39:00.931694+00', '2026-11-11 12:39:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a8-7273-8166-5744fb0cc16a', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-12 21:57:00.931694+00', '2026-11-12 21:57:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ae-75e2-9dc7-b66e86a4bdd9', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o', NULL, '2026-11-12 14:48:00.931694+00', '2026-11-12 14:48:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b1-7480-9000-8b0249cb64f6', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-13 21:10:00.931694+00', '2026-11-13 21:10:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b5-75bf-ab55-0b71500e341f', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-13 21:32:00.931694+00', '2026-11-13 21:32:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b8-7299-bfe3-df1fefd10af0', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-13 16:18:00.931694+00', '2026-11-13 16:18:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b9-7844-bfa6-c3d31adc63b2', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'SQL for churn by region', 'gpt-4o', NULL, '2026-11-14 22:04:00.931694+00', '2026-11-14 22:04:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ba-7f33-9c3f-176c0ffb14d5', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-14 15:49:00.931694+00', '2026-11-14 15:49:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bc-7314-9b3b-9720af4ead49', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-11-14 21:00:00.931694+00', '2026-11-14 21:00:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bd-74bf-8b5c-d8a2ee3ccc6d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o', NULL, '2026-11-15 20:02:00.931694+00', '2026-11-15 20:02:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00be-756f-b882-5fa800b69a2c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-15 13:55:00.931694+00', '2026-11-15 13:55:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c0-733d-b849-969118920786', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-15 15:27:00.931694+00', '2026-11-15 15:27:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c2-7cf6-ba01-6b6ba814081e', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-15 15:40:00.931694+00', '2026-11-15 15:40:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c6-734b-a184-96f10bd59f8f', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-16 20:34:00.931694+00', '2026-11-16 20:34:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c7-7773-8313-0284ce917c16', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-17 16:06:00.931694+00', '2026-11-17 16:06:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c8-7bb8-9879-3b63a3e8e7ee', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-11-17 16:02:00.931694+00', '2026-11-17 16:02:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ca-740d-935e-c2418e7a97f5', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-17 16:12:00.931694+00', '2026-11-17 16:12:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cb-7705-9709-62a68dd2e6d0', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'SQL for churn by region', 'gpt-4o', NULL, '2026-11-17 13:17:00.931694+00', '2026-11-17 13:17:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cc-76c1-a601-5e23892a34b4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-18 12:55:00.931694+00', '2026-11-18 12:55:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cd-7c1b-8ffb-083b9faf99a9', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-18 18:55:00.931694+00', '2026-11-18 18:55:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-70e6-a284-2b418bc2492c', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'SQL for churn by region', 'gpt-4o', NULL, '2026-11-19 21:39:00.931694+00', '2026-11-19 21:39:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-7e7d-b1e7-13e502573fcd', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-19 18:02:00.931694+00', '2026-11-19 18:02:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d2-7a09-b61a-9911225c2a41', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-19 19:54:00.931694+00', '2026-11-19 19:54:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d3-7c6f-baa6-1be1cbe9a043', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-11-19 19:46:00.931694+00', '2026-11-19 19:46:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d4-7ba1-88a4-13474c4f391e', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'SQL for churn by region', 'gpt-4o', NULL, '2026-11-20 12:59:00.931694+00', '2026-11-20 12:59:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d5-793b-bd32-5823350e1f3a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-20 22:22:00.931694+00', '2026-11-20 22:22:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d6-7762-a61d-5d36a3409f95', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Translate the packing note', 'gpt-4o', NULL, '2026-11-20 19:25:00.931694+00', '2026-11-20 19:25:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d7-7bc9-9326-34269303753a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-20 13:01:00.931694+00', '2026-11-20 13:01:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d9-7321-9ebf-b4f04de0c22c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-21 16:29:00.931694+00', '2026-11-21 16:29:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00da-70f0-876d-c50e94d63617', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Refund policy for resellers', 'gpt-4o-mini', NULL, '2026-11-22 17:30:00.931694+00', '2026-11-22 17:30:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00db-72de-ae44-e4b46b9412c9', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'SQL for churn by region', 'gpt-4o-mini', NULL, '2026-11-22 19:55:00.931694+00', '2026-11-22 19:55:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dc-72fd-8ad3-8be47ecea0c7', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Translate the packing note', 'gpt-4o', NULL, '2026-11-23 16:46:00.931694+00', '2026-11-23 16:46:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dd-776a-a85b-8eaacae056b9', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Notes for the Monday call', 'gpt-4o', NULL, '2026-11-24 21:04:00.931694+00', '2026-11-24 21:04:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00de-774a-ba51-0b5cce348a0d', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-24 17:08:00.931694+00', '2026-11-24 17:08:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-71a2-8ab9-74c6feba928a', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-24 17:54:00.931694+00', '2026-11-24 17:54:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-7f31-a5b5-5d6e61297ca3', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Notes for the Monday call', 'gpt-4o-mini', NULL, '2026-11-25 15:48:00.931694+00', '2026-11-25 15:48:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e2-7114-a6bc-d29371019cb6', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'Refund policy for resellers', 'gpt-4o', NULL, '2026-11-25 19:54:00.931694+00', '2026-11-25 19:54:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-700f-9869-234b81a2bc33', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-11-25 12:48:00.931694+00', '2026-11-25 12:48:00.931694+00', NULL),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-7e38-b9ec-bd7e5d979c01', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'Translate the packing note', 'gpt-4o-mini', NULL, '2026-11-25 13:13:00.931694+00', '2026-11-25 13:13:00.931694+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0199-7320-be1f-fc8f1af42b4c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-10-26 14:41:01.305196+00', '2026-10-26 14:41:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-70b3-9b3d-b6adec02a037', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-10-27 19:54:01.305196+00', '2026-10-27 19:54:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-7ccb-9a99-f376cb3b8090', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-10-27 21:14:01.305196+00', '2026-10-27 21:14:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-70c5-aa76-a22c0ec12110', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-10-28 16:51:01.305196+00', '2026-10-28 16:51:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-7bca-b672-9300571012c7', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-10-29 13:51:01.305196+00', '2026-10-29 13:51:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019e-7ce0-a525-4393df238d6c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-10-29 18:29:01.305196+00', '2026-10-29 18:29:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a0-7100-8c6a-f326edf39e4b', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-10-29 17:24:01.305196+00', '2026-10-29 17:24:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-71f2-ac6e-7dc278b54c87', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-10-30 16:36:01.305196+00', '2026-10-30 16:36:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-7c77-923d-db8f2a5454e4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-10-31 17:59:01.305196+00', '2026-10-31 17:59:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a2-75dc-825d-bebbce1a36f8', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-10-31 21:04:01.305196+00', '2026-10-31 21:04:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a3-7f30-bd59-f8ecb5634547', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-10-31 20:26:01.305196+00', '2026-10-31 20:26:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a4-7e82-9ed3-da4df4bbc2f1', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-10-31 12:37:01.305196+00', '2026-10-31 12:37:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a5-7c54-8d8a-011b38c865c1', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-01 16:17:01.305196+00', '2026-11-01 16:17:01.305196+00', NULL);
INSERT INTO public.conversations VALUES
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a7-7299-9ff4-7359e88ce3cd', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-01 17:37:01.305196+00', '2026-11-01 17:37:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a8-7688-a5df-acb6e35dd63d', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-01 14:32:01.305196+00', '2026-11-01 14:32:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a9-7931-bc15-97998ac3f050', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-01 21:07:01.305196+00', '2026-11-01 21:07:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01aa-79f7-b516-d835e342eb36', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-02 16:26:01.305196+00', '2026-11-02 16:26:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ab-7a2c-a233-8abfd55cc3f6', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-02 21:00:01.305196+00', '2026-11-02 21:00:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ac-79b8-a511-7fe0174411c4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-03 21:12:01.305196+00', '2026-11-03 21:12:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ae-77a5-a713-1d23f765688c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-11-03 13:41:01.305196+00', '2026-11-03 13:41:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01af-7cd5-af0e-51ceec779aaa', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-04 14:27:01.305196+00', '2026-11-04 14:27:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b0-7efd-b244-c0c99078c1d2', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-04 15:08:01.305196+00', '2026-11-04 15:08:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b1-7cea-90a0-01fedc636239', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-04 14:46:01.305196+00', '2026-11-04 14:46:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b3-70a5-9e50-b6aeda501186', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-05 21:51:01.305196+00', '2026-11-05 21:51:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b4-70db-a82e-5d6fd40204b5', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-05 19:01:01.305196+00', '2026-11-05 19:01:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b9-70d8-aff6-0c199180e4b2', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-11-05 13:27:01.305196+00', '2026-11-05 13:27:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ba-7f3b-a3ea-85db67bdff54', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-06 20:29:01.305196+00', '2026-11-06 20:29:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bc-77b5-bbad-e9f94c30e7eb', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-06 14:39:01.305196+00', '2026-11-06 14:39:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01be-73ad-b19b-64236ff88ed6', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-06 19:21:01.305196+00', '2026-11-06 19:21:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bf-7f07-bba0-663686d70c3f', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-06 19:31:01.305196+00', '2026-11-06 19:31:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c1-7a3a-b24d-f875f90753d9', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-07 16:58:01.305196+00', '2026-11-07 16:58:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c3-734d-a64e-2d16737a568c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-08 19:07:01.305196+00', '2026-11-08 19:07:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c5-71ba-b7b0-e749f5fc7649', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-11-08 18:18:01.305196+00', '2026-11-08 18:18:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c7-7e95-945e-cc35a0633f47', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-11-08 17:07:01.305196+00', '2026-11-08 17:07:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c9-7863-b000-a710416a74b9', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-09 18:40:01.305196+00', '2026-11-09 18:40:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cb-71ac-9c86-2d1df3651988', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-10 19:17:01.305196+00', '2026-11-10 19:17:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cc-7991-a062-4195241fd67b', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-11-10 13:32:01.305196+00', '2026-11-10 13:32:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ce-7544-a688-1ae025871536', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-11-10 21:19:01.305196+00', '2026-11-10 21:19:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cf-7d35-8150-8f07b7b68bab', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-11 19:23:01.305196+00', '2026-11-11 19:23:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d1-7894-8260-30840dba0d49', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-11 18:27:01.305196+00', '2026-11-11 18:27:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d3-7478-85fa-f4e0fc5db3bd', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-11 15:44:01.305196+00', '2026-11-11 15:44:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d4-7979-81eb-ed2c2cae2f1b', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-12 17:52:01.305196+00', '2026-11-12 17:52:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d6-74b9-ba3a-a7073414b96c', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-11-12 14:46:01.305196+00', '2026-11-12 14:46:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d7-7b00-ac48-73711eae3e02', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-12 19:40:01.305196+00', '2026-11-12 19:40:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d9-71f3-b1eb-5ef35c8b9896', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-12 15:09:01.305196+00', '2026-11-12 15:09:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01db-7282-9eac-2d2f48bfafd0', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-13 20:02:01.305196+00', '2026-11-13 20:02:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01dc-7e88-b178-3195d07700ef', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-14 17:08:01.305196+00', '2026-11-14 17:08:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01de-739b-8639-83c5b0c33e8a', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-11-14 21:03:01.305196+00', '2026-11-14 21:03:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01df-7b84-9a96-6a3b98b4c7f4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-15 21:07:01.305196+00', '2026-11-15 21:07:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e1-7859-80a2-5d308dc71c11', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-16 18:50:01.305196+00', '2026-11-16 18:50:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e3-72c9-8111-f3f2db60a3ec', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-11-16 17:25:01.305196+00', '2026-11-16 17:25:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e4-7725-9b97-d7272bb1eed7', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-16 20:58:01.305196+00', '2026-11-16 20:58:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e5-7be3-8a8e-a6456450e7f9', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-17 14:55:01.305196+00', '2026-11-17 14:55:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e7-76cf-b916-ff19aa08f141', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-17 16:31:01.305196+00', '2026-11-17 16:31:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e8-7a94-af62-d22348077557', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-17 14:57:01.305196+00', '2026-11-17 14:57:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e9-7d22-97c4-2012f308d663', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-17 13:32:01.305196+00', '2026-11-17 13:32:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01eb-7681-b616-61fceece598a', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-18 19:01:01.305196+00', '2026-11-18 19:01:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ed-7034-91cf-6f2ee641eda3', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-18 13:25:01.305196+00', '2026-11-18 13:25:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ee-71f8-8ebf-0917d17bc24c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-18 14:51:01.305196+00', '2026-11-18 14:51:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ef-76c0-9e62-e5b270fbcb78', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-19 20:06:01.305196+00', '2026-11-19 20:06:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f0-7a0e-84ba-16ac575493c3', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-11-19 17:28:01.305196+00', '2026-11-19 17:28:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f2-7065-8288-7122a6190fdd', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-20 20:38:01.305196+00', '2026-11-20 20:38:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f3-7858-9e48-25682d00c8b3', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-20 19:49:01.305196+00', '2026-11-20 19:49:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f4-7c13-8b3e-3975232e60be', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-20 15:09:01.305196+00', '2026-11-20 15:09:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f6-74ce-a579-d18212d952e3', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-20 20:28:01.305196+00', '2026-11-20 20:28:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f7-7ed8-b904-7286cd87a138', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-21 20:12:01.305196+00', '2026-11-21 20:12:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f9-7927-b398-5165c06986c3', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'gpt-4o-mini', NULL, '2026-11-22 21:57:01.305196+00', '2026-11-22 21:57:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fb-7132-a728-e42ea05afd56', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-22 19:51:01.305196+00', '2026-11-22 19:51:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fc-7359-a801-936b94f8872c', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-22 20:56:01.305196+00', '2026-11-22 20:56:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fd-759b-b8fe-3dae0cfa203a', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-11-23 22:23:01.305196+00', '2026-11-23 22:23:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ff-7a75-a2a7-5607558cf361', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-23 13:42:01.305196+00', '2026-11-23 13:42:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0200-7e72-b15b-3f498c93c7d9', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'claude-3-5-haiku', NULL, '2026-11-23 12:58:01.305196+00', '2026-11-23 12:58:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0202-70eb-8410-01e4f7c32bbe', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'gpt-4o-mini', NULL, '2026-11-24 16:44:01.305196+00', '2026-11-24 16:44:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0203-7633-9f5f-6e10c75ea58b', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-25 15:06:01.305196+00', '2026-11-25 15:06:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0204-7d15-989e-0e9eecc81d2b', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Hand hygiene leaflet', 'claude-3-5-haiku', NULL, '2026-11-25 19:54:01.305196+00', '2026-11-25 19:54:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0206-767d-91bc-fbfdf0865e72', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'Letter to a supplier', 'gpt-4o-mini', NULL, '2026-11-25 16:52:01.305196+00', '2026-11-25 16:52:01.305196+00', NULL),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0207-7f1d-bd38-9c73974813f4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'Roster for the holidays', 'claude-3-5-haiku', NULL, '2026-11-25 16:38:01.305196+00', '2026-11-25 16:38:01.305196+00', NULL);


--
-- Data for Name: cost_events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cost_events VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0023-7b91-a747-12793de744e1', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0023-7b8c-ae7a-007c880b8b98', '01a214da-0023-7b90-b5fa-203dbe316587', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-10-26 18:35:00.931694+00', '2026-11-25 22:36:00.9544+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003b-7087-85c0-9853e8656e27', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-003b-7082-9c22-622f26bbd289', '01a214da-003b-7086-bc20-5172ec670873', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-10-26 16:26:00.931694+00', '2026-11-25 22:36:00.957636+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003d-7c9c-8809-d2b1bc7b37bd', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-003d-7c98-87b3-8ae986fb6e92', '01a214da-003d-7c9a-a47c-f412d605cbbd', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-10-26 19:58:00.931694+00', '2026-11-25 22:36:00.959804+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0040-708c-9e46-c040b65692c1', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-0040-7088-92a9-a5abe03a1f33', '01a214da-0040-708a-aa07-a9780eb5cfba', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-10-27 20:07:00.931694+00', '2026-11-25 22:36:00.961712+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0042-71a8-89ec-c704fb83ce34', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0042-71a5-a1ab-c47860d1a5c0', '01a214da-0042-71a7-934a-c09bb5ef4b1a', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-10-27 19:52:00.931694+00', '2026-11-25 22:36:00.964031+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0044-74e3-8605-555cab7a3255', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0044-74de-a927-61fa039acf4d', '01a214da-0044-74e2-8ad3-34f4e63fe3b6', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-10-28 21:48:00.931694+00', '2026-11-25 22:36:00.966633+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0046-7e87-bbcf-639de84ae826', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0046-7e84-9f20-b3e24f1ae6e4', '01a214da-0046-7e86-b872-61f5bb497d24', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-10-28 13:26:00.931694+00', '2026-11-25 22:36:00.968503+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0048-7920-8262-9f7f6062dfd5', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-0048-791c-bf61-45f3f6524d69', '01a214da-0048-791e-b097-c67689926559', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-10-29 15:20:00.931694+00', '2026-11-25 22:36:00.969759+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0049-7ee4-8ab7-0323e7b7e390', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-0049-7ee0-ad5d-277f052840f5', '01a214da-0049-7ee3-b6fa-293eb262f037', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-10-29 12:45:00.931694+00', '2026-11-25 22:36:00.971069+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004b-730a-b6e0-afa059e1cb05', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-004b-7307-8218-9032b0989cad', '01a214da-004b-7309-8080-4501e42af32e', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-10-29 20:33:00.931694+00', '2026-11-25 22:36:00.972277+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004c-7681-8f93-51899dc29c76', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-004c-767d-b019-3a696161fd73', '01a214da-004c-767f-b831-0648a115d653', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-10-30 16:00:00.931694+00', '2026-11-25 22:36:00.973514+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004d-79f5-8e45-f467ccd07bd4', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-004d-79f1-af7a-0bfe911e3f31', '01a214da-004d-79f4-bc12-36033d313064', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-10-30 19:27:00.931694+00', '2026-11-25 22:36:00.974773+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004f-7151-bbf2-7876852af632', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-004f-714e-b94f-b4497544db3d', '01a214da-004f-7150-b1fb-dd551a8b3163', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-10-31 17:17:00.931694+00', '2026-11-25 22:36:00.976501+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0050-79af-a198-fc2ef2e72e6b', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-0050-79aa-b130-09ef656e6ba2', '01a214da-0050-79ae-a3ae-9d91043ab15f', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-10-31 12:42:00.931694+00', '2026-11-25 22:36:00.977785+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0052-71dd-bc6a-5430567f775d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-0052-71d9-8e2a-8fdb70ee57dd', '01a214da-0052-71db-97e6-09c597c52d68', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-10-31 21:48:00.931694+00', '2026-11-25 22:36:00.98033+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0054-7778-a7eb-2c0d89c4c315', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-0054-7774-a824-d12b1b973392', '01a214da-0054-7776-9bd7-527e78474cf3', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-10-31 14:37:00.931694+00', '2026-11-25 22:36:00.981698+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0055-7c05-878f-1eca66726772', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0055-7c02-b670-0775e138626b', '01a214da-0055-7c04-ad1b-204697d28366', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-01 15:05:00.931694+00', '2026-11-25 22:36:00.983237+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0057-764d-a58e-ea7ad66e2d79', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-0057-764a-ac17-39530ecddf75', '01a214da-0057-764c-b460-8aabb32ef96d', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-11-01 20:29:00.931694+00', '2026-11-25 22:36:00.984651+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0058-7d37-b281-98f7025d4323', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0058-7d32-a97d-89f73a6fed2c', '01a214da-0058-7d36-9a5e-8c151f8cb29d', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-01 20:19:00.931694+00', '2026-11-25 22:36:00.986406+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005a-795f-8c10-d9fe19b99ff4', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-005a-795b-a266-772aef6e5f15', '01a214da-005a-795e-8a96-3b6be34f8cfe', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-01 14:26:00.931694+00', '2026-11-25 22:36:00.987854+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005c-7081-9fa0-cdd706f4f4db', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-005c-707e-88bc-57cb153dac98', '01a214da-005c-7080-afbf-cd3d11cf3446', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-11-02 18:51:00.931694+00', '2026-11-25 22:36:00.98918+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005d-7417-9f32-ba436af4f855', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-005d-7413-88f2-f4ba579e9579', '01a214da-005d-7415-85a5-a22cf506c831', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-02 21:18:00.931694+00', '2026-11-25 22:36:00.990289+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005e-767c-83d8-d51786957e0a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-005e-7679-b70e-38a4c688bda2', '01a214da-005e-767b-9da6-f62ca6b4b982', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-02 14:42:00.931694+00', '2026-11-25 22:36:00.991521+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005f-7a0c-a5ff-865bad24b535', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-005f-7a09-a5ac-3fddd47fd525', '01a214da-005f-7a0b-a928-7a41360e25b6', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-02 18:52:00.931694+00', '2026-11-25 22:36:00.99337+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0061-77ab-817b-a3b7b5006089', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0061-77a7-b81d-ec8430158343', '01a214da-0061-77aa-9443-f05ed5652210', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-03 20:32:00.931694+00', '2026-11-25 22:36:00.995217+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0063-74ba-b481-ef656f8c1dc1', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0063-74b5-afd3-ad672a0d88df', '01a214da-0063-74b9-848a-b997a1321158', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-11-03 19:37:00.931694+00', '2026-11-25 22:36:00.996717+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0064-7d18-9204-13ca9e96502f', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0064-7d14-ba3e-cd7c928ae3dd', '01a214da-0064-7d16-93f1-4cc42ce0407e', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-03 18:03:00.931694+00', '2026-11-25 22:36:00.99784+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0066-708a-9340-3d4a09f87f1f', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0066-7087-b0c1-e08e914930f4', '01a214da-0066-7089-9c17-8f86ec64ca49', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-04 19:54:00.931694+00', '2026-11-25 22:36:00.999063+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0067-72dd-ad05-fac90f2822f6', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-0067-72da-90fb-6871e8f9e013', '01a214da-0067-72dc-aa58-22a4ff0cfcf6', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-04 16:07:00.931694+00', '2026-11-25 22:36:01.000314+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0068-76b7-b00a-b531def92973', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-0068-76b4-9c78-02ec0314e0e4', '01a214da-0068-76b6-aa28-a3cfd267f98b', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-04 19:23:00.931694+00', '2026-11-25 22:36:01.001772+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0069-7ecb-8f51-f788282f954d', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-0069-7ec7-92ec-c488bc040420', '01a214da-0069-7eca-a89d-9e6cdf22765b', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-04 22:25:00.931694+00', '2026-11-25 22:36:01.003606+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006b-7c0e-a8b3-bb59e4356aaf', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-006b-7c0a-854c-24c6bedc6609', '01a214da-006b-7c0d-93f1-bb0040214eff', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-05 13:56:00.931694+00', '2026-11-25 22:36:01.005114+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006d-747e-acf3-54467ba72682', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-006d-747a-b066-5922f421de73', '01a214da-006d-747c-89bb-6abb40e4e88c', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-05 14:08:00.931694+00', '2026-11-25 22:36:01.006415+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006e-7aa4-bf3a-c81aab3a550f', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-006e-7aa1-b247-bd50321a20c1', '01a214da-006e-7aa3-89d8-62ffc4d8351b', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-05 15:20:00.931694+00', '2026-11-25 22:36:01.008683+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0070-7cc7-818d-9525ec20377c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0070-7cc3-9fa8-84becc9e2371', '01a214da-0070-7cc5-8ee3-e3e2da29feb3', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-06 14:40:00.931694+00', '2026-11-25 22:36:01.009985+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0072-7201-9563-0560847852ba', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0072-71fc-8bff-0af45a2dda21', '01a214da-0072-7200-b720-9d0a4a929efd', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-06 13:47:00.931694+00', '2026-11-25 22:36:01.011708+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0073-7c72-8ee1-cbea134eac29', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0073-7c6e-8a90-9589d2788ed8', '01a214da-0073-7c70-9008-297adb1e6b8d', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-06 16:00:00.931694+00', '2026-11-25 22:36:01.012963+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0075-70af-a5ca-190736b286bf', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0075-70ab-b59c-be084f467169', '01a214da-0075-70ae-b511-493ea8bda6f3', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-07 18:04:00.931694+00', '2026-11-25 22:36:01.014275+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0076-7573-99a2-7f16690cd59a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0076-7570-8fc6-f00ca8d83b5a', '01a214da-0076-7572-bb75-13071823ee35', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-08 21:59:00.931694+00', '2026-11-25 22:36:01.015425+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0077-786e-8b5e-1347ca02b8f2', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-0077-7869-a861-edca4419e1df', '01a214da-0077-786d-b7d6-073b878e550e', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-08 16:42:00.931694+00', '2026-11-25 22:36:01.016843+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0079-703d-8d1f-ecdc9359168d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-0079-703a-9eb7-06f841cc5ec4', '01a214da-0079-703c-b93a-24a89bb27dd0', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-08 19:19:00.931694+00', '2026-11-25 22:36:01.018091+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007a-7383-8abf-14962cbf9b6f', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-007a-7380-95f1-62d8cfb4274b', '01a214da-007a-7382-85ef-27a79a8fcbb2', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-09 22:27:00.931694+00', '2026-11-25 22:36:01.019288+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007b-7660-baf1-7f9e6d7b7b8b', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-007b-765c-8181-7b95dab4ffdb', '01a214da-007b-765f-a803-e8242c9c18db', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-09 15:12:00.931694+00', '2026-11-25 22:36:01.020452+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007c-78d6-9689-e18658a5366a', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-007c-78d2-9961-fd04576e5551', '01a214da-007c-78d5-960f-66b61b4a923d', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-11-10 15:50:00.931694+00', '2026-11-25 22:36:01.021781+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007d-7ef0-b632-5b7b1adb01f5', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-007d-7eed-8828-d193bb5aa88d', '01a214da-007d-7eef-91cd-87a57d04a264', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-11-10 16:19:00.931694+00', '2026-11-25 22:36:01.031701+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0088-7195-9abb-153b903ff00a', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-0088-7192-8f1b-01b1506d6d27', '01a214da-0088-7194-bd2e-d3621d477547', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-10 13:36:00.931694+00', '2026-11-25 22:36:01.040212+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0090-77f3-9aa7-98cb4716d834', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-0090-77ee-852a-dd605d4a755d', '01a214da-0090-77f2-aa89-560e94c45103', NULL, 'complete', 'exact', 544, 0, 0, 78, 2140000, 'demonstration', '2026-11-10 21:27:00.931694+00', '2026-11-25 22:36:01.05154+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-009e-7ab8-9b0b-39af17022615', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-009e-7ab3-b198-bb2ec44fd368', '01a214da-009e-7ab5-a670-33ff7b861126', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-11 16:04:00.931694+00', '2026-11-25 22:36:01.059149+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a3-7aad-89fa-46b5cbaa84ca', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-00a3-7aa9-8b8d-ff9a3cda7bf4', '01a214da-00a3-7aab-97cb-19cdb9259df9', NULL, 'complete', 'exact', 544, 0, 0, 78, 2140000, 'demonstration', '2026-11-11 12:39:00.931694+00', '2026-11-25 22:36:01.063399+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a8-7276-bc9d-a50080fa644d', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00a8-7273-8166-5744fb0cc16a', '01a214da-00a8-7275-ac12-9f28bdcb12ab', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-12 21:57:00.931694+00', '2026-11-25 22:36:01.069673+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ae-75e6-bc8b-c95c7181e6e9', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00ae-75e2-9dc7-b66e86a4bdd9', '01a214da-00ae-75e5-9aa1-b76f5d2519ae', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-11-12 14:48:00.931694+00', '2026-11-25 22:36:01.072993+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b1-7484-ad0f-a19e9c009066', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00b1-7480-9000-8b0249cb64f6', '01a214da-00b1-7482-97e8-4bc425e02e1f', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-13 21:10:00.931694+00', '2026-11-25 22:36:01.077126+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b5-75c2-a1f9-9d06056632ea', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00b5-75bf-ab55-0b71500e341f', '01a214da-00b5-75c1-a61c-d2f17e65a114', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-13 21:32:00.931694+00', '2026-11-25 22:36:01.080046+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b8-729c-871e-502ae3e79dda', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00b8-7299-bfe3-df1fefd10af0', '01a214da-00b8-729b-9d78-71bb3b2d0f83', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-13 16:18:00.931694+00', '2026-11-25 22:36:01.08139+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b9-784a-8ec5-cd9629d7e0cc', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-00b9-7844-bfa6-c3d31adc63b2', '01a214da-00b9-7849-b7ce-27ec337befc4', NULL, 'complete', 'exact', 544, 0, 0, 78, 2140000, 'demonstration', '2026-11-14 22:04:00.931694+00', '2026-11-25 22:36:01.082786+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ba-7f38-911a-dbaa0c35ed2a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00ba-7f33-9c3f-176c0ffb14d5', '01a214da-00ba-7f37-bf0a-53a1e8c03c2b', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-14 15:49:00.931694+00', '2026-11-25 22:36:01.084109+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bc-7318-abd2-5de3c5373656', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00bc-7314-9b3b-9720af4ead49', '01a214da-00bc-7316-b60f-26cf9a4f57b3', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-11-14 21:00:00.931694+00', '2026-11-25 22:36:01.08515+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bd-74c2-bda0-3cbfd33f25f5', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00bd-74bf-8b5c-d8a2ee3ccc6d', '01a214da-00bd-74c1-a9bf-c59d51c24ae2', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-11-15 20:02:00.931694+00', '2026-11-25 22:36:01.086225+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00be-7574-87f6-a0da7b4df91e', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00be-756f-b882-5fa800b69a2c', '01a214da-00be-7572-8f96-e2228fb42955', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-15 13:55:00.931694+00', '2026-11-25 22:36:01.088077+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c0-7340-836f-1451b40d963c', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00c0-733d-b849-969118920786', '01a214da-00c0-733f-8e84-9c29872f0972', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-15 15:27:00.931694+00', '2026-11-25 22:36:01.090714+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c2-7cfb-88d7-bf2721782086', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00c2-7cf6-ba01-6b6ba814081e', '01a214da-00c2-7cfa-ba9a-68a8eaaa3372', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-15 15:40:00.931694+00', '2026-11-25 22:36:01.094061+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c6-734f-98dd-c230d744e5c9', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00c6-734b-a184-96f10bd59f8f', '01a214da-00c6-734d-9efa-0ed768e2609e', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-16 20:34:00.931694+00', '2026-11-25 22:36:01.095341+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c7-7777-bf8f-0a31edfda599', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-00c7-7773-8313-0284ce917c16', '01a214da-00c7-7776-a5cd-17def780b932', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-17 16:06:00.931694+00', '2026-11-25 22:36:01.096631+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c8-7bbc-a570-44aabdcc4059', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00c8-7bb8-9879-3b63a3e8e7ee', '01a214da-00c8-7bbb-b405-c3a05d8ab0c1', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-11-17 16:02:00.931694+00', '2026-11-25 22:36:01.098144+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ca-7413-bc79-84b65ee213f7', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-00ca-740d-935e-c2418e7a97f5', '01a214da-00ca-7412-aba6-19c4fe474a11', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-17 16:12:00.931694+00', '2026-11-25 22:36:01.09937+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cb-7709-9563-a3423bd600ec', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-00cb-7705-9709-62a68dd2e6d0', '01a214da-00cb-7707-acea-22141eea3de2', NULL, 'complete', 'exact', 544, 0, 0, 78, 2140000, 'demonstration', '2026-11-17 13:17:00.931694+00', '2026-11-25 22:36:01.100347+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cc-76c5-8193-b3e556a062a1', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00cc-76c1-a601-5e23892a34b4', '01a214da-00cc-76c3-ab24-740ececf172e', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-18 12:55:00.931694+00', '2026-11-25 22:36:01.101666+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cd-7c1e-9567-0e421953f859', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00cd-7c1b-8ffb-083b9faf99a9', '01a214da-00cd-7c1d-92a3-e482caca53bc', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-18 18:55:00.931694+00', '2026-11-25 22:36:01.104947+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-70e9-a0d2-04834459e46a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00d1-70e6-a284-2b418bc2492c', '01a214da-00d1-70e8-81c1-3f1ad356d9f0', NULL, 'complete', 'exact', 544, 0, 0, 78, 2140000, 'demonstration', '2026-11-19 21:39:00.931694+00', '2026-11-25 22:36:01.105798+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-7e82-b3af-5a5ff020d3c4', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-00d1-7e7d-b1e7-13e502573fcd', '01a214da-00d1-7e81-b670-ed99a0656faa', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-19 18:02:00.931694+00', '2026-11-25 22:36:01.106485+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d2-7a0f-82e7-b1052a69cb56', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00d2-7a09-b61a-9911225c2a41', '01a214da-00d2-7a0e-a8c8-347742a592e5', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-19 19:54:00.931694+00', '2026-11-25 22:36:01.107723+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d3-7c7a-acd8-63a392396737', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00d3-7c6f-baa6-1be1cbe9a043', '01a214da-00d3-7c71-b2da-01ddedf58c70', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-11-19 19:46:00.931694+00', '2026-11-25 22:36:01.108651+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d4-7ba5-8a4b-a156fee4b181', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-00d4-7ba1-88a4-13474c4f391e', '01a214da-00d4-7ba3-89d4-3ed5fb69b31f', NULL, 'complete', 'exact', 544, 0, 0, 78, 2140000, 'demonstration', '2026-11-20 12:59:00.931694+00', '2026-11-25 22:36:01.109534+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d5-793e-8d25-2981099d3232', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00d5-793b-bd32-5823350e1f3a', '01a214da-00d5-793d-ab1a-2b933383d90c', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-20 22:22:00.931694+00', '2026-11-25 22:36:01.110399+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d6-7765-8ee8-578947a8b8e0', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-00d6-7762-a61d-5d36a3409f95', '01a214da-00d6-7764-9888-c71913b2ef51', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-11-20 19:25:00.931694+00', '2026-11-25 22:36:01.111696+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d7-7bce-b6a2-de8527990b9b', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o', '01a214da-00d7-7bc9-9326-34269303753a', '01a214da-00d7-7bcd-929c-289bd829411d', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-20 13:01:00.931694+00', '2026-11-25 22:36:01.11312+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d9-7325-a844-91dbadf3f687', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00d9-7321-9ebf-b4f04de0c22c', '01a214da-00d9-7324-9936-ceab7e6f055d', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-21 16:29:00.931694+00', '2026-11-25 22:36:01.113957+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00da-70f4-967f-52a1724610a0', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00da-70f0-876d-c50e94d63617', '01a214da-00da-70f2-971a-2f2209365893', NULL, 'complete', 'exact', 772, 0, 0, 107, 180000, 'demonstration', '2026-11-22 17:30:00.931694+00', '2026-11-25 22:36:01.115095+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00db-72e1-87bc-2b9e3f6da123', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00db-72de-ae44-e4b46b9412c9', '01a214da-00db-72e0-a98e-6cbf7afe69fb', NULL, 'complete', 'exact', 544, 0, 0, 78, 128400, 'demonstration', '2026-11-22 19:55:00.931694+00', '2026-11-25 22:36:01.116095+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dc-7300-8be3-53d1d1e580ea', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o', '01a214da-00dc-72fd-8ad3-8be47ecea0c7', '01a214da-00dc-72ff-98c4-63849047fbb2', NULL, 'complete', 'exact', 712, 0, 0, 43, 2210000, 'demonstration', '2026-11-23 16:46:00.931694+00', '2026-11-25 22:36:01.117355+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dd-776d-9cdd-ededf08d0481', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-00dd-776a-a85b-8eaacae056b9', '01a214da-00dd-776c-9ae5-b145edaeb55d', NULL, 'complete', 'exact', 1288, 0, 0, 70, 3920000, 'demonstration', '2026-11-24 21:04:00.931694+00', '2026-11-25 22:36:01.118356+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00de-774e-a4ba-8ed31ba78af5', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-00de-774a-ba51-0b5cce348a0d', '01a214da-00de-774d-9ca0-46e879a2b508', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-24 17:08:00.931694+00', '2026-11-25 22:36:01.119943+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-71a7-80a5-2cc55e1f0e36', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-00e0-71a2-8ab9-74c6feba928a', '01a214da-00e0-71a6-bd70-54a2062181d4', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-24 17:54:00.931694+00', '2026-11-25 22:36:01.120836+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-7f34-a528-05c70a94c7d8', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00e0-7f31-a5b5-5d6e61297ca3', '01a214da-00e0-7f33-b4dd-58f8fae42365', NULL, 'complete', 'exact', 1288, 0, 0, 70, 235200, 'demonstration', '2026-11-25 15:48:00.931694+00', '2026-11-25 22:36:01.121877+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e2-7118-99f8-ba1e81239290', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'chat', 'openai', 'gpt-4o', '01a214da-00e2-7114-a6bc-d29371019cb6', '01a214da-00e2-7116-8468-03f66d004995', NULL, 'complete', 'exact', 772, 0, 0, 107, 3000000, 'demonstration', '2026-11-25 19:54:00.931694+00', '2026-11-25 22:36:01.122837+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-7012-a9b4-2acfb4d224ba', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00e3-700f-9869-234b81a2bc33', '01a214da-00e3-7011-90ee-daba097fe1ec', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-11-25 12:48:00.931694+00', '2026-11-25 22:36:01.123698+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-7e3b-8aca-0a1b274a432c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'chat', 'openai', 'gpt-4o-mini', '01a214da-00e3-7e38-b9ec-bd7e5d979c01', '01a214da-00e3-7e3a-80fe-3b690aeae22c', NULL, 'complete', 'exact', 712, 0, 0, 43, 132600, 'demonstration', '2026-11-25 13:13:00.931694+00', '2026-11-25 22:36:01.124526+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0199-7325-8e51-86455a9cd2ca', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-0199-7320-be1f-fc8f1af42b4c', '01a214da-0199-7323-8edc-02d0640f7f07', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-10-26 14:41:01.305196+00', '2026-11-25 22:36:01.306937+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-70b6-a438-12bd8731015a', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-019b-70b3-9b3d-b6adec02a037', '01a214da-019b-70b5-88cd-87dbf8417aff', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-10-27 19:54:01.305196+00', '2026-11-25 22:36:01.307715+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-7cd0-bed3-76a38f8e132a', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-019b-7ccb-9a99-f376cb3b8090', '01a214da-019b-7ccf-81d0-1bf9eead53d0', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-10-27 21:14:01.305196+00', '2026-11-25 22:36:01.308883+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-70c9-b96c-e1d777c7abc8', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-019d-70c5-aa76-a22c0ec12110', '01a214da-019d-70c7-bc66-b8a3c84ba1d0', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-10-28 16:51:01.305196+00', '2026-11-25 22:36:01.309699+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-7bce-8e9f-6d04d1c8bf48', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-019d-7bca-b672-9300571012c7', '01a214da-019d-7bcd-8e66-dec4ed37fddc', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-10-29 13:51:01.305196+00', '2026-11-25 22:36:01.310768+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019e-7ce5-a12b-2c779a418268', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-019e-7ce0-a525-4393df238d6c', '01a214da-019e-7ce4-82f5-e7112bac35d9', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-10-29 18:29:01.305196+00', '2026-11-25 22:36:01.311863+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a0-7104-ade9-e6c08329ef9e', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01a0-7100-8c6a-f326edf39e4b', '01a214da-01a0-7102-b4d3-6e25ef81a420', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-10-29 17:24:01.305196+00', '2026-11-25 22:36:01.312952+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-71f5-a395-9dd486a8deb2', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01a1-71f2-ac6e-7dc278b54c87', '01a214da-01a1-71f4-9c66-c897a0c78dab', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-10-30 16:36:01.305196+00', '2026-11-25 22:36:01.31375+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-7c7c-b538-f16b8192630c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01a1-7c77-923d-db8f2a5454e4', '01a214da-01a1-7c7b-8caa-85e0bd03ffc4', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-10-31 17:59:01.305196+00', '2026-11-25 22:36:01.314326+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a2-75df-8fef-fbda2c9b7334', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01a2-75dc-825d-bebbce1a36f8', '01a214da-01a2-75de-96b0-9bac49c70d4b', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-10-31 21:04:01.305196+00', '2026-11-25 22:36:01.315827+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a3-7f33-b797-c0f9bee9e841', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01a3-7f30-bd59-f8ecb5634547', '01a214da-01a3-7f32-9678-418227ce3d67', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-10-31 20:26:01.305196+00', '2026-11-25 22:36:01.31679+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a4-7e87-8208-f58707b525d1', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01a4-7e82-9ed3-da4df4bbc2f1', '01a214da-01a4-7e86-ae62-471b9718d5f7', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-10-31 12:37:01.305196+00', '2026-11-25 22:36:01.317718+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a5-7c58-823a-301500c68162', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01a5-7c54-8d8a-011b38c865c1', '01a214da-01a5-7c56-8231-10a5608671c9', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-01 16:17:01.305196+00', '2026-11-25 22:36:01.318994+00');
INSERT INTO public.cost_events VALUES
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a7-729c-8723-db977ea2b10e', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01a7-7299-9ff4-7359e88ce3cd', '01a214da-01a7-729b-829e-bb1ae993b7b1', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-01 17:37:01.305196+00', '2026-11-25 22:36:01.320265+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a8-768b-ad2e-862214d94204', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01a8-7688-a5df-acb6e35dd63d', '01a214da-01a8-768a-96d7-70e946ea4324', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-01 14:32:01.305196+00', '2026-11-25 22:36:01.321455+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a9-793d-bb37-80201695f55e', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01a9-7931-bc15-97998ac3f050', '01a214da-01a9-7935-b713-2b929a38709d', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-01 21:07:01.305196+00', '2026-11-25 22:36:01.322425+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01aa-79fb-b4a0-5716d748a883', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01aa-79f7-b516-d835e342eb36', '01a214da-01aa-79f9-82fe-ec7adb5107ca', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-02 16:26:01.305196+00', '2026-11-25 22:36:01.323542+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ab-7a2f-8a14-a60a0dde69d1', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01ab-7a2c-a233-8abfd55cc3f6', '01a214da-01ab-7a2e-ac30-3443e2463dfb', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-02 21:00:01.305196+00', '2026-11-25 22:36:01.324528+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ac-79bd-a557-2cd739c3de8d', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01ac-79b8-a511-7fe0174411c4', '01a214da-01ac-79bc-8106-7944d8385241', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-03 21:12:01.305196+00', '2026-11-25 22:36:01.326386+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ae-77a9-8819-690d1d2870a0', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01ae-77a5-a713-1d23f765688c', '01a214da-01ae-77a7-b9a7-ed3ad401fd7b', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-11-03 13:41:01.305196+00', '2026-11-25 22:36:01.327724+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01af-7cd8-bd7d-523a85576e0c', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01af-7cd5-af0e-51ceec779aaa', '01a214da-01af-7cd7-8e78-08a2adaa214d', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-04 14:27:01.305196+00', '2026-11-25 22:36:01.328842+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b0-7f02-9fd5-750700a9536b', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01b0-7efd-b244-c0c99078c1d2', '01a214da-01b0-7f01-bcc3-984af1685fe0', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-04 15:08:01.305196+00', '2026-11-25 22:36:01.329769+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b1-7cee-a936-43920bf23c86', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01b1-7cea-90a0-01fedc636239', '01a214da-01b1-7cec-bbe6-13547a35db45', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-04 14:46:01.305196+00', '2026-11-25 22:36:01.330872+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b3-70ac-b694-95dc5421e9ae', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01b3-70a5-9e50-b6aeda501186', '01a214da-01b3-70ab-a92a-67dfe32e63ee', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-05 21:51:01.305196+00', '2026-11-25 22:36:01.331876+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b4-70df-8656-6f7cf1c1b770', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01b4-70db-a82e-5d6fd40204b5', '01a214da-01b4-70de-be03-7614f4d956f7', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-05 19:01:01.305196+00', '2026-11-25 22:36:01.336827+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b9-70dc-b6c9-df6ff9a820e3', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01b9-70d8-aff6-0c199180e4b2', '01a214da-01b9-70da-8996-a2544478d699', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-11-05 13:27:01.305196+00', '2026-11-25 22:36:01.33872+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ba-7f3e-922c-0a9ed3a71238', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01ba-7f3b-a3ea-85db67bdff54', '01a214da-01ba-7f3d-911b-b649dbc72eb8', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-06 20:29:01.305196+00', '2026-11-25 22:36:01.340301+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bc-77b8-8320-12662cc96fba', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01bc-77b5-bbad-e9f94c30e7eb', '01a214da-01bc-77b7-9e7f-8200b4438bda', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-06 14:39:01.305196+00', '2026-11-25 22:36:01.342027+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01be-73b1-ad98-a05fcc1e4b53', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01be-73ad-b19b-64236ff88ed6', '01a214da-01be-73b0-ba06-33426822bb47', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-06 19:21:01.305196+00', '2026-11-25 22:36:01.343771+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bf-7f0a-8870-1798c7d6fcc6', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01bf-7f07-bba0-663686d70c3f', '01a214da-01bf-7f09-910a-60efe37d5716', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-06 19:31:01.305196+00', '2026-11-25 22:36:01.345495+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c1-7a3d-9ee6-d71bff74e2ab', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01c1-7a3a-b24d-f875f90753d9', '01a214da-01c1-7a3c-af4b-90760c91b9bd', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-07 16:58:01.305196+00', '2026-11-25 22:36:01.347045+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c3-7352-8a61-7972eae042d0', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01c3-734d-a64e-2d16737a568c', '01a214da-01c3-7351-9e16-9331b728fa95', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-08 19:07:01.305196+00', '2026-11-25 22:36:01.348975+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c5-71be-8c56-e9d79f6545a2', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01c5-71ba-b7b0-e749f5fc7649', '01a214da-01c5-71bd-b098-66135329ef78', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-11-08 18:18:01.305196+00', '2026-11-25 22:36:01.351613+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c7-7e99-8796-433c177db3d7', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01c7-7e95-945e-cc35a0633f47', '01a214da-01c7-7e97-af65-7dd86f5080ac', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-11-08 17:07:01.305196+00', '2026-11-25 22:36:01.353385+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c9-7866-b3d4-de768fd44b5a', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01c9-7863-b000-a710416a74b9', '01a214da-01c9-7865-81f2-8af4fc904c76', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-09 18:40:01.305196+00', '2026-11-25 22:36:01.354995+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cb-71af-9de8-31e2d8724748', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01cb-71ac-9c86-2d1df3651988', '01a214da-01cb-71ae-82f4-cc28cf761c75', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-10 19:17:01.305196+00', '2026-11-25 22:36:01.356465+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cc-7996-a12f-15e4f0cc8c36', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01cc-7991-a062-4195241fd67b', '01a214da-01cc-7995-b20a-b0fce8ccf907', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-11-10 13:32:01.305196+00', '2026-11-25 22:36:01.358224+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ce-7547-9e63-0a285ceb64f1', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01ce-7544-a688-1ae025871536', '01a214da-01ce-7546-abb1-d4b4c00a9bba', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-11-10 21:19:01.305196+00', '2026-11-25 22:36:01.359705+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cf-7d39-809f-ff67add7f97c', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01cf-7d35-8150-8f07b7b68bab', '01a214da-01cf-7d37-bb9a-60bac49806d0', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-11 19:23:01.305196+00', '2026-11-25 22:36:01.361384+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d1-7897-bff4-00e3695fb6e6', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01d1-7894-8260-30840dba0d49', '01a214da-01d1-7896-bf89-2925f426ac8a', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-11 18:27:01.305196+00', '2026-11-25 22:36:01.363107+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d3-747d-9c81-4ac05ce5e7a0', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01d3-7478-85fa-f4e0fc5db3bd', '01a214da-01d3-747c-80d4-16f8c3856503', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-11 15:44:01.305196+00', '2026-11-25 22:36:01.364361+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d4-797d-9162-61c8e8bd64a5', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01d4-7979-81eb-ed2c2cae2f1b', '01a214da-01d4-797b-9dfb-ad9080abea2c', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-12 17:52:01.305196+00', '2026-11-25 22:36:01.366122+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d6-74bc-9e91-c3fa8d95cc88', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01d6-74b9-ba3a-a7073414b96c', '01a214da-01d6-74bb-8180-109d1701b7ec', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-11-12 14:46:01.305196+00', '2026-11-25 22:36:01.367558+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d7-7b05-a4b3-acbfff8f0a80', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01d7-7b00-ac48-73711eae3e02', '01a214da-01d7-7b04-ab8f-dcf096358e0a', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-12 19:40:01.305196+00', '2026-11-25 22:36:01.369012+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d9-71f8-a055-72186243b793', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01d9-71f3-b1eb-5ef35c8b9896', '01a214da-01d9-71f5-bb74-0c3f99ce22a7', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-12 15:09:01.305196+00', '2026-11-25 22:36:01.370379+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01db-7285-89ab-3cf30c1ba5bb', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01db-7282-9eac-2d2f48bfafd0', '01a214da-01db-7284-b3c0-526e7d309225', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-13 20:02:01.305196+00', '2026-11-25 22:36:01.372766+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01dc-7e8d-85ee-eb744aba3507', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01dc-7e88-b178-3195d07700ef', '01a214da-01dc-7e8c-bbb4-111ac1758ce7', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-14 17:08:01.305196+00', '2026-11-25 22:36:01.374086+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01de-739f-a8f2-75218cfacf2c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01de-739b-8639-83c5b0c33e8a', '01a214da-01de-739d-b482-0e9e04824a82', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-11-14 21:03:01.305196+00', '2026-11-25 22:36:01.375567+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01df-7b87-9d37-b23ebd8d702a', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01df-7b84-9a96-6a3b98b4c7f4', '01a214da-01df-7b86-ae24-5abbf3eb1053', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-15 21:07:01.305196+00', '2026-11-25 22:36:01.377349+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e1-785f-9366-76179bf17b25', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01e1-7859-80a2-5d308dc71c11', '01a214da-01e1-785e-ae06-b3721370c7c0', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-16 18:50:01.305196+00', '2026-11-25 22:36:01.378825+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e3-72cc-94fd-a95be14e582f', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01e3-72c9-8111-f3f2db60a3ec', '01a214da-01e3-72cb-8027-46457ea673fe', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-11-16 17:25:01.305196+00', '2026-11-25 22:36:01.380384+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e4-7728-8b65-c3602d2bf670', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01e4-7725-9b97-d7272bb1eed7', '01a214da-01e4-7727-8eb7-b757a69696eb', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-16 20:58:01.305196+00', '2026-11-25 22:36:01.381612+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e5-7be8-959d-7a4af34fe936', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01e5-7be3-8a8e-a6456450e7f9', '01a214da-01e5-7be7-a10a-2e70efc570e8', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-17 14:55:01.305196+00', '2026-11-25 22:36:01.383104+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e7-76d3-a8f6-c96252667b6c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01e7-76cf-b916-ff19aa08f141', '01a214da-01e7-76d2-a1e7-cf822e8bf172', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-17 16:31:01.305196+00', '2026-11-25 22:36:01.384528+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e8-7a97-95e5-a34f4023b131', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01e8-7a94-af62-d22348077557', '01a214da-01e8-7a96-b5f8-fccb96a6c992', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-17 14:57:01.305196+00', '2026-11-25 22:36:01.385613+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e9-7d25-9503-2fa2ba230817', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01e9-7d22-97c4-2012f308d663', '01a214da-01e9-7d24-813e-6c9201645ec7', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-17 13:32:01.305196+00', '2026-11-25 22:36:01.387293+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01eb-7685-a402-f52d604104a6', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01eb-7681-b616-61fceece598a', '01a214da-01eb-7684-a668-525d7cef79b8', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-18 19:01:01.305196+00', '2026-11-25 22:36:01.388833+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ed-7037-8ae7-e95aea569a70', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01ed-7034-91cf-6f2ee641eda3', '01a214da-01ed-7036-9226-5a7d2a82af1f', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-18 13:25:01.305196+00', '2026-11-25 22:36:01.389982+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ee-71fb-83dd-dbd3aa0f39d2', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01ee-71f8-8ebf-0917d17bc24c', '01a214da-01ee-71fa-a1b4-8393985243ff', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-18 14:51:01.305196+00', '2026-11-25 22:36:01.391296+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ef-76c5-91dc-a572bc2c4491', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01ef-76c0-9e62-e5b270fbcb78', '01a214da-01ef-76c4-bf0d-52e6e8d42823', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-19 20:06:01.305196+00', '2026-11-25 22:36:01.392468+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f0-7a11-9d72-d0181d676694', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01f0-7a0e-84ba-16ac575493c3', '01a214da-01f0-7a10-ba43-f11ee276b1bb', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-11-19 17:28:01.305196+00', '2026-11-25 22:36:01.393708+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f2-7068-89ba-cebbc1e79720', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01f2-7065-8288-7122a6190fdd', '01a214da-01f2-7067-a9bb-9d566ec6c6fc', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-20 20:38:01.305196+00', '2026-11-25 22:36:01.395365+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f3-785d-95d7-1e95eed2074f', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01f3-7858-9e48-25682d00c8b3', '01a214da-01f3-785c-8a10-75e7c9f30938', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-20 19:49:01.305196+00', '2026-11-25 22:36:01.396658+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f4-7c16-ba97-6b70e77265eb', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01f4-7c13-8b3e-3975232e60be', '01a214da-01f4-7c15-81d8-0d3005ba0776', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-20 15:09:01.305196+00', '2026-11-25 22:36:01.398136+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f6-74d1-8e61-469040d50dcc', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01f6-74ce-a579-d18212d952e3', '01a214da-01f6-74d0-9f1f-2c5fcdc70dd0', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-20 20:28:01.305196+00', '2026-11-25 22:36:01.399768+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f7-7edd-923e-158aaa86bc04', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01f7-7ed8-b904-7286cd87a138', '01a214da-01f7-7edc-b3a6-c930b5955ba4', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-21 20:12:01.305196+00', '2026-11-25 22:36:01.401398+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f9-792d-a67c-7b6024a279bc', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01f9-7927-b398-5165c06986c3', '01a214da-01f9-792a-9af9-1a6391f55ca9', NULL, 'complete', 'exact', 688, 0, 0, 50, 133200, 'demonstration', '2026-11-22 21:57:01.305196+00', '2026-11-25 22:36:01.40287+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fb-7135-8ee9-f6454c033813', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01fb-7132-a728-e42ea05afd56', '01a214da-01fb-7134-8dc7-57aa4a55d8b3', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-22 19:51:01.305196+00', '2026-11-25 22:36:01.404099+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fc-735c-9d95-eb0cb83b6a3d', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-01fc-7359-a801-936b94f8872c', '01a214da-01fc-735b-966e-d8d212a9cb49', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-22 20:56:01.305196+00', '2026-11-25 22:36:01.405263+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fd-759f-98ae-69e9afebd0b5', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01fd-759b-b8fe-3dae0cfa203a', '01a214da-01fd-759e-83c4-e288479704a7', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-11-23 22:23:01.305196+00', '2026-11-25 22:36:01.407577+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ff-7a78-837c-c9cdcd182722', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-01ff-7a75-a2a7-5607558cf361', '01a214da-01ff-7a77-9303-e88e7cfbeef8', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-23 13:42:01.305196+00', '2026-11-25 22:36:01.408771+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0200-7e75-977d-8ef3c8581c01', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-0200-7e72-b15b-3f498c93c7d9', '01a214da-0200-7e74-b549-6117076df506', NULL, 'complete', 'exact', 580, 0, 0, 50, 664000, 'demonstration', '2026-11-23 12:58:01.305196+00', '2026-11-25 22:36:01.409963+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0202-70f0-8c94-1b38f528c8b7', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0202-70eb-8410-01e4f7c32bbe', '01a214da-0202-70ef-9610-255158d2576e', NULL, 'complete', 'exact', 544, 0, 0, 56, 115200, 'demonstration', '2026-11-24 16:44:01.305196+00', '2026-11-25 22:36:01.41126+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0203-7636-b454-dd3f23e0cd28', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0203-7633-9f5f-6e10c75ea58b', '01a214da-0203-7635-a15f-314768f64d3f', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-25 15:06:01.305196+00', '2026-11-25 22:36:01.412665+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0204-7d18-9f99-00ed1940750d', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-0204-7d15-989e-0e9eecc81d2b', '01a214da-0204-7d17-88d1-14d056e39eae', NULL, 'complete', 'exact', 688, 0, 0, 50, 750400, 'demonstration', '2026-11-25 19:54:01.305196+00', '2026-11-25 22:36:01.414243+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0206-7681-9a35-f8885eae2af8', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'chat', 'openai', 'gpt-4o-mini', '01a214da-0206-767d-91bc-fbfdf0865e72', '01a214da-0206-7680-879a-dbe2bf57215d', NULL, 'complete', 'exact', 580, 0, 0, 50, 117000, 'demonstration', '2026-11-25 16:52:01.305196+00', '2026-11-25 22:36:01.415756+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0207-7f20-bfea-91d0fff86055', '01a214da-0115-718d-a5d1-dd994ae4994e', 'chat', 'anthropic', 'claude-3-5-haiku', '01a214da-0207-7f1d-bd38-9c73974813f4', '01a214da-0207-7f1f-af71-7e74925f1ef0', NULL, 'complete', 'exact', 544, 0, 0, 56, 659200, 'demonstration', '2026-11-25 16:38:01.305196+00', '2026-11-25 22:36:01.417117+00');


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	('779', 1, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0023-7b8c-ae7a-007c880b8b98', '2026-11-25 22:36:00.94304+00'),
	('784', 2, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-003b-7082-9c22-622f26bbd289', '2026-11-25 22:36:00.955855+00'),
	('789', 3, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-003d-7c98-87b3-8ae986fb6e92', '2026-11-25 22:36:00.958172+00'),
	('794', 4, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0040-7088-92a9-a5abe03a1f33', '2026-11-25 22:36:00.960332+00'),
	('799', 5, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0042-71a5-a1ab-c47860d1a5c0', '2026-11-25 22:36:00.962441+00'),
	('804', 6, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0044-74de-a927-61fa039acf4d', '2026-11-25 22:36:00.964628+00'),
	('809', 7, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0046-7e84-9f20-b3e24f1ae6e4', '2026-11-25 22:36:00.967355+00'),
	('814', 8, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0048-791c-bf61-45f3f6524d69', '2026-11-25 22:36:00.968791+00'),
	('819', 9, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0049-7ee0-ad5d-277f052840f5', '2026-11-25 22:36:00.970239+00'),
	('824', 10, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-004b-7307-8218-9032b0989cad', '2026-11-25 22:36:00.971442+00'),
	('829', 11, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-004c-767d-b019-3a696161fd73', '2026-11-25 22:36:00.972622+00'),
	('834', 12, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-004d-79f1-af7a-0bfe911e3f31', '2026-11-25 22:36:00.973832+00'),
	('839', 13, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-004f-714e-b94f-b4497544db3d', '2026-11-25 22:36:00.975344+00'),
	('844', 14, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0050-79aa-b130-09ef656e6ba2', '2026-11-25 22:36:00.976824+00'),
	('849', 15, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0052-71d9-8e2a-8fdb70ee57dd', '2026-11-25 22:36:00.978336+00'),
	('854', 16, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0054-7774-a824-d12b1b973392', '2026-11-25 22:36:00.980689+00'),
	('859', 17, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0055-7c02-b670-0775e138626b', '2026-11-25 22:36:00.982007+00'),
	('864', 18, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0057-764a-ac17-39530ecddf75', '2026-11-25 22:36:00.983659+00'),
	('869', 19, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0058-7d32-a97d-89f73a6fed2c', '2026-11-25 22:36:00.985218+00'),
	('874', 20, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-005a-795b-a266-772aef6e5f15', '2026-11-25 22:36:00.98684+00'),
	('879', 21, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-005c-707e-88bc-57cb153dac98', '2026-11-25 22:36:00.988217+00'),
	('884', 22, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-005d-7413-88f2-f4ba579e9579', '2026-11-25 22:36:00.989448+00'),
	('889', 23, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-005e-7679-b70e-38a4c688bda2', '2026-11-25 22:36:00.990598+00'),
	('894', 24, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-005f-7a09-a5ac-3fddd47fd525', '2026-11-25 22:36:00.991841+00'),
	('899', 25, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0061-77a7-b81d-ec8430158343', '2026-11-25 22:36:00.993693+00'),
	('904', 26, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0063-74b5-afd3-ad672a0d88df', '2026-11-25 22:36:00.995518+00'),
	('909', 27, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0064-7d14-ba3e-cd7c928ae3dd', '2026-11-25 22:36:00.997071+00'),
	('914', 28, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0066-7087-b0c1-e08e914930f4', '2026-11-25 22:36:00.998237+00'),
	('919', 29, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0067-72da-90fb-6871e8f9e013', '2026-11-25 22:36:00.999459+00'),
	('924', 30, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0068-76b4-9c78-02ec0314e0e4', '2026-11-25 22:36:01.000618+00'),
	('929', 31, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0069-7ec7-92ec-c488bc040420', '2026-11-25 22:36:01.002178+00'),
	('934', 32, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-006b-7c0a-854c-24c6bedc6609', '2026-11-25 22:36:01.004014+00'),
	('939', 33, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-006d-747a-b066-5922f421de73', '2026-11-25 22:36:01.005495+00'),
	('944', 34, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-006e-7aa1-b247-bd50321a20c1', '2026-11-25 22:36:01.006925+00'),
	('949', 35, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0070-7cc3-9fa8-84becc9e2371', '2026-11-25 22:36:01.009061+00'),
	('954', 36, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0072-71fc-8bff-0af45a2dda21', '2026-11-25 22:36:01.01033+00'),
	('959', 37, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0073-7c6e-8a90-9589d2788ed8', '2026-11-25 22:36:01.012043+00'),
	('964', 38, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0075-70ab-b59c-be084f467169', '2026-11-25 22:36:01.013237+00'),
	('969', 39, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0076-7570-8fc6-f00ca8d83b5a', '2026-11-25 22:36:01.014632+00'),
	('974', 40, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0077-7869-a861-edca4419e1df', '2026-11-25 22:36:01.015881+00'),
	('979', 41, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0079-703a-9eb7-06f841cc5ec4', '2026-11-25 22:36:01.017209+00'),
	('984', 42, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-007a-7380-95f1-62d8cfb4274b', '2026-11-25 22:36:01.018418+00'),
	('989', 43, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-007b-765c-8181-7b95dab4ffdb', '2026-11-25 22:36:01.019601+00'),
	('994', 44, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-007c-78d2-9961-fd04576e5551', '2026-11-25 22:36:01.02075+00'),
	('999', 45, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-007d-7eed-8828-d193bb5aa88d', '2026-11-25 22:36:01.022216+00'),
	('1004', 46, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0088-7192-8f1b-01b1506d6d27', '2026-11-25 22:36:01.035048+00'),
	('1009', 47, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-0090-77ee-852a-dd605d4a755d', '2026-11-25 22:36:01.041243+00'),
	('1014', 48, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-009e-7ab3-b198-bb2ec44fd368', '2026-11-25 22:36:01.055517+00'),
	('1019', 49, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00a3-7aa9-8b8d-ff9a3cda7bf4', '2026-11-25 22:36:01.060012+00'),
	('1024', 50, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00a8-7273-8166-5744fb0cc16a', '2026-11-25 22:36:01.064762+00'),
	('1029', 51, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00ae-75e2-9dc7-b66e86a4bdd9', '2026-11-25 22:36:01.070709+00'),
	('1034', 52, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00b1-7480-9000-8b0249cb64f6', '2026-11-25 22:36:01.073618+00'),
	('1039', 53, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00b5-75bf-ab55-0b71500e341f', '2026-11-25 22:36:01.077803+00'),
	('1044', 54, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00b8-7299-bfe3-df1fefd10af0', '2026-11-25 22:36:01.080411+00'),
	('1049', 55, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00b9-7844-bfa6-c3d31adc63b2', '2026-11-25 22:36:01.081752+00'),
	('1054', 56, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00ba-7f33-9c3f-176c0ffb14d5', '2026-11-25 22:36:01.083183+00'),
	('1059', 57, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00bc-7314-9b3b-9720af4ead49', '2026-11-25 22:36:01.084396+00'),
	('1064', 58, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00bd-74bf-8b5c-d8a2ee3ccc6d', '2026-11-25 22:36:01.085527+00'),
	('1069', 59, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00be-756f-b882-5fa800b69a2c', '2026-11-25 22:36:01.087058+00'),
	('1074', 60, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00c0-733d-b849-969118920786', '2026-11-25 22:36:01.088385+00'),
	('1079', 61, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00c2-7cf6-ba01-6b6ba814081e', '2026-11-25 22:36:01.091074+00'),
	('1084', 62, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00c6-734b-a184-96f10bd59f8f', '2026-11-25 22:36:01.09442+00'),
	('1089', 63, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00c7-7773-8313-0284ce917c16', '2026-11-25 22:36:01.095661+00'),
	('1094', 64, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00c8-7bb8-9879-3b63a3e8e7ee', '2026-11-25 22:36:01.096944+00'),
	('1099', 65, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00ca-740d-935e-c2418e7a97f5', '2026-11-25 22:36:01.098489+00'),
	('1104', 66, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00cb-7705-9709-62a68dd2e6d0', '2026-11-25 22:36:01.099582+00'),
	('1109', 67, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00cc-76c1-a601-5e23892a34b4', '2026-11-25 22:36:01.100545+00'),
	('1114', 68, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00cd-7c1b-8ffb-083b9faf99a9', '2026-11-25 22:36:01.101967+00'),
	('1119', 69, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d1-70e6-a284-2b418bc2492c', '2026-11-25 22:36:01.105187+00'),
	('1124', 70, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d1-7e7d-b1e7-13e502573fcd', '2026-11-25 22:36:01.106066+00'),
	('1129', 71, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d2-7a09-b61a-9911225c2a41', '2026-11-25 22:36:01.106824+00'),
	('1134', 72, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d3-7c6f-baa6-1be1cbe9a043', '2026-11-25 22:36:01.108024+00'),
	('1139', 73, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d4-7ba1-88a4-13474c4f391e', '2026-11-25 22:36:01.108853+00'),
	('1144', 74, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d5-793b-bd32-5823350e1f3a', '2026-11-25 22:36:01.109695+00'),
	('1149', 75, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d6-7762-a61d-5d36a3409f95', '2026-11-25 22:36:01.110676+00'),
	('1154', 76, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d7-7bc9-9326-34269303753a', '2026-11-25 22:36:01.11195+00'),
	('1159', 77, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00d9-7321-9ebf-b4f04de0c22c', '2026-11-25 22:36:01.113303+00'),
	('1164', 78, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00da-70f0-876d-c50e94d63617', '2026-11-25 22:36:01.114237+00'),
	('1169', 79, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00db-72de-ae44-e4b46b9412c9', '2026-11-25 22:36:01.115285+00'),
	('1174', 80, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00dc-72fd-8ad3-8be47ecea0c7', '2026-11-25 22:36:01.116295+00'),
	('1179', 81, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00dd-776a-a85b-8eaacae056b9', '2026-11-25 22:36:01.117638+00'),
	('1184', 82, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00de-774a-ba51-0b5cce348a0d', '2026-11-25 22:36:01.118699+00'),
	('1189', 83, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00e0-71a2-8ab9-74c6feba928a', '2026-11-25 22:36:01.120217+00'),
	('1194', 84, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00e0-7f31-a5b5-5d6e61297ca3', '2026-11-25 22:36:01.121091+00'),
	('1199', 85, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00e2-7114-a6bc-d29371019cb6', '2026-11-25 22:36:01.122172+00'),
	('1204', 86, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00e3-700f-9869-234b81a2bc33', '2026-11-25 22:36:01.123098+00'),
	('1209', 87, '01a214d9-fa07-7c52-9dd2-f66bee907038', 'conversations', 'created', '01a214da-00e3-7e38-b9ec-bd7e5d979c01', '2026-11-25 22:36:01.124031+00'),
	('1219', 88, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-0199-7320-be1f-fc8f1af42b4c', '2026-11-25 22:36:01.305534+00'),
	('1224', 89, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-019b-70b3-9b3d-b6adec02a037', '2026-11-25 22:36:01.307151+00'),
	('1229', 90, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-019b-7ccb-9a99-f376cb3b8090', '2026-11-25 22:36:01.308108+00'),
	('1234', 91, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-019d-70c5-aa76-a22c0ec12110', '2026-11-25 22:36:01.309174+00'),
	('1239', 92, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-019d-7bca-b672-9300571012c7', '2026-11-25 22:36:01.309882+00'),
	('1244', 93, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-019e-7ce0-a525-4393df238d6c', '2026-11-25 22:36:01.310988+00'),
	('1249', 94, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a0-7100-8c6a-f326edf39e4b', '2026-11-25 22:36:01.312185+00'),
	('1254', 95, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a1-71f2-ac6e-7dc278b54c87', '2026-11-25 22:36:01.313237+00'),
	('1259', 96, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a1-7c77-923d-db8f2a5454e4', '2026-11-25 22:36:01.313887+00'),
	('1264', 97, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a2-75dc-825d-bebbce1a36f8', '2026-11-25 22:36:01.314652+00'),
	('1269', 98, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a3-7f30-bd59-f8ecb5634547', '2026-11-25 22:36:01.316078+00'),
	('1274', 99, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a4-7e82-9ed3-da4df4bbc2f1', '2026-11-25 22:36:01.317047+00'),
	('1279', 100, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a5-7c54-8d8a-011b38c865c1', '2026-11-25 22:36:01.317975+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	('1284', 101, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a7-7299-9ff4-7359e88ce3cd', '2026-11-25 22:36:01.319283+00'),
	('1289', 102, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a8-7688-a5df-acb6e35dd63d', '2026-11-25 22:36:01.320545+00'),
	('1294', 103, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01a9-7931-bc15-97998ac3f050', '2026-11-25 22:36:01.321733+00'),
	('1299', 104, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01aa-79f7-b516-d835e342eb36', '2026-11-25 22:36:01.322745+00'),
	('1304', 105, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ab-7a2c-a233-8abfd55cc3f6', '2026-11-25 22:36:01.323828+00'),
	('1309', 106, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ac-79b8-a511-7fe0174411c4', '2026-11-25 22:36:01.324722+00'),
	('1314', 107, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ae-77a5-a713-1d23f765688c', '2026-11-25 22:36:01.326809+00'),
	('1319', 108, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01af-7cd5-af0e-51ceec779aaa', '2026-11-25 22:36:01.328009+00'),
	('1324', 109, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01b0-7efd-b244-c0c99078c1d2', '2026-11-25 22:36:01.329143+00'),
	('1329', 110, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01b1-7cea-90a0-01fedc636239', '2026-11-25 22:36:01.330006+00'),
	('1334', 111, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01b3-70a5-9e50-b6aeda501186', '2026-11-25 22:36:01.331136+00'),
	('1339', 112, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01b4-70db-a82e-5d6fd40204b5', '2026-11-25 22:36:01.33223+00'),
	('1344', 113, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01b9-70d8-aff6-0c199180e4b2', '2026-11-25 22:36:01.337187+00'),
	('1349', 114, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ba-7f3b-a3ea-85db67bdff54', '2026-11-25 22:36:01.339228+00'),
	('1354', 115, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01bc-77b5-bbad-e9f94c30e7eb', '2026-11-25 22:36:01.340716+00'),
	('1359', 116, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01be-73ad-b19b-64236ff88ed6', '2026-11-25 22:36:01.342712+00'),
	('1364', 117, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01bf-7f07-bba0-663686d70c3f', '2026-11-25 22:36:01.344369+00'),
	('1369', 118, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01c1-7a3a-b24d-f875f90753d9', '2026-11-25 22:36:01.345878+00'),
	('1374', 119, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01c3-734d-a64e-2d16737a568c', '2026-11-25 22:36:01.34759+00'),
	('1379', 120, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01c5-71ba-b7b0-e749f5fc7649', '2026-11-25 22:36:01.349668+00'),
	('1384', 121, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01c7-7e95-945e-cc35a0633f47', '2026-11-25 22:36:01.352178+00'),
	('1389', 122, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01c9-7863-b000-a710416a74b9', '2026-11-25 22:36:01.353781+00'),
	('1394', 123, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01cb-71ac-9c86-2d1df3651988', '2026-11-25 22:36:01.355302+00'),
	('1399', 124, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01cc-7991-a062-4195241fd67b', '2026-11-25 22:36:01.356992+00'),
	('1404', 125, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ce-7544-a688-1ae025871536', '2026-11-25 22:36:01.358612+00'),
	('1409', 126, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01cf-7d35-8150-8f07b7b68bab', '2026-11-25 22:36:01.360096+00'),
	('1414', 127, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01d1-7894-8260-30840dba0d49', '2026-11-25 22:36:01.361765+00'),
	('1419', 128, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01d3-7478-85fa-f4e0fc5db3bd', '2026-11-25 22:36:01.363487+00'),
	('1424', 129, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01d4-7979-81eb-ed2c2cae2f1b', '2026-11-25 22:36:01.364819+00'),
	('1429', 130, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01d6-74b9-ba3a-a7073414b96c', '2026-11-25 22:36:01.366595+00'),
	('1434', 131, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01d7-7b00-ac48-73711eae3e02', '2026-11-25 22:36:01.368056+00'),
	('1439', 132, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01d9-71f3-b1eb-5ef35c8b9896', '2026-11-25 22:36:01.369315+00'),
	('1444', 133, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01db-7282-9eac-2d2f48bfafd0', '2026-11-25 22:36:01.371618+00'),
	('1449', 134, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01dc-7e88-b178-3195d07700ef', '2026-11-25 22:36:01.37315+00'),
	('1454', 135, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01de-739b-8639-83c5b0c33e8a', '2026-11-25 22:36:01.374449+00'),
	('1459', 136, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01df-7b84-9a96-6a3b98b4c7f4', '2026-11-25 22:36:01.376011+00'),
	('1464', 137, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01e1-7859-80a2-5d308dc71c11', '2026-11-25 22:36:01.377774+00'),
	('1469', 138, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01e3-72c9-8111-f3f2db60a3ec', '2026-11-25 22:36:01.379404+00'),
	('1474', 139, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01e4-7725-9b97-d7272bb1eed7', '2026-11-25 22:36:01.380662+00'),
	('1479', 140, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01e5-7be3-8a8e-a6456450e7f9', '2026-11-25 22:36:01.381996+00'),
	('1484', 141, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01e7-76cf-b916-ff19aa08f141', '2026-11-25 22:36:01.383596+00'),
	('1489', 142, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01e8-7a94-af62-d22348077557', '2026-11-25 22:36:01.38478+00'),
	('1494', 143, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01e9-7d22-97c4-2012f308d663', '2026-11-25 22:36:01.385993+00'),
	('1499', 144, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01eb-7681-b616-61fceece598a', '2026-11-25 22:36:01.387603+00'),
	('1504', 145, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ed-7034-91cf-6f2ee641eda3', '2026-11-25 22:36:01.389191+00'),
	('1509', 146, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ee-71f8-8ebf-0917d17bc24c', '2026-11-25 22:36:01.39034+00'),
	('1514', 147, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ef-76c0-9e62-e5b270fbcb78', '2026-11-25 22:36:01.391547+00'),
	('1519', 148, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01f0-7a0e-84ba-16ac575493c3', '2026-11-25 22:36:01.392798+00'),
	('1524', 149, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01f2-7065-8288-7122a6190fdd', '2026-11-25 22:36:01.394125+00'),
	('1529', 150, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01f3-7858-9e48-25682d00c8b3', '2026-11-25 22:36:01.395733+00'),
	('1534', 151, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01f4-7c13-8b3e-3975232e60be', '2026-11-25 22:36:01.39688+00'),
	('1539', 152, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01f6-74ce-a579-d18212d952e3', '2026-11-25 22:36:01.398632+00'),
	('1544', 153, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01f7-7ed8-b904-7286cd87a138', '2026-11-25 22:36:01.400203+00'),
	('1549', 154, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01f9-7927-b398-5165c06986c3', '2026-11-25 22:36:01.401733+00'),
	('1554', 155, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01fb-7132-a728-e42ea05afd56', '2026-11-25 22:36:01.403297+00'),
	('1559', 156, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01fc-7359-a801-936b94f8872c', '2026-11-25 22:36:01.40436+00'),
	('1564', 157, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01fd-759b-b8fe-3dae0cfa203a', '2026-11-25 22:36:01.405539+00'),
	('1569', 158, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-01ff-7a75-a2a7-5607558cf361', '2026-11-25 22:36:01.407947+00'),
	('1574', 159, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-0200-7e72-b15b-3f498c93c7d9', '2026-11-25 22:36:01.409044+00'),
	('1579', 160, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-0202-70eb-8410-01e4f7c32bbe', '2026-11-25 22:36:01.410251+00'),
	('1584', 161, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-0203-7633-9f5f-6e10c75ea58b', '2026-11-25 22:36:01.411616+00'),
	('1589', 162, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-0204-7d15-989e-0e9eecc81d2b', '2026-11-25 22:36:01.412984+00'),
	('1594', 163, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-0206-767d-91bc-fbfdf0865e72', '2026-11-25 22:36:01.414605+00'),
	('1599', 164, '01a214da-00f3-77fb-9a2c-43e6e16807d5', 'conversations', 'created', '01a214da-0207-7f1d-bd38-9c73974813f4', '2026-11-25 22:36:01.416104+00');


--
-- Data for Name: generations; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: goose_db_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.goose_db_version VALUES
	(1, 0, true, '2026-11-25 22:35:46.531359'),
	(2, 1, true, '2026-11-25 22:35:46.571596'),
	(3, 2, true, '2026-11-25 22:35:46.763079'),
	(4, 3, true, '2026-11-25 22:35:46.791071'),
	(5, 4, true, '2026-11-25 22:35:46.808819'),
	(6, 5, true, '2026-11-25 22:35:46.827167'),
	(7, 6, true, '2026-11-25 22:35:46.854295'),
	(8, 7, true, '2026-11-25 22:35:46.855973'),
	(9, 8, true, '2026-11-25 22:35:46.895616'),
	(10, 9, true, '2026-11-25 22:35:46.900853'),
	(11, 10, true, '2026-11-25 22:35:46.90786'),
	(12, 11, true, '2026-11-25 22:35:46.9143'),
	(13, 12, true, '2026-11-25 22:35:46.925333');


--
-- Data for Name: import_rows; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: imports; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: invitations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.invitations VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214d9-fcdb-721a-b9f7-d2ff92cc008a', '\xa253af4aabaa11232574f78ddc580d2bacecad7d9e3346d6464e780e3608fe5c', 'member', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', '2026-11-25 22:36:00.093761+00', '2026-12-02 22:36:00.091141+00', '2026-11-25 22:36:00.458607+00', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214d9-fe4d-75da-84dd-e47671616358', '\xea07289f367d35b86c3fa3687e9569793ce3e141c9fff276da1eadfd57601a32', 'member', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', '2026-11-25 22:36:00.461493+00', '2026-12-02 22:36:00.461385+00', '2026-11-25 22:36:00.92914+00', '01a214d9-fe50-73d0-a890-d8458c096cb1'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0112-7a20-b34b-c0923ac6708e', '\x9bd3d0347e97be611c430f222d481bb46410108b432c22f23da2717ac6316d08', 'member', '01a214da-00f3-77f8-8ea8-21a55d279c24', '2026-11-25 22:36:01.170786+00', '2026-12-02 22:36:01.170666+00', '2026-11-25 22:36:01.303204+00', '01a214da-0115-718d-a5d1-dd994ae4994e');


--
-- Data for Name: knowledge_collections; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: knowledge_documents; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: knowledge_passages; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: knowledge_postings; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: knowledge_readers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: knowledge_stats; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: knowledge_terms; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: knowledge_versions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: memberships; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.memberships VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'owner', '2026-11-25 22:36:00.040982+00', '2b80cf58-77df-4b79-88a9-6e8fcd93384e'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'member', '2026-11-25 22:36:00.458607+00', '46813319-cbf9-4f46-bc85-2dc8b62a3b78'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'member', '2026-11-25 22:36:00.92914+00', '422ee01c-0b79-4f59-ba26-627b2be3899f'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'owner', '2026-11-25 22:36:01.168665+00', 'd64eb188-8cb6-410c-ae0b-2fa84f128f6c'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0115-718d-a5d1-dd994ae4994e', 'member', '2026-11-25 22:36:01.303204+00', '4e72b573-83c1-4cd9-bc93-b04dde544392');


--
-- Data for Name: message_sources; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: messages; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.messages VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0023-7b8f-aa1b-1e1077b7b946', '01a214da-0023-7b8c-ae7a-007c880b8b98', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-10-26 18:35:00.931694+00', '2026-11-25 22:36:00.946076+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0023-7b90-b5fa-203dbe316587', '01a214da-0023-7b8c-ae7a-007c880b8b98', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-10-26 18:35:20.931694+00', '2026-11-25 22:36:00.948536+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003b-7085-abae-feaf255082e7', '01a214da-003b-7082-9c22-622f26bbd289', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-10-26 16:26:00.931694+00', '2026-11-25 22:36:00.956216+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003b-7086-bc20-5172ec670873', '01a214da-003b-7082-9c22-622f26bbd289', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-10-26 16:26:20.931694+00', '2026-11-25 22:36:00.956715+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003d-7c99-b2b1-3d6771ccd74b', '01a214da-003d-7c98-87b3-8ae986fb6e92', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-10-26 19:58:00.931694+00', '2026-11-25 22:36:00.958347+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-003d-7c9a-a47c-f412d605cbbd', '01a214da-003d-7c98-87b3-8ae986fb6e92', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-10-26 19:58:20.931694+00', '2026-11-25 22:36:00.958925+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0040-7089-bc6d-251610d3e99c', '01a214da-0040-7088-92a9-a5abe03a1f33', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-10-27 20:07:00.931694+00', '2026-11-25 22:36:00.960483+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0040-708a-aa07-a9780eb5cfba', '01a214da-0040-7088-92a9-a5abe03a1f33', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-10-27 20:07:20.931694+00', '2026-11-25 22:36:00.960741+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0042-71a6-82c1-ddcdf3dc335b', '01a214da-0042-71a5-a1ab-c47860d1a5c0', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-10-27 19:52:00.931694+00', '2026-11-25 22:36:00.962691+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0042-71a7-934a-c09bb5ef4b1a', '01a214da-0042-71a5-a1ab-c47860d1a5c0', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-10-27 19:52:20.931694+00', '2026-11-25 22:36:00.963074+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0044-74e1-a453-89584dea3f26', '01a214da-0044-74de-a927-61fa039acf4d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-10-28 21:48:00.931694+00', '2026-11-25 22:36:00.964827+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0044-74e2-8ad3-34f4e63fe3b6', '01a214da-0044-74de-a927-61fa039acf4d', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-10-28 21:48:20.931694+00', '2026-11-25 22:36:00.96519+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0046-7e85-ae6f-a32b8cf8092a', '01a214da-0046-7e84-9f20-b3e24f1ae6e4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-10-28 13:26:00.931694+00', '2026-11-25 22:36:00.967536+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0046-7e86-b872-61f5bb497d24', '01a214da-0046-7e84-9f20-b3e24f1ae6e4', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-10-28 13:26:20.931694+00', '2026-11-25 22:36:00.967768+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0048-791d-a167-803b98e61a5c', '01a214da-0048-791c-bf61-45f3f6524d69', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-10-29 15:20:00.931694+00', '2026-11-25 22:36:00.968992+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0048-791e-b097-c67689926559', '01a214da-0048-791c-bf61-45f3f6524d69', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-10-29 15:20:20.931694+00', '2026-11-25 22:36:00.969233+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0049-7ee2-9dd5-b09ee9709b3a', '01a214da-0049-7ee0-ad5d-277f052840f5', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-10-29 12:45:00.931694+00', '2026-11-25 22:36:00.970378+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0049-7ee3-b6fa-293eb262f037', '01a214da-0049-7ee0-ad5d-277f052840f5', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-10-29 12:45:20.931694+00', '2026-11-25 22:36:00.970642+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004b-7308-9575-475c41994543', '01a214da-004b-7307-8218-9032b0989cad', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-10-29 20:33:00.931694+00', '2026-11-25 22:36:00.971647+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004b-7309-8080-4501e42af32e', '01a214da-004b-7307-8218-9032b0989cad', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-10-29 20:33:20.931694+00', '2026-11-25 22:36:00.971797+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004c-767e-aa55-1eddb89f7622', '01a214da-004c-767d-b019-3a696161fd73', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-10-30 16:00:00.931694+00', '2026-11-25 22:36:00.972741+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004c-767f-b831-0648a115d653', '01a214da-004c-767d-b019-3a696161fd73', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-10-30 16:00:20.931694+00', '2026-11-25 22:36:00.973102+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004d-79f3-a575-b57f79251e75', '01a214da-004d-79f1-af7a-0bfe911e3f31', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-10-30 19:27:00.931694+00', '2026-11-25 22:36:00.974+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004d-79f4-bc12-36033d313064', '01a214da-004d-79f1-af7a-0bfe911e3f31', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-10-30 19:27:20.931694+00', '2026-11-25 22:36:00.974269+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004f-714f-86ec-fbf8a229e2f7', '01a214da-004f-714e-b94f-b4497544db3d', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-10-31 17:17:00.931694+00', '2026-11-25 22:36:00.97565+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-004f-7150-b1fb-dd551a8b3163', '01a214da-004f-714e-b94f-b4497544db3d', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-10-31 17:17:20.931694+00', '2026-11-25 22:36:00.976085+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0050-79ad-ba13-c5fcd9abeaa1', '01a214da-0050-79aa-b130-09ef656e6ba2', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-10-31 12:42:00.931694+00', '2026-11-25 22:36:00.977007+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0050-79ae-a3ae-9d91043ab15f', '01a214da-0050-79aa-b130-09ef656e6ba2', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-10-31 12:42:20.931694+00', '2026-11-25 22:36:00.977257+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0052-71da-841b-249ab9401467', '01a214da-0052-71d9-8e2a-8fdb70ee57dd', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-10-31 21:48:00.931694+00', '2026-11-25 22:36:00.978466+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007d-7eee-a02e-edf1e1053270', '01a214da-007d-7eed-8828-d193bb5aa88d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-10 16:19:00.931694+00', '2026-11-25 22:36:01.022351+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0052-71db-97e6-09c597c52d68', '01a214da-0052-71d9-8e2a-8fdb70ee57dd', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-10-31 21:48:20.931694+00', '2026-11-25 22:36:00.978679+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0054-7775-8ce2-f68eeab0cc03', '01a214da-0054-7774-a824-d12b1b973392', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-10-31 14:37:00.931694+00', '2026-11-25 22:36:00.980815+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0054-7776-9bd7-527e78474cf3', '01a214da-0054-7774-a824-d12b1b973392', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-10-31 14:37:20.931694+00', '2026-11-25 22:36:00.981085+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0055-7c03-921e-9354135da024', '01a214da-0055-7c02-b670-0775e138626b', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-01 15:05:00.931694+00', '2026-11-25 22:36:00.982355+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0055-7c04-ad1b-204697d28366', '01a214da-0055-7c02-b670-0775e138626b', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-01 15:05:20.931694+00', '2026-11-25 22:36:00.982595+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0057-764b-8d16-5bb2af28810f', '01a214da-0057-764a-ac17-39530ecddf75', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-01 20:29:00.931694+00', '2026-11-25 22:36:00.983808+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0057-764c-b460-8aabb32ef96d', '01a214da-0057-764a-ac17-39530ecddf75', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-01 20:29:20.931694+00', '2026-11-25 22:36:00.984171+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0058-7d35-a430-9a3de6de3272', '01a214da-0058-7d32-a97d-89f73a6fed2c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-01 20:19:00.931694+00', '2026-11-25 22:36:00.98556+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0058-7d36-9a5e-8c151f8cb29d', '01a214da-0058-7d32-a97d-89f73a6fed2c', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-01 20:19:20.931694+00', '2026-11-25 22:36:00.985754+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005a-795d-af97-bb67e3b472d2', '01a214da-005a-795b-a266-772aef6e5f15', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-01 14:26:00.931694+00', '2026-11-25 22:36:00.987192+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005a-795e-8a96-3b6be34f8cfe', '01a214da-005a-795b-a266-772aef6e5f15', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-01 14:26:20.931694+00', '2026-11-25 22:36:00.987358+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005c-707f-8f6b-072609f1814b', '01a214da-005c-707e-88bc-57cb153dac98', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-02 18:51:00.931694+00', '2026-11-25 22:36:00.988371+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005c-7080-afbf-cd3d11cf3446', '01a214da-005c-707e-88bc-57cb153dac98', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-02 18:51:20.931694+00', '2026-11-25 22:36:00.988714+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005d-7414-8e8a-1c98c0aac05a', '01a214da-005d-7413-88f2-f4ba579e9579', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-02 21:18:00.931694+00', '2026-11-25 22:36:00.989562+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005d-7415-85a5-a22cf506c831', '01a214da-005d-7413-88f2-f4ba579e9579', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-02 21:18:20.931694+00', '2026-11-25 22:36:00.98982+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005e-767a-b432-f78a086f261c', '01a214da-005e-7679-b70e-38a4c688bda2', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-02 14:42:00.931694+00', '2026-11-25 22:36:00.990709+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005e-767b-9da6-f62ca6b4b982', '01a214da-005e-7679-b70e-38a4c688bda2', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-02 14:42:20.931694+00', '2026-11-25 22:36:00.990999+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005f-7a0a-963b-7d2f7ce2759b', '01a214da-005f-7a09-a5ac-3fddd47fd525', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-02 18:52:00.931694+00', '2026-11-25 22:36:00.992325+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-005f-7a0b-a928-7a41360e25b6', '01a214da-005f-7a09-a5ac-3fddd47fd525', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-02 18:52:20.931694+00', '2026-11-25 22:36:00.992741+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0061-77a9-809e-1b3b285916bf', '01a214da-0061-77a7-b81d-ec8430158343', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-03 20:32:00.931694+00', '2026-11-25 22:36:00.99385+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0061-77aa-9443-f05ed5652210', '01a214da-0061-77a7-b81d-ec8430158343', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-03 20:32:20.931694+00', '2026-11-25 22:36:00.994335+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0063-74b8-9490-d0c3c3b590c5', '01a214da-0063-74b5-afd3-ad672a0d88df', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-03 19:37:00.931694+00', '2026-11-25 22:36:00.995652+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0063-74b9-848a-b997a1321158', '01a214da-0063-74b5-afd3-ad672a0d88df', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-03 19:37:20.931694+00', '2026-11-25 22:36:00.996096+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0064-7d15-a6aa-062e751e1e2d', '01a214da-0064-7d14-ba3e-cd7c928ae3dd', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-03 18:03:00.931694+00', '2026-11-25 22:36:00.997195+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0064-7d16-93f1-4cc42ce0407e', '01a214da-0064-7d14-ba3e-cd7c928ae3dd', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-03 18:03:20.931694+00', '2026-11-25 22:36:00.997395+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0066-7088-81da-e638bcd174f3', '01a214da-0066-7087-b0c1-e08e914930f4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-04 19:54:00.931694+00', '2026-11-25 22:36:00.998362+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0066-7089-9c17-8f86ec64ca49', '01a214da-0066-7087-b0c1-e08e914930f4', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-04 19:54:20.931694+00', '2026-11-25 22:36:00.998621+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0067-72db-bb02-d329cf8f9d6d', '01a214da-0067-72da-90fb-6871e8f9e013', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-04 16:07:00.931694+00', '2026-11-25 22:36:00.999583+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0067-72dc-aa58-22a4ff0cfcf6', '01a214da-0067-72da-90fb-6871e8f9e013', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-04 16:07:20.931694+00', '2026-11-25 22:36:00.999829+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0068-76b5-8848-9db6f3d4a1a6', '01a214da-0068-76b4-9c78-02ec0314e0e4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-04 19:23:00.931694+00', '2026-11-25 22:36:01.000874+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0068-76b6-aa28-a3cfd267f98b', '01a214da-0068-76b4-9c78-02ec0314e0e4', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-04 19:23:20.931694+00', '2026-11-25 22:36:01.001115+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0069-7ec9-8e1a-dc9b72f2b907', '01a214da-0069-7ec7-92ec-c488bc040420', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-04 22:25:00.931694+00', '2026-11-25 22:36:01.002459+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0069-7eca-a89d-9e6cdf22765b', '01a214da-0069-7ec7-92ec-c488bc040420', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-04 22:25:20.931694+00', '2026-11-25 22:36:01.002879+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006b-7c0c-a88b-3b6f6d6fddd0', '01a214da-006b-7c0a-854c-24c6bedc6609', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-05 13:56:00.931694+00', '2026-11-25 22:36:01.004213+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006b-7c0d-93f1-bb0040214eff', '01a214da-006b-7c0a-854c-24c6bedc6609', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-05 13:56:20.931694+00', '2026-11-25 22:36:01.004613+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006d-747b-9727-f437e956e623', '01a214da-006d-747a-b066-5922f421de73', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-05 14:08:00.931694+00', '2026-11-25 22:36:01.005648+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006d-747c-89bb-6abb40e4e88c', '01a214da-006d-747a-b066-5922f421de73', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-05 14:08:20.931694+00', '2026-11-25 22:36:01.005846+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006e-7aa2-8fe5-ce2eaa7877d9', '01a214da-006e-7aa1-b247-bd50321a20c1', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-05 15:20:00.931694+00', '2026-11-25 22:36:01.007071+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-006e-7aa3-89d8-62ffc4d8351b', '01a214da-006e-7aa1-b247-bd50321a20c1', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-05 15:20:20.931694+00', '2026-11-25 22:36:01.007286+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0070-7cc4-adb5-2e5c1370ef1d', '01a214da-0070-7cc3-9fa8-84becc9e2371', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-06 14:40:00.931694+00', '2026-11-25 22:36:01.009187+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0070-7cc5-8ee3-e3e2da29feb3', '01a214da-0070-7cc3-9fa8-84becc9e2371', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-06 14:40:20.931694+00', '2026-11-25 22:36:01.009397+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0072-71ff-befe-de0cd28b49c6', '01a214da-0072-71fc-8bff-0af45a2dda21', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-06 13:47:00.931694+00', '2026-11-25 22:36:01.010456+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0072-7200-b720-9d0a4a929efd', '01a214da-0072-71fc-8bff-0af45a2dda21', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-06 13:47:20.931694+00', '2026-11-25 22:36:01.010676+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0073-7c6f-8c37-ccc40a05e593', '01a214da-0073-7c6e-8a90-9589d2788ed8', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-06 16:00:00.931694+00', '2026-11-25 22:36:01.012183+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0073-7c70-9008-297adb1e6b8d', '01a214da-0073-7c6e-8a90-9589d2788ed8', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-06 16:00:20.931694+00', '2026-11-25 22:36:01.012395+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0075-70ad-8b79-b4c0899e4a81', '01a214da-0075-70ab-b59c-be084f467169', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-07 18:04:00.931694+00', '2026-11-25 22:36:01.013362+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0075-70ae-b511-493ea8bda6f3', '01a214da-0075-70ab-b59c-be084f467169', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-07 18:04:20.931694+00', '2026-11-25 22:36:01.013557+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0076-7571-931d-a0cba2cc99fa', '01a214da-0076-7570-8fc6-f00ca8d83b5a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-08 21:59:00.931694+00', '2026-11-25 22:36:01.014751+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0076-7572-bb75-13071823ee35', '01a214da-0076-7570-8fc6-f00ca8d83b5a', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-08 21:59:20.931694+00', '2026-11-25 22:36:01.015019+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0077-786c-90e6-17dde6d5775f', '01a214da-0077-7869-a861-edca4419e1df', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-08 16:42:00.931694+00', '2026-11-25 22:36:01.016195+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0077-786d-b7d6-073b878e550e', '01a214da-0077-7869-a861-edca4419e1df', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-08 16:42:20.931694+00', '2026-11-25 22:36:01.016353+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0079-703b-87b9-4394aad23036', '01a214da-0079-703a-9eb7-06f841cc5ec4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-08 19:19:00.931694+00', '2026-11-25 22:36:01.01747+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0079-703c-b93a-24a89bb27dd0', '01a214da-0079-703a-9eb7-06f841cc5ec4', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-08 19:19:20.931694+00', '2026-11-25 22:36:01.01762+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007a-7381-b3f9-6ce63b10979a', '01a214da-007a-7380-95f1-62d8cfb4274b', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-09 22:27:00.931694+00', '2026-11-25 22:36:01.018593+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007a-7382-85ef-27a79a8fcbb2', '01a214da-007a-7380-95f1-62d8cfb4274b', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-09 22:27:20.931694+00', '2026-11-25 22:36:01.018925+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007b-765e-ada2-6f45f2d4f4d9', '01a214da-007b-765c-8181-7b95dab4ffdb', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-09 15:12:00.931694+00', '2026-11-25 22:36:01.019716+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007b-765f-a803-e8242c9c18db', '01a214da-007b-765c-8181-7b95dab4ffdb', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-09 15:12:20.931694+00', '2026-11-25 22:36:01.020097+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007c-78d4-809d-4ca820c58dcc', '01a214da-007c-78d2-9961-fd04576e5551', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-10 15:50:00.931694+00', '2026-11-25 22:36:01.020859+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007c-78d5-960f-66b61b4a923d', '01a214da-007c-78d2-9961-fd04576e5551', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-10 15:50:20.931694+00', '2026-11-25 22:36:01.02107+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-007d-7eef-91cd-87a57d04a264', '01a214da-007d-7eed-8828-d193bb5aa88d', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-10 16:19:20.931694+00', '2026-11-25 22:36:01.02688+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0088-7193-ab8f-0f9e65e5a69d', '01a214da-0088-7192-8f1b-01b1506d6d27', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-10 13:36:00.931694+00', '2026-11-25 22:36:01.035514+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0088-7194-bd2e-d3621d477547', '01a214da-0088-7192-8f1b-01b1506d6d27', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-10 13:36:20.931694+00', '2026-11-25 22:36:01.038873+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0090-77f1-a532-6e6fc9f6d23a', '01a214da-0090-77ee-852a-dd605d4a755d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-10 21:27:00.931694+00', '2026-11-25 22:36:01.043563+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-0090-77f2-aa89-560e94c45103', '01a214da-0090-77ee-852a-dd605d4a755d', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-10 21:27:20.931694+00', '2026-11-25 22:36:01.045165+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-009e-7ab4-bf77-2bb69f0d90f6', '01a214da-009e-7ab3-b198-bb2ec44fd368', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-11 16:04:00.931694+00', '2026-11-25 22:36:01.056995+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-009e-7ab5-a670-33ff7b861126', '01a214da-009e-7ab3-b198-bb2ec44fd368', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-11 16:04:20.931694+00', '2026-11-25 22:36:01.057632+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a3-7aaa-bda2-f3f1450805ff', '01a214da-00a3-7aa9-8b8d-ff9a3cda7bf4', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-11 12:39:00.931694+00', '2026-11-25 22:36:01.060713+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a3-7aab-97cb-19cdb9259df9', '01a214da-00a3-7aa9-8b8d-ff9a3cda7bf4', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-11 12:39:20.931694+00', '2026-11-25 22:36:01.061353+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a8-7274-a2fb-e3911cf69910', '01a214da-00a8-7273-8166-5744fb0cc16a', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-12 21:57:00.931694+00', '2026-11-25 22:36:01.067007+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00a8-7275-ac12-9f28bdcb12ab', '01a214da-00a8-7273-8166-5744fb0cc16a', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-12 21:57:20.931694+00', '2026-11-25 22:36:01.068023+00');
INSERT INTO public.messages VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ae-75e4-8f16-f480870913af', '01a214da-00ae-75e2-9dc7-b66e86a4bdd9', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-12 14:48:00.931694+00', '2026-11-25 22:36:01.071104+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ae-75e5-9aa1-b76f5d2519ae', '01a214da-00ae-75e2-9dc7-b66e86a4bdd9', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-12 14:48:20.931694+00', '2026-11-25 22:36:01.07175+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b1-7481-820c-0ba7da1644e6', '01a214da-00b1-7480-9000-8b0249cb64f6', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-13 21:10:00.931694+00', '2026-11-25 22:36:01.075518+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b1-7482-97e8-4bc425e02e1f', '01a214da-00b1-7480-9000-8b0249cb64f6', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-13 21:10:20.931694+00', '2026-11-25 22:36:01.076134+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b5-75c0-ab06-c3724f56f04e', '01a214da-00b5-75bf-ab55-0b71500e341f', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-13 21:32:00.931694+00', '2026-11-25 22:36:01.078723+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b5-75c1-a61c-d2f17e65a114', '01a214da-00b5-75bf-ab55-0b71500e341f', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-13 21:32:20.931694+00', '2026-11-25 22:36:01.079288+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b8-729a-9ae8-f0420dbb7a40', '01a214da-00b8-7299-bfe3-df1fefd10af0', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-13 16:18:00.931694+00', '2026-11-25 22:36:01.080623+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b8-729b-9d78-71bb3b2d0f83', '01a214da-00b8-7299-bfe3-df1fefd10af0', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-13 16:18:20.931694+00', '2026-11-25 22:36:01.080839+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b9-7848-a5ce-012aaf0c658a', '01a214da-00b9-7844-bfa6-c3d31adc63b2', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-14 22:04:00.931694+00', '2026-11-25 22:36:01.082039+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00b9-7849-b7ce-27ec337befc4', '01a214da-00b9-7844-bfa6-c3d31adc63b2', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-14 22:04:20.931694+00', '2026-11-25 22:36:01.082241+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ba-7f36-9f5f-efb2d237ee04', '01a214da-00ba-7f33-9c3f-176c0ffb14d5', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-14 15:49:00.931694+00', '2026-11-25 22:36:01.083338+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ba-7f37-bf0a-53a1e8c03c2b', '01a214da-00ba-7f33-9c3f-176c0ffb14d5', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-14 15:49:20.931694+00', '2026-11-25 22:36:01.083525+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bc-7315-8d34-95ff1534e0b1', '01a214da-00bc-7314-9b3b-9720af4ead49', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-14 21:00:00.931694+00', '2026-11-25 22:36:01.084519+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bc-7316-b60f-26cf9a4f57b3', '01a214da-00bc-7314-9b3b-9720af4ead49', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-14 21:00:20.931694+00', '2026-11-25 22:36:01.084711+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bd-74c0-ac95-763d6eaca673', '01a214da-00bd-74bf-8b5c-d8a2ee3ccc6d', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-15 20:02:00.931694+00', '2026-11-25 22:36:01.085641+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00bd-74c1-a9bf-c59d51c24ae2', '01a214da-00bd-74bf-8b5c-d8a2ee3ccc6d', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-15 20:02:20.931694+00', '2026-11-25 22:36:01.085774+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00be-7571-b23e-11da6f3d836a', '01a214da-00be-756f-b882-5fa800b69a2c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-15 13:55:00.931694+00', '2026-11-25 22:36:01.087406+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00be-7572-8f96-e2228fb42955', '01a214da-00be-756f-b882-5fa800b69a2c', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-15 13:55:20.931694+00', '2026-11-25 22:36:01.087571+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c0-733e-8b4b-6868f3b69a7b', '01a214da-00c0-733d-b849-969118920786', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-15 15:27:00.931694+00', '2026-11-25 22:36:01.088504+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d6-7763-8148-94d16ac7c88e', '01a214da-00d6-7762-a61d-5d36a3409f95', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-20 19:25:00.931694+00', '2026-11-25 22:36:01.110801+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c0-733f-8e84-9c29872f0972', '01a214da-00c0-733d-b849-969118920786', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-15 15:27:20.931694+00', '2026-11-25 22:36:01.089498+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c2-7cf9-b1c7-f2ed99237fd3', '01a214da-00c2-7cf6-ba01-6b6ba814081e', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-15 15:40:00.931694+00', '2026-11-25 22:36:01.091243+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c2-7cfa-ba9a-68a8eaaa3372', '01a214da-00c2-7cf6-ba01-6b6ba814081e', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-15 15:40:20.931694+00', '2026-11-25 22:36:01.093423+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c6-734c-ad28-86da78ef8ce9', '01a214da-00c6-734b-a184-96f10bd59f8f', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-16 20:34:00.931694+00', '2026-11-25 22:36:01.094628+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c6-734d-9efa-0ed768e2609e', '01a214da-00c6-734b-a184-96f10bd59f8f', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-16 20:34:20.931694+00', '2026-11-25 22:36:01.094942+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c7-7775-9c3c-ff451e59ec7d', '01a214da-00c7-7773-8313-0284ce917c16', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-17 16:06:00.931694+00', '2026-11-25 22:36:01.09578+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c7-7776-a5cd-17def780b932', '01a214da-00c7-7773-8313-0284ce917c16', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-17 16:06:20.931694+00', '2026-11-25 22:36:01.096091+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c8-7bba-b602-85576309c624', '01a214da-00c8-7bb8-9879-3b63a3e8e7ee', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-17 16:02:00.931694+00', '2026-11-25 22:36:01.097101+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00c8-7bbb-b405-c3a05d8ab0c1', '01a214da-00c8-7bb8-9879-3b63a3e8e7ee', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-17 16:02:20.931694+00', '2026-11-25 22:36:01.097299+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ca-7411-9c6b-4693a8af0bd6', '01a214da-00ca-740d-935e-c2418e7a97f5', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-17 16:12:00.931694+00', '2026-11-25 22:36:01.098655+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00ca-7412-aba6-19c4fe474a11', '01a214da-00ca-740d-935e-c2418e7a97f5', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-17 16:12:20.931694+00', '2026-11-25 22:36:01.098962+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cb-7706-b454-116bad96e257', '01a214da-00cb-7705-9709-62a68dd2e6d0', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-17 13:17:00.931694+00', '2026-11-25 22:36:01.099679+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cb-7707-acea-22141eea3de2', '01a214da-00cb-7705-9709-62a68dd2e6d0', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-17 13:17:20.931694+00', '2026-11-25 22:36:01.099856+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cc-76c2-93af-b1e485c69a76', '01a214da-00cc-76c1-a601-5e23892a34b4', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-18 12:55:00.931694+00', '2026-11-25 22:36:01.100792+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cc-76c3-ab24-740ececf172e', '01a214da-00cc-76c1-a601-5e23892a34b4', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-18 12:55:20.931694+00', '2026-11-25 22:36:01.100982+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cd-7c1c-8fad-83e2c37354b8', '01a214da-00cd-7c1b-8ffb-083b9faf99a9', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-18 18:55:00.931694+00', '2026-11-25 22:36:01.10208+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00cd-7c1d-92a3-e482caca53bc', '01a214da-00cd-7c1b-8ffb-083b9faf99a9', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-18 18:55:20.931694+00', '2026-11-25 22:36:01.102192+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-70e7-ae23-d353c7d33fd4', '01a214da-00d1-70e6-a284-2b418bc2492c', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-19 21:39:00.931694+00', '2026-11-25 22:36:01.105326+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-70e8-81c1-3f1ad356d9f0', '01a214da-00d1-70e6-a284-2b418bc2492c', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-19 21:39:20.931694+00', '2026-11-25 22:36:01.105448+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-7e80-bc26-cb8cc64200e2', '01a214da-00d1-7e7d-b1e7-13e502573fcd', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-19 18:02:00.931694+00', '2026-11-25 22:36:01.106157+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d1-7e81-b670-ed99a0656faa', '01a214da-00d1-7e7d-b1e7-13e502573fcd', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-19 18:02:20.931694+00', '2026-11-25 22:36:01.106262+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d2-7a0d-b5ec-4e973fdc26dc', '01a214da-00d2-7a09-b61a-9911225c2a41', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-19 19:54:00.931694+00', '2026-11-25 22:36:01.107064+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d2-7a0e-a8c8-347742a592e5', '01a214da-00d2-7a09-b61a-9911225c2a41', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-19 19:54:20.931694+00', '2026-11-25 22:36:01.107226+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d3-7c70-b86d-6963de220b00', '01a214da-00d3-7c6f-baa6-1be1cbe9a043', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-19 19:46:00.931694+00', '2026-11-25 22:36:01.108305+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d3-7c71-b2da-01ddedf58c70', '01a214da-00d3-7c6f-baa6-1be1cbe9a043', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-19 19:46:20.931694+00', '2026-11-25 22:36:01.108429+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d4-7ba2-868d-d05470d62809', '01a214da-00d4-7ba1-88a4-13474c4f391e', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-20 12:59:00.931694+00', '2026-11-25 22:36:01.109022+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d4-7ba3-89d4-3ed5fb69b31f', '01a214da-00d4-7ba1-88a4-13474c4f391e', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-20 12:59:20.931694+00', '2026-11-25 22:36:01.109223+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d5-793c-8f1c-c0c9c4285dac', '01a214da-00d5-793b-bd32-5823350e1f3a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-20 22:22:00.931694+00', '2026-11-25 22:36:01.109841+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d5-793d-ab1a-2b933383d90c', '01a214da-00d5-793b-bd32-5823350e1f3a', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-20 22:22:20.931694+00', '2026-11-25 22:36:01.110162+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d6-7764-9888-c71913b2ef51', '01a214da-00d6-7762-a61d-5d36a3409f95', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-20 19:25:20.931694+00', '2026-11-25 22:36:01.111116+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d7-7bcc-80df-a98d1c994ff6', '01a214da-00d7-7bc9-9326-34269303753a', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-20 13:01:00.931694+00', '2026-11-25 22:36:01.112509+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d7-7bcd-929c-289bd829411d', '01a214da-00d7-7bc9-9326-34269303753a', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-20 13:01:20.931694+00', '2026-11-25 22:36:01.112653+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d9-7323-b101-562e6aa94132', '01a214da-00d9-7321-9ebf-b4f04de0c22c', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-21 16:29:00.931694+00', '2026-11-25 22:36:01.113395+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00d9-7324-9936-ceab7e6f055d', '01a214da-00d9-7321-9ebf-b4f04de0c22c', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-21 16:29:20.931694+00', '2026-11-25 22:36:01.113507+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00da-70f1-9f5c-275533328a9b', '01a214da-00da-70f0-876d-c50e94d63617', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-22 17:30:00.931694+00', '2026-11-25 22:36:01.114354+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00da-70f2-971a-2f2209365893', '01a214da-00da-70f0-876d-c50e94d63617', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-22 17:30:20.931694+00', '2026-11-25 22:36:01.11446+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00db-72df-a01f-3b874176fe9b', '01a214da-00db-72de-ae44-e4b46b9412c9', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Write a query for monthly churn by region.', NULL, NULL, '2026-11-22 19:55:00.931694+00', '2026-11-25 22:36:01.115385+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00db-72e0-a98e-6cbf7afe69fb', '01a214da-00db-72de-ae44-e4b46b9412c9', NULL, 'assistant', 'complete', '```sql
SELECT region, date_trunc(''month'', ended_at) AS month,
       count(*) AS ended
FROM subscriptions
WHERE ended_at IS NOT NULL
GROUP BY 1, 2
ORDER BY 2, 1;
```

Divide by the customers at the start of each month to get the rate.', NULL, NULL, '2026-11-22 19:55:20.931694+00', '2026-11-25 22:36:01.115499+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dc-72fe-b6bf-4de0e2b695c7', '01a214da-00dc-72fd-8ad3-8be47ecea0c7', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-23 16:46:00.931694+00', '2026-11-25 22:36:01.116498+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dc-72ff-98c4-63849047fbb2', '01a214da-00dc-72fd-8ad3-8be47ecea0c7', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-23 16:46:20.931694+00', '2026-11-25 22:36:01.116625+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dd-776b-bd8e-98f702a240d8', '01a214da-00dd-776a-a85b-8eaacae056b9', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-24 21:04:00.931694+00', '2026-11-25 22:36:01.11776+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00dd-776c-9ae5-b145edaeb55d', '01a214da-00dd-776a-a85b-8eaacae056b9', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-24 21:04:20.931694+00', '2026-11-25 22:36:01.117875+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00de-774c-8b7c-9490bdd316c1', '01a214da-00de-774a-ba51-0b5cce348a0d', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-24 17:08:00.931694+00', '2026-11-25 22:36:01.118859+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00de-774d-9ca0-46e879a2b508', '01a214da-00de-774a-ba51-0b5cce348a0d', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-24 17:08:20.931694+00', '2026-11-25 22:36:01.119154+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-71a5-bc4b-5280015c2261', '01a214da-00e0-71a2-8ab9-74c6feba928a', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-24 17:54:00.931694+00', '2026-11-25 22:36:01.120423+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-71a6-bd70-54a2062181d4', '01a214da-00e0-71a2-8ab9-74c6feba928a', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-24 17:54:20.931694+00', '2026-11-25 22:36:01.120593+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-7f32-acbd-f2695529c470', '01a214da-00e0-7f31-a5b5-5d6e61297ca3', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'Make three points out of these notes: late deliveries in the north, new price list, two people on leave.', NULL, NULL, '2026-11-25 15:48:00.931694+00', '2026-11-25 22:36:01.121217+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e0-7f33-b4dd-58f8fae42365', '01a214da-00e0-7f31-a5b5-5d6e61297ca3', NULL, 'assistant', 'complete', '1. **Deliveries**: the north is late; name a date for each order.
2. **Price list**: the new one holds from the first; old offers stay valid until then.
3. **Staff**: two people are on leave; agree who stands in.', NULL, NULL, '2026-11-25 15:48:20.931694+00', '2026-11-25 22:36:01.1216+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e2-7115-bdde-5c85d0473b84', '01a214da-00e2-7114-a6bc-d29371019cb6', '01a214d9-fe50-73d0-a890-d8458c096cb1', 'user', 'complete', 'A reseller asks for a refund after 45 days. What may I offer?', NULL, NULL, '2026-11-25 19:54:00.931694+00', '2026-11-25 22:36:01.122264+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e2-7116-8468-03f66d004995', '01a214da-00e2-7114-a6bc-d29371019cb6', NULL, 'assistant', 'complete', 'Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.

Two conditions apply:

- the units are on the list of stock items;
- the account has no overdue invoice.

```
credit = invoice_price × units × 0.90
```', NULL, NULL, '2026-11-25 19:54:20.931694+00', '2026-11-25 22:36:01.122465+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-7010-a879-f31cf4f6d7e1', '01a214da-00e3-700f-9869-234b81a2bc33', '01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-25 12:48:00.931694+00', '2026-11-25 22:36:01.123225+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-7011-90ee-daba097fe1ec', '01a214da-00e3-700f-9869-234b81a2bc33', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-25 12:48:20.931694+00', '2026-11-25 22:36:01.123329+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-7e39-848e-771b4f5c7f0e', '01a214da-00e3-7e38-b9ec-bd7e5d979c01', '01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'user', 'complete', 'Say in German: fragile, keep upright, open on this side.', NULL, NULL, '2026-11-25 13:13:00.931694+00', '2026-11-25 22:36:01.124114+00'),
	('01a214d9-fa07-7c52-9dd2-f66bee907038', '01a214da-00e3-7e3a-80fe-3b690aeae22c', '01a214da-00e3-7e38-b9ec-bd7e5d979c01', NULL, 'assistant', 'complete', '| English | German |
|---|---|
| Fragile | Zerbrechlich |
| Keep upright | Aufrecht halten |
| Open on this side | Hier öffnen |', NULL, NULL, '2026-11-25 13:13:20.931694+00', '2026-11-25 22:36:01.124219+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0199-7322-8755-e2e4a279c4ce', '01a214da-0199-7320-be1f-fc8f1af42b4c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-10-26 14:41:01.305196+00', '2026-11-25 22:36:01.305828+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0199-7323-8edc-02d0640f7f07', '01a214da-0199-7320-be1f-fc8f1af42b4c', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-10-26 14:41:21.305196+00', '2026-11-25 22:36:01.306296+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-70b4-b850-b6b85c5bfca9', '01a214da-019b-70b3-9b3d-b6adec02a037', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-10-27 19:54:01.305196+00', '2026-11-25 22:36:01.307304+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-70b5-88cd-87dbf8417aff', '01a214da-019b-70b3-9b3d-b6adec02a037', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-10-27 19:54:21.305196+00', '2026-11-25 22:36:01.307412+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-7cce-b395-c5c4795f2b61', '01a214da-019b-7ccb-9a99-f376cb3b8090', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-10-27 21:14:01.305196+00', '2026-11-25 22:36:01.30822+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019b-7ccf-81d0-1bf9eead53d0', '01a214da-019b-7ccb-9a99-f376cb3b8090', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-10-27 21:14:21.305196+00', '2026-11-25 22:36:01.308331+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-70c6-84a9-e2238c2ff998', '01a214da-019d-70c5-aa76-a22c0ec12110', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-10-28 16:51:01.305196+00', '2026-11-25 22:36:01.309325+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-70c7-bc66-b8a3c84ba1d0', '01a214da-019d-70c5-aa76-a22c0ec12110', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-10-28 16:51:21.305196+00', '2026-11-25 22:36:01.309459+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-7bcc-9e27-2cb81dfbda71', '01a214da-019d-7bca-b672-9300571012c7', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-10-29 13:51:01.305196+00', '2026-11-25 22:36:01.310163+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019d-7bcd-8e66-dec4ed37fddc', '01a214da-019d-7bca-b672-9300571012c7', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-10-29 13:51:21.305196+00', '2026-11-25 22:36:01.310297+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019e-7ce3-a6b3-c2e89ea148d0', '01a214da-019e-7ce0-a525-4393df238d6c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-10-29 18:29:01.305196+00', '2026-11-25 22:36:01.311064+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-019e-7ce4-82f5-e7112bac35d9', '01a214da-019e-7ce0-a525-4393df238d6c', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-10-29 18:29:21.305196+00', '2026-11-25 22:36:01.311314+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a0-7101-a712-de1538024fc3', '01a214da-01a0-7100-8c6a-f326edf39e4b', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-10-29 17:24:01.305196+00', '2026-11-25 22:36:01.312298+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a0-7102-b4d3-6e25ef81a420', '01a214da-01a0-7100-8c6a-f326edf39e4b', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-10-29 17:24:21.305196+00', '2026-11-25 22:36:01.31259+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-71f3-9b77-c8e2baacba66', '01a214da-01a1-71f2-ac6e-7dc278b54c87', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-10-30 16:36:01.305196+00', '2026-11-25 22:36:01.313347+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-71f4-9c66-c897a0c78dab', '01a214da-01a1-71f2-ac6e-7dc278b54c87', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-10-30 16:36:21.305196+00', '2026-11-25 22:36:01.31352+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-7c7a-8934-b0cf0e171180', '01a214da-01a1-7c77-923d-db8f2a5454e4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-10-31 17:59:01.305196+00', '2026-11-25 22:36:01.314006+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a1-7c7b-8caa-85e0bd03ffc4', '01a214da-01a1-7c77-923d-db8f2a5454e4', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-10-31 17:59:21.305196+00', '2026-11-25 22:36:01.314098+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a2-75dd-9264-b9850b0f4d5e', '01a214da-01a2-75dc-825d-bebbce1a36f8', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-10-31 21:04:01.305196+00', '2026-11-25 22:36:01.315128+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a2-75de-96b0-9bac49c70d4b', '01a214da-01a2-75dc-825d-bebbce1a36f8', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-10-31 21:04:21.305196+00', '2026-11-25 22:36:01.31535+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a3-7f31-8046-b67f0a92170d', '01a214da-01a3-7f30-bd59-f8ecb5634547', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-10-31 20:26:01.305196+00', '2026-11-25 22:36:01.316181+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a3-7f32-9678-418227ce3d67', '01a214da-01a3-7f30-bd59-f8ecb5634547', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-10-31 20:26:21.305196+00', '2026-11-25 22:36:01.316307+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a4-7e85-a179-c12dd2645d0d', '01a214da-01a4-7e82-9ed3-da4df4bbc2f1', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-10-31 12:37:01.305196+00', '2026-11-25 22:36:01.317174+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a4-7e86-ae62-471b9718d5f7', '01a214da-01a4-7e82-9ed3-da4df4bbc2f1', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-10-31 12:37:21.305196+00', '2026-11-25 22:36:01.317357+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a5-7c55-aac2-98e748a6012b', '01a214da-01a5-7c54-8d8a-011b38c865c1', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-01 16:17:01.305196+00', '2026-11-25 22:36:01.318261+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a5-7c56-8231-10a5608671c9', '01a214da-01a5-7c54-8d8a-011b38c865c1', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-01 16:17:21.305196+00', '2026-11-25 22:36:01.318396+00');
INSERT INTO public.messages VALUES
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a7-729a-90b5-65031e47ff92', '01a214da-01a7-7299-9ff4-7359e88ce3cd', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-01 17:37:01.305196+00', '2026-11-25 22:36:01.319646+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a7-729b-829e-bb1ae993b7b1', '01a214da-01a7-7299-9ff4-7359e88ce3cd', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-01 17:37:21.305196+00', '2026-11-25 22:36:01.319835+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a8-7689-8b45-ea7aff11f4f3', '01a214da-01a8-7688-a5df-acb6e35dd63d', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-01 14:32:01.305196+00', '2026-11-25 22:36:01.320704+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a8-768a-96d7-70e946ea4324', '01a214da-01a8-7688-a5df-acb6e35dd63d', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-01 14:32:21.305196+00', '2026-11-25 22:36:01.32105+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a9-7934-930c-303a6bac8c67', '01a214da-01a9-7931-bc15-97998ac3f050', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-01 21:07:01.305196+00', '2026-11-25 22:36:01.321843+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01a9-7935-b713-2b929a38709d', '01a214da-01a9-7931-bc15-97998ac3f050', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-01 21:07:21.305196+00', '2026-11-25 22:36:01.322131+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01aa-79f8-a9ef-11495fd817d1', '01a214da-01aa-79f7-b516-d835e342eb36', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-02 16:26:01.305196+00', '2026-11-25 22:36:01.322992+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01aa-79f9-82fe-ec7adb5107ca', '01a214da-01aa-79f7-b516-d835e342eb36', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-02 16:26:21.305196+00', '2026-11-25 22:36:01.323151+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ab-7a2d-8f15-07649fb08dbb', '01a214da-01ab-7a2c-a233-8abfd55cc3f6', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-02 21:00:01.305196+00', '2026-11-25 22:36:01.323999+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ab-7a2e-ac30-3443e2463dfb', '01a214da-01ab-7a2c-a233-8abfd55cc3f6', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-02 21:00:21.305196+00', '2026-11-25 22:36:01.324152+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ac-79bb-a3e2-97b11a5a810c', '01a214da-01ac-79b8-a511-7fe0174411c4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-03 21:12:01.305196+00', '2026-11-25 22:36:01.324872+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ac-79bc-8106-7944d8385241', '01a214da-01ac-79b8-a511-7fe0174411c4', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-03 21:12:21.305196+00', '2026-11-25 22:36:01.325752+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ae-77a6-8751-aaa507b619de', '01a214da-01ae-77a5-a713-1d23f765688c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-03 13:41:01.305196+00', '2026-11-25 22:36:01.327041+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ae-77a7-b9a7-ed3ad401fd7b', '01a214da-01ae-77a5-a713-1d23f765688c', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-03 13:41:21.305196+00', '2026-11-25 22:36:01.327215+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01af-7cd6-88ff-efb4092cbf3b', '01a214da-01af-7cd5-af0e-51ceec779aaa', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-04 14:27:01.305196+00', '2026-11-25 22:36:01.32816+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01af-7cd7-8e78-08a2adaa214d', '01a214da-01af-7cd5-af0e-51ceec779aaa', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-04 14:27:21.305196+00', '2026-11-25 22:36:01.328369+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b0-7f00-b63c-0f33bd73b93c', '01a214da-01b0-7efd-b244-c0c99078c1d2', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-04 15:08:01.305196+00', '2026-11-25 22:36:01.329304+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b0-7f01-bcc3-984af1685fe0', '01a214da-01b0-7efd-b244-c0c99078c1d2', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-04 15:08:21.305196+00', '2026-11-25 22:36:01.329436+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b1-7ceb-a4bd-98b72a899b48', '01a214da-01b1-7cea-90a0-01fedc636239', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-04 14:46:01.305196+00', '2026-11-25 22:36:01.330263+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b1-7cec-bbe6-13547a35db45', '01a214da-01b1-7cea-90a0-01fedc636239', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-04 14:46:21.305196+00', '2026-11-25 22:36:01.330399+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b3-70aa-8afa-857e93657984', '01a214da-01b3-70a5-9e50-b6aeda501186', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-05 21:51:01.305196+00', '2026-11-25 22:36:01.331245+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b3-70ab-a92a-67dfe32e63ee', '01a214da-01b3-70a5-9e50-b6aeda501186', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-05 21:51:21.305196+00', '2026-11-25 22:36:01.331443+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b4-70dd-8f6f-366c89385ab3', '01a214da-01b4-70db-a82e-5d6fd40204b5', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-05 19:01:01.305196+00', '2026-11-25 22:36:01.335542+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b4-70de-be03-7614f4d956f7', '01a214da-01b4-70db-a82e-5d6fd40204b5', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-05 19:01:21.305196+00', '2026-11-25 22:36:01.336066+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b9-70d9-85f9-51d4fef6fb8b', '01a214da-01b9-70d8-aff6-0c199180e4b2', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-05 13:27:01.305196+00', '2026-11-25 22:36:01.337569+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01b9-70da-8996-a2544478d699', '01a214da-01b9-70d8-aff6-0c199180e4b2', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-05 13:27:21.305196+00', '2026-11-25 22:36:01.337867+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ba-7f3c-85ff-3cd81b698779', '01a214da-01ba-7f3b-a3ea-85db67bdff54', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-06 20:29:01.305196+00', '2026-11-25 22:36:01.339394+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ba-7f3d-911b-b649dbc72eb8', '01a214da-01ba-7f3b-a3ea-85db67bdff54', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-06 20:29:21.305196+00', '2026-11-25 22:36:01.339635+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bc-77b6-ae24-3d41b3901766', '01a214da-01bc-77b5-bbad-e9f94c30e7eb', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-06 14:39:01.305196+00', '2026-11-25 22:36:01.340862+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bc-77b7-9e7f-8200b4438bda', '01a214da-01bc-77b5-bbad-e9f94c30e7eb', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-06 14:39:21.305196+00', '2026-11-25 22:36:01.341356+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01be-73ae-a0b7-4087bd13bace', '01a214da-01be-73ad-b19b-64236ff88ed6', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-06 19:21:01.305196+00', '2026-11-25 22:36:01.342985+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01be-73b0-ba06-33426822bb47', '01a214da-01be-73ad-b19b-64236ff88ed6', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-06 19:21:21.305196+00', '2026-11-25 22:36:01.343256+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bf-7f08-9fc7-b059c89f141a', '01a214da-01bf-7f07-bba0-663686d70c3f', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-06 19:31:01.305196+00', '2026-11-25 22:36:01.344602+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01bf-7f09-910a-60efe37d5716', '01a214da-01bf-7f07-bba0-663686d70c3f', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-06 19:31:21.305196+00', '2026-11-25 22:36:01.344859+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c1-7a3b-8f43-383ab285eb80', '01a214da-01c1-7a3a-b24d-f875f90753d9', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-07 16:58:01.305196+00', '2026-11-25 22:36:01.346301+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c1-7a3c-af4b-90760c91b9bd', '01a214da-01c1-7a3a-b24d-f875f90753d9', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-07 16:58:21.305196+00', '2026-11-25 22:36:01.346486+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c3-7350-9003-c3a528847737', '01a214da-01c3-734d-a64e-2d16737a568c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-08 19:07:01.305196+00', '2026-11-25 22:36:01.34784+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c3-7351-9e16-9331b728fa95', '01a214da-01c3-734d-a64e-2d16737a568c', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-08 19:07:21.305196+00', '2026-11-25 22:36:01.348207+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c5-71bb-86bf-a4b983b699fe', '01a214da-01c5-71ba-b7b0-e749f5fc7649', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-08 18:18:01.305196+00', '2026-11-25 22:36:01.350063+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c5-71bd-b098-66135329ef78', '01a214da-01c5-71ba-b7b0-e749f5fc7649', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-08 18:18:21.305196+00', '2026-11-25 22:36:01.350377+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c7-7e96-8b2f-6d4ffef82bae', '01a214da-01c7-7e95-945e-cc35a0633f47', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-08 17:07:01.305196+00', '2026-11-25 22:36:01.352538+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c7-7e97-af65-7dd86f5080ac', '01a214da-01c7-7e95-945e-cc35a0633f47', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-08 17:07:21.305196+00', '2026-11-25 22:36:01.352799+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c9-7864-88e4-84f46bee43a4', '01a214da-01c9-7863-b000-a710416a74b9', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-09 18:40:01.305196+00', '2026-11-25 22:36:01.354016+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01c9-7865-81f2-8af4fc904c76', '01a214da-01c9-7863-b000-a710416a74b9', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-09 18:40:21.305196+00', '2026-11-25 22:36:01.354282+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cb-71ad-81fd-e288679eed33', '01a214da-01cb-71ac-9c86-2d1df3651988', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-10 19:17:01.305196+00', '2026-11-25 22:36:01.35546+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cb-71ae-82f4-cc28cf761c75', '01a214da-01cb-71ac-9c86-2d1df3651988', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-10 19:17:21.305196+00', '2026-11-25 22:36:01.35585+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cc-7994-9471-6a5286aeb065', '01a214da-01cc-7991-a062-4195241fd67b', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-10 13:32:01.305196+00', '2026-11-25 22:36:01.357174+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cc-7995-b20a-b0fce8ccf907', '01a214da-01cc-7991-a062-4195241fd67b', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-10 13:32:21.305196+00', '2026-11-25 22:36:01.357418+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ce-7545-b97c-aa64ffc79b21', '01a214da-01ce-7544-a688-1ae025871536', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-10 21:19:01.305196+00', '2026-11-25 22:36:01.358836+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ce-7546-abb1-d4b4c00a9bba', '01a214da-01ce-7544-a688-1ae025871536', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-10 21:19:21.305196+00', '2026-11-25 22:36:01.359128+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cf-7d36-86c6-a1bc77768e3d', '01a214da-01cf-7d35-8150-8f07b7b68bab', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-11 19:23:01.305196+00', '2026-11-25 22:36:01.360253+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01cf-7d37-bb9a-60bac49806d0', '01a214da-01cf-7d35-8150-8f07b7b68bab', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-11 19:23:21.305196+00', '2026-11-25 22:36:01.360495+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d1-7895-8932-7e05772f1c55', '01a214da-01d1-7894-8260-30840dba0d49', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-11 18:27:01.305196+00', '2026-11-25 22:36:01.36203+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d1-7896-bf89-2925f426ac8a', '01a214da-01d1-7894-8260-30840dba0d49', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-11 18:27:21.305196+00', '2026-11-25 22:36:01.36241+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d3-747b-9c65-ca220f4da7b5', '01a214da-01d3-7478-85fa-f4e0fc5db3bd', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-11 15:44:01.305196+00', '2026-11-25 22:36:01.363653+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d3-747c-80d4-16f8c3856503', '01a214da-01d3-7478-85fa-f4e0fc5db3bd', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-11 15:44:21.305196+00', '2026-11-25 22:36:01.363878+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d4-797a-adbf-380a950fc280', '01a214da-01d4-7979-81eb-ed2c2cae2f1b', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-12 17:52:01.305196+00', '2026-11-25 22:36:01.365015+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d4-797b-9dfb-ad9080abea2c', '01a214da-01d4-7979-81eb-ed2c2cae2f1b', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-12 17:52:21.305196+00', '2026-11-25 22:36:01.365278+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d6-74ba-ae6a-63b3a702e3f1', '01a214da-01d6-74b9-ba3a-a7073414b96c', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-12 14:46:01.305196+00', '2026-11-25 22:36:01.366797+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d6-74bb-8180-109d1701b7ec', '01a214da-01d6-74b9-ba3a-a7073414b96c', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-12 14:46:21.305196+00', '2026-11-25 22:36:01.36708+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d7-7b03-96af-5830870bc092', '01a214da-01d7-7b00-ac48-73711eae3e02', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-12 19:40:01.305196+00', '2026-11-25 22:36:01.368214+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d7-7b04-ab8f-dcf096358e0a', '01a214da-01d7-7b00-ac48-73711eae3e02', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-12 19:40:21.305196+00', '2026-11-25 22:36:01.368453+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d9-71f4-b649-500420750c9c', '01a214da-01d9-71f3-b1eb-5ef35c8b9896', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-12 15:09:01.305196+00', '2026-11-25 22:36:01.369595+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01d9-71f5-bb74-0c3f99ce22a7', '01a214da-01d9-71f3-b1eb-5ef35c8b9896', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-12 15:09:21.305196+00', '2026-11-25 22:36:01.369845+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01db-7283-8510-b693ca3a00ff', '01a214da-01db-7282-9eac-2d2f48bfafd0', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-13 20:02:01.305196+00', '2026-11-25 22:36:01.371857+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01db-7284-b3c0-526e7d309225', '01a214da-01db-7282-9eac-2d2f48bfafd0', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-13 20:02:21.305196+00', '2026-11-25 22:36:01.372232+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01dc-7e8b-8e29-b356444b5ec4', '01a214da-01dc-7e88-b178-3195d07700ef', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-14 17:08:01.305196+00', '2026-11-25 22:36:01.37327+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01dc-7e8c-bbb4-111ac1758ce7', '01a214da-01dc-7e88-b178-3195d07700ef', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-14 17:08:21.305196+00', '2026-11-25 22:36:01.37349+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01de-739c-bdf5-334919085c4c', '01a214da-01de-739b-8639-83c5b0c33e8a', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-14 21:03:01.305196+00', '2026-11-25 22:36:01.374653+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01de-739d-b482-0e9e04824a82', '01a214da-01de-739b-8639-83c5b0c33e8a', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-14 21:03:21.305196+00', '2026-11-25 22:36:01.374963+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01df-7b85-88c4-5a5c1cf3b3ca', '01a214da-01df-7b84-9a96-6a3b98b4c7f4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-15 21:07:01.305196+00', '2026-11-25 22:36:01.376197+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01df-7b86-ae24-5abbf3eb1053', '01a214da-01df-7b84-9a96-6a3b98b4c7f4', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-15 21:07:21.305196+00', '2026-11-25 22:36:01.376522+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e1-785b-9f27-af235b7668a1', '01a214da-01e1-7859-80a2-5d308dc71c11', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-16 18:50:01.305196+00', '2026-11-25 22:36:01.378044+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e1-785e-ae06-b3721370c7c0', '01a214da-01e1-7859-80a2-5d308dc71c11', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-16 18:50:21.305196+00', '2026-11-25 22:36:01.378263+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e3-72ca-b1ad-e453941cf437', '01a214da-01e3-72c9-8111-f3f2db60a3ec', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-16 17:25:01.305196+00', '2026-11-25 22:36:01.379557+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e3-72cb-8027-46457ea673fe', '01a214da-01e3-72c9-8111-f3f2db60a3ec', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-16 17:25:21.305196+00', '2026-11-25 22:36:01.379843+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e4-7726-89c7-4ac36f5d8678', '01a214da-01e4-7725-9b97-d7272bb1eed7', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-16 20:58:01.305196+00', '2026-11-25 22:36:01.380818+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e4-7727-8eb7-b757a69696eb', '01a214da-01e4-7725-9b97-d7272bb1eed7', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-16 20:58:21.305196+00', '2026-11-25 22:36:01.381148+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e5-7be6-9c66-293a113fae6f', '01a214da-01e5-7be3-8a8e-a6456450e7f9', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-17 14:55:01.305196+00', '2026-11-25 22:36:01.382258+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e5-7be7-a10a-2e70efc570e8', '01a214da-01e5-7be3-8a8e-a6456450e7f9', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-17 14:55:21.305196+00', '2026-11-25 22:36:01.382605+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e7-76d0-8f4b-88d1c9a7d38b', '01a214da-01e7-76cf-b916-ff19aa08f141', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-17 16:31:01.305196+00', '2026-11-25 22:36:01.383947+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e7-76d2-a1e7-cf822e8bf172', '01a214da-01e7-76cf-b916-ff19aa08f141', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-17 16:31:21.305196+00', '2026-11-25 22:36:01.384107+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e8-7a95-b3b5-067e853684d9', '01a214da-01e8-7a94-af62-d22348077557', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-17 14:57:01.305196+00', '2026-11-25 22:36:01.38496+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e8-7a96-b5f8-fccb96a6c992', '01a214da-01e8-7a94-af62-d22348077557', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-17 14:57:21.305196+00', '2026-11-25 22:36:01.385298+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e9-7d23-a2ad-ea9f484d3406', '01a214da-01e9-7d22-97c4-2012f308d663', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-17 13:32:01.305196+00', '2026-11-25 22:36:01.386207+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01e9-7d24-813e-6c9201645ec7', '01a214da-01e9-7d22-97c4-2012f308d663', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-17 13:32:21.305196+00', '2026-11-25 22:36:01.386413+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01eb-7682-97ea-54ae908d3133', '01a214da-01eb-7681-b616-61fceece598a', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-18 19:01:01.305196+00', '2026-11-25 22:36:01.387713+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01eb-7684-a668-525d7cef79b8', '01a214da-01eb-7681-b616-61fceece598a', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-18 19:01:21.305196+00', '2026-11-25 22:36:01.388009+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ed-7035-a873-2bad9c8390f7', '01a214da-01ed-7034-91cf-6f2ee641eda3', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-18 13:25:01.305196+00', '2026-11-25 22:36:01.389315+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ed-7036-9226-5a7d2a82af1f', '01a214da-01ed-7034-91cf-6f2ee641eda3', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-18 13:25:21.305196+00', '2026-11-25 22:36:01.389555+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ee-71f9-a640-05f6f2fb32da', '01a214da-01ee-71f8-8ebf-0917d17bc24c', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-18 14:51:01.305196+00', '2026-11-25 22:36:01.390462+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ee-71fa-a1b4-8393985243ff', '01a214da-01ee-71f8-8ebf-0917d17bc24c', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-18 14:51:21.305196+00', '2026-11-25 22:36:01.390747+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ef-76c1-84e8-66dafdfb1a90', '01a214da-01ef-76c0-9e62-e5b270fbcb78', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-19 20:06:01.305196+00', '2026-11-25 22:36:01.391744+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ef-76c4-bf0d-52e6e8d42823', '01a214da-01ef-76c0-9e62-e5b270fbcb78', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-19 20:06:21.305196+00', '2026-11-25 22:36:01.392031+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f0-7a0f-b43b-4fa1ffc37af1', '01a214da-01f0-7a0e-84ba-16ac575493c3', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-19 17:28:01.305196+00', '2026-11-25 22:36:01.393+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f0-7a10-ba43-f11ee276b1bb', '01a214da-01f0-7a0e-84ba-16ac575493c3', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-19 17:28:21.305196+00', '2026-11-25 22:36:01.393257+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f2-7066-9006-0d03fa2fdb04', '01a214da-01f2-7065-8288-7122a6190fdd', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-20 20:38:01.305196+00', '2026-11-25 22:36:01.394418+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f2-7067-a9bb-9d566ec6c6fc', '01a214da-01f2-7065-8288-7122a6190fdd', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-20 20:38:21.305196+00', '2026-11-25 22:36:01.394645+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f3-7859-8a0a-730d897fcb26', '01a214da-01f3-7858-9e48-25682d00c8b3', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-20 19:49:01.305196+00', '2026-11-25 22:36:01.395849+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f3-785c-8a10-75e7c9f30938', '01a214da-01f3-7858-9e48-25682d00c8b3', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-20 19:49:21.305196+00', '2026-11-25 22:36:01.39626+00');
INSERT INTO public.messages VALUES
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f4-7c14-99d4-086095cd74d6', '01a214da-01f4-7c13-8b3e-3975232e60be', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-20 15:09:01.305196+00', '2026-11-25 22:36:01.397334+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f4-7c15-81d8-0d3005ba0776', '01a214da-01f4-7c13-8b3e-3975232e60be', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-20 15:09:21.305196+00', '2026-11-25 22:36:01.397524+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f6-74cf-aa72-e2d84c7d3110', '01a214da-01f6-74ce-a579-d18212d952e3', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-20 20:28:01.305196+00', '2026-11-25 22:36:01.398789+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f6-74d0-9f1f-2c5fcdc70dd0', '01a214da-01f6-74ce-a579-d18212d952e3', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-20 20:28:21.305196+00', '2026-11-25 22:36:01.399112+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f7-7ed9-9d90-3e98d420f13a', '01a214da-01f7-7ed8-b904-7286cd87a138', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-21 20:12:01.305196+00', '2026-11-25 22:36:01.400413+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f7-7edc-b3a6-c930b5955ba4', '01a214da-01f7-7ed8-b904-7286cd87a138', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-21 20:12:21.305196+00', '2026-11-25 22:36:01.400683+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f9-7929-a449-084edf3f742f', '01a214da-01f9-7927-b398-5165c06986c3', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-22 21:57:01.305196+00', '2026-11-25 22:36:01.402003+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01f9-792a-9af9-1a6391f55ca9', '01a214da-01f9-7927-b398-5165c06986c3', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-22 21:57:21.305196+00', '2026-11-25 22:36:01.402263+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fb-7133-a465-ee3c6b671829', '01a214da-01fb-7132-a728-e42ea05afd56', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-22 19:51:01.305196+00', '2026-11-25 22:36:01.403412+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fb-7134-8dc7-57aa4a55d8b3', '01a214da-01fb-7132-a728-e42ea05afd56', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-22 19:51:21.305196+00', '2026-11-25 22:36:01.403637+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fc-735a-9c97-11e9f7a14e10', '01a214da-01fc-7359-a801-936b94f8872c', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-22 20:56:01.305196+00', '2026-11-25 22:36:01.404598+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fc-735b-966e-d8d212a9cb49', '01a214da-01fc-7359-a801-936b94f8872c', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-22 20:56:21.305196+00', '2026-11-25 22:36:01.404745+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fd-759c-ad00-dc03d3ed46ae', '01a214da-01fd-759b-b8fe-3dae0cfa203a', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-23 22:23:01.305196+00', '2026-11-25 22:36:01.405818+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01fd-759e-83c4-e288479704a7', '01a214da-01fd-759b-b8fe-3dae0cfa203a', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-23 22:23:21.305196+00', '2026-11-25 22:36:01.406036+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ff-7a76-91c7-53582de78bb9', '01a214da-01ff-7a75-a2a7-5607558cf361', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-23 13:42:01.305196+00', '2026-11-25 22:36:01.40805+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-01ff-7a77-9303-e88e7cfbeef8', '01a214da-01ff-7a75-a2a7-5607558cf361', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-23 13:42:21.305196+00', '2026-11-25 22:36:01.408197+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0200-7e73-a714-8e84bc2e7975', '01a214da-0200-7e72-b15b-3f498c93c7d9', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-23 12:58:01.305196+00', '2026-11-25 22:36:01.409251+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0200-7e74-b549-6117076df506', '01a214da-0200-7e72-b15b-3f498c93c7d9', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-23 12:58:21.305196+00', '2026-11-25 22:36:01.409391+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0202-70ec-be3b-88a71ede5bda', '01a214da-0202-70eb-8410-01e4f7c32bbe', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-24 16:44:01.305196+00', '2026-11-25 22:36:01.410502+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0202-70ef-9610-255158d2576e', '01a214da-0202-70eb-8410-01e4f7c32bbe', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-24 16:44:21.305196+00', '2026-11-25 22:36:01.410704+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0203-7634-b93e-e98dc2fa9335', '01a214da-0203-7633-9f5f-6e10c75ea58b', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-25 15:06:01.305196+00', '2026-11-25 22:36:01.412112+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0203-7635-a15f-314768f64d3f', '01a214da-0203-7633-9f5f-6e10c75ea58b', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-25 15:06:21.305196+00', '2026-11-25 22:36:01.412292+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0204-7d16-a216-a3ff294095aa', '01a214da-0204-7d15-989e-0e9eecc81d2b', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Write two sentences for a leaflet about washing hands.', NULL, NULL, '2026-11-25 19:54:01.305196+00', '2026-11-25 22:36:01.41312+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0204-7d17-88d1-14d056e39eae', '01a214da-0204-7d15-989e-0e9eecc81d2b', NULL, 'assistant', 'complete', 'Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house.', NULL, NULL, '2026-11-25 19:54:21.305196+00', '2026-11-25 22:36:01.413457+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0206-767e-85e2-9f8513361c1d', '01a214da-0206-767d-91bc-fbfdf0865e72', '01a214da-00f3-77f8-8ea8-21a55d279c24', 'user', 'complete', 'Ask a supplier politely where our gloves are.', NULL, NULL, '2026-11-25 16:52:01.305196+00', '2026-11-25 22:36:01.4148+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0206-7680-879a-dbe2bf57215d', '01a214da-0206-767d-91bc-fbfdf0865e72', NULL, 'assistant', 'complete', 'Dear Sir or Madam,

we ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?

With kind regards', NULL, NULL, '2026-11-25 16:52:21.305196+00', '2026-11-25 22:36:01.415264+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0207-7f1e-9a04-30c873e4c5dc', '01a214da-0207-7f1d-bd38-9c73974813f4', '01a214da-0115-718d-a5d1-dd994ae4994e', 'user', 'complete', 'What should a fair holiday roster look at?', NULL, NULL, '2026-11-25 16:38:01.305196+00', '2026-11-25 22:36:01.416305+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', '01a214da-0207-7f1f-af71-7e74925f1ef0', '01a214da-0207-7f1d-bd38-9c73974813f4', NULL, 'assistant', 'complete', 'It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves.', NULL, NULL, '2026-11-25 16:38:21.305196+00', '2026-11-25 22:36:01.416473+00');


--
-- Data for Name: price_overrides; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: prices; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: river_job; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: river_leader; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: river_migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.river_migration VALUES
	('main', 1, '2026-11-25 22:35:46.973802+00'),
	('main', 2, '2026-11-25 22:35:46.991073+00'),
	('main', 3, '2026-11-25 22:35:47.017434+00'),
	('main', 4, '2026-11-25 22:35:47.020826+00'),
	('main', 5, '2026-11-25 22:35:47.031017+00'),
	('main', 6, '2026-11-25 22:35:47.053389+00'),
	('main', 7, '2026-11-25 22:35:47.057426+00'),
	('main', 8, '2026-11-25 22:35:47.081201+00');


--
-- Data for Name: river_notification; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: river_queue; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: tenants; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tenants VALUES
	('01a214d9-fa07-7c52-9dd2-f66bee907038', 'Northwind Traders', '2026-11-25 22:36:00.040982+00', '2026-11-25 22:36:00.040982+00'),
	('01a214da-00f3-77fb-9a2c-43e6e16807d5', 'Contoso Clinic', '2026-11-25 22:36:01.168665+00', '2026-11-25 22:36:01.168665+00');


--
-- Data for Name: throttles; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.throttles VALUES
	('register:address:demo', 5, '2026-11-25 23:35:59.365812+00');


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.users VALUES
	('01a214d9-fa07-7c4f-8ade-f8da8edef64c', 'ada@northwind.example', 'Ada Lovelace', '$argon2id$v=19$m=19456,t=2,p=1$7WoT87Mx0vNkDEzP2hl54g$x0g8r+asqdfPhmjVELOWOKMkTXA6zbYs6tgvj/UBbrY', '2026-11-25 22:36:00.040982+00', '2026-11-25 22:36:00.040982+00'),
	('01a214d9-fcea-7d18-9e37-de2fbc76b9c0', 'grace@northwind.example', 'Grace Hopper', '$argon2id$v=19$m=19456,t=2,p=1$7mWHyegMTvYAMeU/sPAvZA$b7JUiTagwjxNbDFitowfk3gkm+52ZHabEs2xoS1asSw', '2026-11-25 22:36:00.458607+00', '2026-11-25 22:36:00.458607+00'),
	('01a214d9-fe50-73d0-a890-d8458c096cb1', 'alan@northwind.example', 'Alan Turing', '$argon2id$v=19$m=19456,t=2,p=1$ncroPpN5ZswFALtw0HZVTQ$rhuEuPVap6pa5EV1zvchRTuKzy3DrPkvohwkRMtOPvU', '2026-11-25 22:36:00.92914+00', '2026-11-25 22:36:00.92914+00'),
	('01a214da-00f3-77f8-8ea8-21a55d279c24', 'florence@contoso.example', 'Florence Nightingale', '$argon2id$v=19$m=19456,t=2,p=1$4Glx8btulGuBw3mbPJneKg$31w0HFSoY+Wystzz7WeXT9YOuw4RhtMG0DEfjmd86U4', '2026-11-25 22:36:01.168665+00', '2026-11-25 22:36:01.168665+00'),
	('01a214da-0115-718d-a5d1-dd994ae4994e', 'ignaz@contoso.example', 'Ignaz Semmelweis', '$argon2id$v=19$m=19456,t=2,p=1$DTSF8lzJ6iBbvpI2U4wIBw$QceYoowvc/QvnOemiISjICjF44ImVUDSG6eegNkarBw', '2026-11-25 22:36:01.303204+00', '2026-11-25 22:36:01.303204+00');


--
-- Data for Name: widgets; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: events_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.events_seq_seq', 164, true);


--
-- Name: goose_db_version_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.goose_db_version_id_seq', 13, true);


--
-- Name: river_job_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.river_job_id_seq', 1, false);


--
-- Name: river_notification_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.river_notification_id_seq', 1, false);


--
-- Name: api_tokens api_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: conversations conversations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: cost_events cost_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost_events
    ADD CONSTRAINT cost_events_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (xid, seq);


--
-- Name: generations generations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: goose_db_version goose_db_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.goose_db_version
    ADD CONSTRAINT goose_db_version_pkey PRIMARY KEY (id);


--
-- Name: import_rows import_rows_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT import_rows_pkey PRIMARY KEY (tenant_id, import_id, n);


--
-- Name: imports imports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: invitations invitations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: knowledge_collections knowledge_collections_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_collections
    ADD CONSTRAINT knowledge_collections_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: knowledge_collections knowledge_collections_tenant_id_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_collections
    ADD CONSTRAINT knowledge_collections_tenant_id_name_key UNIQUE (tenant_id, name);


--
-- Name: knowledge_documents knowledge_documents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_documents
    ADD CONSTRAINT knowledge_documents_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: knowledge_passages knowledge_passages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_passages
    ADD CONSTRAINT knowledge_passages_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: knowledge_passages knowledge_passages_tenant_id_version_id_ordinal_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_passages
    ADD CONSTRAINT knowledge_passages_tenant_id_version_id_ordinal_key UNIQUE (tenant_id, version_id, ordinal);


--
-- Name: knowledge_postings knowledge_postings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_postings
    ADD CONSTRAINT knowledge_postings_pkey PRIMARY KEY (tenant_id, term, passage_id) INCLUDE (tf, length);


--
-- Name: knowledge_readers knowledge_readers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_readers
    ADD CONSTRAINT knowledge_readers_pkey PRIMARY KEY (tenant_id, collection_id, user_id);


--
-- Name: knowledge_stats knowledge_stats_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_stats
    ADD CONSTRAINT knowledge_stats_pkey PRIMARY KEY (tenant_id);


--
-- Name: knowledge_terms knowledge_terms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_terms
    ADD CONSTRAINT knowledge_terms_pkey PRIMARY KEY (tenant_id, term);


--
-- Name: knowledge_versions knowledge_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: knowledge_versions knowledge_versions_tenant_id_document_id_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_tenant_id_document_id_number_key UNIQUE (tenant_id, document_id, number);


--
-- Name: memberships memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (tenant_id, user_id);


--
-- Name: memberships memberships_tenant_id_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_tenant_id_id_key UNIQUE (tenant_id, id);


--
-- Name: message_sources message_sources_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_sources
    ADD CONSTRAINT message_sources_pkey PRIMARY KEY (tenant_id, message_id, number);


--
-- Name: messages messages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: messages messages_tenant_id_conversation_id_client_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_tenant_id_conversation_id_client_id_key UNIQUE (tenant_id, conversation_id, client_id);


--
-- Name: price_overrides price_overrides_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_overrides
    ADD CONSTRAINT price_overrides_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: price_overrides price_overrides_tenant_id_provider_model_effective_from_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_overrides
    ADD CONSTRAINT price_overrides_tenant_id_provider_model_effective_from_key UNIQUE (tenant_id, provider, model, effective_from);


--
-- Name: prices prices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.prices
    ADD CONSTRAINT prices_pkey PRIMARY KEY (provider, model, effective_from);


--
-- Name: river_job river_job_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_job
    ADD CONSTRAINT river_job_pkey PRIMARY KEY (id);


--
-- Name: river_leader river_leader_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_leader
    ADD CONSTRAINT river_leader_pkey PRIMARY KEY (name);


--
-- Name: river_migration river_migration_pkey1; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_migration
    ADD CONSTRAINT river_migration_pkey1 PRIMARY KEY (line, version);


--
-- Name: river_notification river_notification_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_notification
    ADD CONSTRAINT river_notification_pkey PRIMARY KEY (id);


--
-- Name: river_queue river_queue_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.river_queue
    ADD CONSTRAINT river_queue_pkey PRIMARY KEY (name);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id_hash);


--
-- Name: tenants tenants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);


--
-- Name: throttles throttles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (bucket);


--
-- Name: users users_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: widgets widgets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.widgets
    ADD CONSTRAINT widgets_pkey PRIMARY KEY (tenant_id, id);


--
-- Name: widgets widgets_tenant_id_public_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.widgets
    ADD CONSTRAINT widgets_tenant_id_public_id_key UNIQUE (tenant_id, public_id);


--
-- Name: api_tokens_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_tokens_expiry ON public.api_tokens USING btree (expires_at);


--
-- Name: api_tokens_hash; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX api_tokens_hash ON public.api_tokens USING btree (token_hash);


--
-- Name: api_tokens_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX api_tokens_user ON public.api_tokens USING btree (tenant_id, user_id, id);


--
-- Name: audit_log_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_log_at ON public.audit_log USING btree (tenant_id, at, id);


--
-- Name: audit_log_record; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_log_record ON public.audit_log USING btree (tenant_id, record_id, id);


--
-- Name: conversations_recent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX conversations_recent ON public.conversations USING btree (tenant_id, user_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL);


--
-- Name: cost_events_conversation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cost_events_conversation ON public.cost_events USING btree (tenant_id, conversation_id);


--
-- Name: cost_events_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cost_events_day ON public.cost_events USING btree (tenant_id, created_at DESC, id DESC);


--
-- Name: cost_events_generation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cost_events_generation ON public.cost_events USING btree (tenant_id, generation_id);


--
-- Name: cost_events_message; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cost_events_message ON public.cost_events USING btree (tenant_id, message_id);


--
-- Name: cost_events_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cost_events_user ON public.cost_events USING btree (tenant_id, user_id, created_at DESC);


--
-- Name: generations_lease; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX generations_lease ON public.generations USING btree (lease_until) WHERE (status = 'streaming'::public.message_status);


--
-- Name: generations_message; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX generations_message ON public.generations USING btree (tenant_id, message_id);


--
-- Name: generations_running; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX generations_running ON public.generations USING btree (tenant_id, conversation_id) WHERE (status = 'streaming'::public.message_status);


--
-- Name: generations_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX generations_user ON public.generations USING btree (tenant_id, user_id);


--
-- Name: import_rows_bad; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX import_rows_bad ON public.import_rows USING btree (tenant_id, import_id, n) WHERE (problems IS NOT NULL);


--
-- Name: imports_of_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX imports_of_person ON public.imports USING btree (tenant_id, user_id, resource, id);


--
-- Name: imports_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX imports_waiting ON public.imports USING btree (tenant_id, id) WHERE (state = ANY (ARRAY['checking'::text, 'importing'::text]));


--
-- Name: invitations_created_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invitations_created_by ON public.invitations USING btree (tenant_id, created_by);


--
-- Name: invitations_token; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX invitations_token ON public.invitations USING btree (token_hash);


--
-- Name: knowledge_collections_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_collections_name ON public.knowledge_collections USING btree (tenant_id, name, id);


--
-- Name: knowledge_collections_updated; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_collections_updated ON public.knowledge_collections USING btree (tenant_id, updated_at, id);


--
-- Name: knowledge_documents_collection; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_documents_collection ON public.knowledge_documents USING btree (tenant_id, collection_id);


--
-- Name: knowledge_documents_recent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_documents_recent ON public.knowledge_documents USING btree (tenant_id, updated_at DESC, id DESC);


--
-- Name: knowledge_documents_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_documents_user ON public.knowledge_documents USING btree (tenant_id, user_id);


--
-- Name: knowledge_passages_document; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_passages_document ON public.knowledge_passages USING btree (tenant_id, document_id, version_id, ordinal);


--
-- Name: knowledge_readers_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_readers_user ON public.knowledge_readers USING btree (tenant_id, user_id);


--
-- Name: knowledge_versions_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_versions_name ON public.knowledge_versions USING btree (tenant_id, file_name);


--
-- Name: knowledge_versions_sha256; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX knowledge_versions_sha256 ON public.knowledge_versions USING btree (tenant_id, sha256);


--
-- Name: memberships_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_user ON public.memberships USING btree (user_id, tenant_id);


--
-- Name: message_sources_document; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_sources_document ON public.message_sources USING btree (tenant_id, document_id);


--
-- Name: messages_page; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_page ON public.messages USING btree (tenant_id, conversation_id, id DESC);


--
-- Name: messages_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX messages_user ON public.messages USING btree (tenant_id, user_id);


--
-- Name: price_overrides_from; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX price_overrides_from ON public.price_overrides USING btree (tenant_id, effective_from, id);


--
-- Name: price_overrides_model; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX price_overrides_model ON public.price_overrides USING btree (tenant_id, model, id);


--
-- Name: river_job_args_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_args_index ON public.river_job USING gin (args);


--
-- Name: river_job_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_kind ON public.river_job USING btree (kind);


--
-- Name: river_job_metadata_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_metadata_index ON public.river_job USING gin (metadata);


--
-- Name: river_job_prioritized_fetching_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_prioritized_fetching_index ON public.river_job USING btree (state, queue, priority, scheduled_at, id);


--
-- Name: river_job_state_and_finalized_at_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_job_state_and_finalized_at_index ON public.river_job USING btree (state, finalized_at) WHERE (finalized_at IS NOT NULL);


--
-- Name: river_job_unique_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX river_job_unique_idx ON public.river_job USING btree (unique_key) WHERE ((unique_key IS NOT NULL) AND (unique_states IS NOT NULL) AND public.river_job_state_in_bitmask(unique_states, state));


--
-- Name: river_notification_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_notification_created_at_idx ON public.river_notification USING btree (created_at);


--
-- Name: river_notification_topic_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX river_notification_topic_id_idx ON public.river_notification USING btree (topic, id);


--
-- Name: sessions_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);


--
-- Name: sessions_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_user ON public.sessions USING btree (user_id);


--
-- Name: throttles_reset; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX throttles_reset ON public.throttles USING btree (resets_at);


--
-- Name: widgets_active; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX widgets_active ON public.widgets USING btree (tenant_id, active, id) WHERE (deleted_at IS NULL);


--
-- Name: widgets_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX widgets_created ON public.widgets USING btree (tenant_id, created_at, id) WHERE (deleted_at IS NULL);


--
-- Name: widgets_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX widgets_name ON public.widgets USING btree (tenant_id, name, id) WHERE (deleted_at IS NULL);


--
-- Name: widgets_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX widgets_search ON public.widgets USING gin (name public.gin_trgm_ops, greeting public.gin_trgm_ops);


--
-- Name: widgets_trash; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX widgets_trash ON public.widgets USING btree (tenant_id, deleted_at, id) WHERE (deleted_at IS NOT NULL);


--
-- Name: widgets_updated; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX widgets_updated ON public.widgets USING btree (tenant_id, updated_at, id) WHERE (deleted_at IS NULL);


--
-- Name: conversations conversations_event_created; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER conversations_event_created AFTER INSERT ON public.conversations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('created');


--
-- Name: conversations conversations_event_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER conversations_event_deleted AFTER DELETE ON public.conversations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('deleted');


--
-- Name: conversations conversations_event_updated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER conversations_event_updated AFTER UPDATE ON public.conversations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('updated');


--
-- Name: conversations conversations_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER conversations_touch BEFORE UPDATE ON public.conversations FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: imports imports_event_created; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER imports_event_created AFTER INSERT ON public.imports REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('created');


--
-- Name: imports imports_event_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER imports_event_deleted AFTER DELETE ON public.imports REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('deleted');


--
-- Name: imports imports_event_updated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER imports_event_updated AFTER UPDATE ON public.imports REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('updated');


--
-- Name: imports imports_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER imports_touch BEFORE UPDATE ON public.imports FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: knowledge_collections knowledge_collections_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER knowledge_collections_touch BEFORE UPDATE ON public.knowledge_collections FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: knowledge_documents knowledge_documents_event_created; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER knowledge_documents_event_created AFTER INSERT ON public.knowledge_documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('created');


--
-- Name: knowledge_documents knowledge_documents_event_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER knowledge_documents_event_deleted AFTER DELETE ON public.knowledge_documents REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('deleted');


--
-- Name: knowledge_documents knowledge_documents_event_updated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER knowledge_documents_event_updated AFTER UPDATE ON public.knowledge_documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('updated');


--
-- Name: knowledge_documents knowledge_documents_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER knowledge_documents_touch BEFORE UPDATE ON public.knowledge_documents FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: memberships memberships_audit_created; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER memberships_audit_created AFTER INSERT ON public.memberships REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{user_id,role}', '{}', '', 'user_id');


--
-- Name: memberships memberships_audit_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER memberships_audit_deleted AFTER DELETE ON public.memberships REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{user_id,role}', '{}', '', 'user_id');


--
-- Name: memberships memberships_audit_updated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER memberships_audit_updated AFTER UPDATE ON public.memberships REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{user_id,role}', '{}', '', 'user_id');


--
-- Name: messages messages_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER messages_touch BEFORE UPDATE ON public.messages FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: price_overrides price_overrides_audit_created; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER price_overrides_audit_created AFTER INSERT ON public.price_overrides REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{provider,model,effective_from,input,cached_input,cache_write,output,note}', '{}', '', 'model');


--
-- Name: price_overrides price_overrides_audit_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER price_overrides_audit_deleted AFTER DELETE ON public.price_overrides REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{provider,model,effective_from,input,cached_input,cache_write,output,note}', '{}', '', 'model');


--
-- Name: price_overrides price_overrides_audit_updated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER price_overrides_audit_updated AFTER UPDATE ON public.price_overrides REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{provider,model,effective_from,input,cached_input,cache_write,output,note}', '{}', '', 'model');


--
-- Name: price_overrides price_overrides_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER price_overrides_touch BEFORE UPDATE ON public.price_overrides FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: tenants tenants_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tenants_touch BEFORE UPDATE ON public.tenants FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: users users_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER users_touch BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: widgets widgets_audit_created; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER widgets_audit_created AFTER INSERT ON public.widgets REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{name,public_id,allowed_origins,greeting,colour,active,config}', '{}', 'deleted_at', 'name');


--
-- Name: widgets widgets_audit_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER widgets_audit_deleted AFTER DELETE ON public.widgets REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{name,public_id,allowed_origins,greeting,colour,active,config}', '{}', 'deleted_at', 'name');


--
-- Name: widgets widgets_audit_updated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER widgets_audit_updated AFTER UPDATE ON public.widgets REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_change('{name,public_id,allowed_origins,greeting,colour,active,config}', '{}', 'deleted_at', 'name');


--
-- Name: widgets widgets_event_created; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER widgets_event_created AFTER INSERT ON public.widgets REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('created');


--
-- Name: widgets widgets_event_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER widgets_event_deleted AFTER DELETE ON public.widgets REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('deleted');


--
-- Name: widgets widgets_event_updated; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER widgets_event_updated AFTER UPDATE ON public.widgets REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.record_event('updated');


--
-- Name: widgets widgets_touch; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER widgets_touch BEFORE UPDATE ON public.widgets FOR EACH ROW EXECUTE FUNCTION public.touch_updated_at();


--
-- Name: api_tokens api_tokens_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: api_tokens api_tokens_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_tokens
    ADD CONSTRAINT api_tokens_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: audit_log audit_log_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: conversations conversations_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: conversations conversations_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: cost_events cost_events_tenant_id_conversation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost_events
    ADD CONSTRAINT cost_events_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES public.conversations(tenant_id, id) ON DELETE SET NULL (conversation_id);


--
-- Name: cost_events cost_events_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost_events
    ADD CONSTRAINT cost_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: cost_events cost_events_tenant_id_generation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost_events
    ADD CONSTRAINT cost_events_tenant_id_generation_id_fkey FOREIGN KEY (tenant_id, generation_id) REFERENCES public.generations(tenant_id, id) ON DELETE SET NULL (generation_id);


--
-- Name: cost_events cost_events_tenant_id_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost_events
    ADD CONSTRAINT cost_events_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES public.messages(tenant_id, id) ON DELETE SET NULL (message_id);


--
-- Name: cost_events cost_events_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cost_events
    ADD CONSTRAINT cost_events_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE SET NULL (user_id);


--
-- Name: generations generations_tenant_id_conversation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES public.conversations(tenant_id, id) ON DELETE CASCADE;


--
-- Name: generations generations_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: generations generations_tenant_id_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES public.messages(tenant_id, id) ON DELETE CASCADE;


--
-- Name: generations generations_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.generations
    ADD CONSTRAINT generations_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE SET NULL (user_id);


--
-- Name: import_rows import_rows_tenant_id_import_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_rows
    ADD CONSTRAINT import_rows_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES public.imports(tenant_id, id) ON DELETE CASCADE;


--
-- Name: imports imports_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: imports imports_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: invitations invitations_accepted_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES public.users(id) ON DELETE SET NULL;


--
-- Name: invitations invitations_tenant_id_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: invitations invitations_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_collections knowledge_collections_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_collections
    ADD CONSTRAINT knowledge_collections_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_documents knowledge_documents_tenant_id_collection_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_documents
    ADD CONSTRAINT knowledge_documents_tenant_id_collection_id_fkey FOREIGN KEY (tenant_id, collection_id) REFERENCES public.knowledge_collections(tenant_id, id);


--
-- Name: knowledge_documents knowledge_documents_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_documents
    ADD CONSTRAINT knowledge_documents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_documents knowledge_documents_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_documents
    ADD CONSTRAINT knowledge_documents_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE SET NULL (user_id);


--
-- Name: knowledge_passages knowledge_passages_tenant_id_document_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_passages
    ADD CONSTRAINT knowledge_passages_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES public.knowledge_documents(tenant_id, id) ON DELETE CASCADE;


--
-- Name: knowledge_passages knowledge_passages_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_passages
    ADD CONSTRAINT knowledge_passages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_passages knowledge_passages_tenant_id_version_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_passages
    ADD CONSTRAINT knowledge_passages_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES public.knowledge_versions(tenant_id, id) ON DELETE CASCADE;


--
-- Name: knowledge_postings knowledge_postings_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_postings
    ADD CONSTRAINT knowledge_postings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_readers knowledge_readers_tenant_id_collection_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_readers
    ADD CONSTRAINT knowledge_readers_tenant_id_collection_id_fkey FOREIGN KEY (tenant_id, collection_id) REFERENCES public.knowledge_collections(tenant_id, id) ON DELETE CASCADE;


--
-- Name: knowledge_readers knowledge_readers_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_readers
    ADD CONSTRAINT knowledge_readers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_readers knowledge_readers_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_readers
    ADD CONSTRAINT knowledge_readers_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: knowledge_stats knowledge_stats_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_stats
    ADD CONSTRAINT knowledge_stats_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_terms knowledge_terms_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_terms
    ADD CONSTRAINT knowledge_terms_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: knowledge_versions knowledge_versions_tenant_id_document_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES public.knowledge_documents(tenant_id, id) ON DELETE CASCADE;


--
-- Name: knowledge_versions knowledge_versions_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.knowledge_versions
    ADD CONSTRAINT knowledge_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: memberships memberships_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: memberships memberships_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: message_sources message_sources_tenant_id_document_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_sources
    ADD CONSTRAINT message_sources_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES public.knowledge_documents(tenant_id, id) ON DELETE SET NULL (document_id);


--
-- Name: message_sources message_sources_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_sources
    ADD CONSTRAINT message_sources_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: message_sources message_sources_tenant_id_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_sources
    ADD CONSTRAINT message_sources_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES public.messages(tenant_id, id) ON DELETE CASCADE;


--
-- Name: messages messages_tenant_id_conversation_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES public.conversations(tenant_id, id) ON DELETE CASCADE;


--
-- Name: messages messages_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: messages messages_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE SET NULL (user_id);


--
-- Name: price_overrides price_overrides_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.price_overrides
    ADD CONSTRAINT price_overrides_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: sessions sessions_tenant_id_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES public.memberships(tenant_id, user_id) ON DELETE CASCADE;


--
-- Name: sessions sessions_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;


--
-- Name: widgets widgets_tenant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.widgets
    ADD CONSTRAINT widgets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id) ON DELETE CASCADE;


--
-- Name: api_tokens; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.api_tokens ENABLE ROW LEVEL SECURITY;

--
-- Name: api_tokens api_tokens_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY api_tokens_system ON public.api_tokens TO stoa_system USING (true) WITH CHECK (true);


--
-- Name: api_tokens api_tokens_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY api_tokens_tenant ON public.api_tokens TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: audit_log; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_log ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_log audit_log_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_log_system ON public.audit_log FOR INSERT TO stoa_system WITH CHECK ((pg_trigger_depth() > 0));


--
-- Name: audit_log audit_log_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_log_tenant ON public.audit_log FOR SELECT TO stoa_app USING ((tenant_id = public.app_tenant()));


--
-- Name: audit_log audit_log_written; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY audit_log_written ON public.audit_log FOR INSERT TO stoa_app WITH CHECK (((tenant_id = public.app_tenant()) AND (pg_trigger_depth() > 0)));


--
-- Name: conversations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.conversations ENABLE ROW LEVEL SECURITY;

--
-- Name: conversations conversations_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY conversations_tenant ON public.conversations TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: cost_events; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.cost_events ENABLE ROW LEVEL SECURITY;

--
-- Name: cost_events cost_events_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY cost_events_tenant ON public.cost_events TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: events; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;

--
-- Name: events events_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY events_system ON public.events TO stoa_system USING (true) WITH CHECK ((pg_trigger_depth() > 0));


--
-- Name: events events_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY events_tenant ON public.events FOR INSERT TO stoa_app WITH CHECK (((tenant_id = public.app_tenant()) AND (pg_trigger_depth() > 0)));


--
-- Name: generations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.generations ENABLE ROW LEVEL SECURITY;

--
-- Name: generations generations_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY generations_system ON public.generations FOR SELECT TO stoa_system USING (true);


--
-- Name: generations generations_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY generations_tenant ON public.generations TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: import_rows; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.import_rows ENABLE ROW LEVEL SECURITY;

--
-- Name: import_rows import_rows_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY import_rows_tenant ON public.import_rows TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: imports; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.imports ENABLE ROW LEVEL SECURITY;

--
-- Name: imports imports_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY imports_system ON public.imports FOR SELECT TO stoa_system USING (true);


--
-- Name: imports imports_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY imports_tenant ON public.imports TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: invitations; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.invitations ENABLE ROW LEVEL SECURITY;

--
-- Name: invitations invitations_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY invitations_system ON public.invitations TO stoa_system USING (true) WITH CHECK (true);


--
-- Name: invitations invitations_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY invitations_tenant ON public.invitations TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_collections; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_collections ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_collections knowledge_collections_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_collections_tenant ON public.knowledge_collections TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_documents; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_documents ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_documents knowledge_documents_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_documents_tenant ON public.knowledge_documents TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_passages; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_passages ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_passages knowledge_passages_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_passages_tenant ON public.knowledge_passages TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_postings; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_postings ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_postings knowledge_postings_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_postings_tenant ON public.knowledge_postings TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_readers; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_readers ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_readers knowledge_readers_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_readers_tenant ON public.knowledge_readers TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_stats; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_stats ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_stats knowledge_stats_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_stats_tenant ON public.knowledge_stats TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_terms; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_terms ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_terms knowledge_terms_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_terms_tenant ON public.knowledge_terms TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: knowledge_versions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.knowledge_versions ENABLE ROW LEVEL SECURITY;

--
-- Name: knowledge_versions knowledge_versions_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY knowledge_versions_tenant ON public.knowledge_versions TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: memberships; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.memberships ENABLE ROW LEVEL SECURITY;

--
-- Name: memberships memberships_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY memberships_system ON public.memberships TO stoa_system USING (true) WITH CHECK (true);


--
-- Name: memberships memberships_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY memberships_tenant ON public.memberships TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: message_sources; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.message_sources ENABLE ROW LEVEL SECURITY;

--
-- Name: message_sources message_sources_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY message_sources_tenant ON public.message_sources TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: messages; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.messages ENABLE ROW LEVEL SECURITY;

--
-- Name: messages messages_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY messages_tenant ON public.messages TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: price_overrides; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.price_overrides ENABLE ROW LEVEL SECURITY;

--
-- Name: price_overrides price_overrides_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY price_overrides_tenant ON public.price_overrides TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: sessions; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;

--
-- Name: sessions sessions_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY sessions_system ON public.sessions TO stoa_system USING (true) WITH CHECK (true);


--
-- Name: tenants; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tenants ENABLE ROW LEVEL SECURITY;

--
-- Name: tenants tenants_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenants_system ON public.tenants TO stoa_system USING (true) WITH CHECK (true);


--
-- Name: tenants tenants_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY tenants_tenant ON public.tenants TO stoa_app USING ((id = public.app_tenant())) WITH CHECK ((id = public.app_tenant()));


--
-- Name: throttles; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.throttles ENABLE ROW LEVEL SECURITY;

--
-- Name: throttles throttles_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY throttles_system ON public.throttles TO stoa_system USING (true) WITH CHECK (true);


--
-- Name: users; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

--
-- Name: users users_system; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY users_system ON public.users TO stoa_system USING (true) WITH CHECK (true);


--
-- Name: users users_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY users_tenant ON public.users FOR SELECT TO stoa_app USING ((EXISTS ( SELECT
   FROM public.memberships m
  WHERE ((m.tenant_id = public.app_tenant()) AND (m.user_id = users.id)))));


--
-- Name: widgets; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.widgets ENABLE ROW LEVEL SECURITY;

--
-- Name: widgets widgets_tenant; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY widgets_tenant ON public.widgets TO stoa_app USING ((tenant_id = public.app_tenant())) WITH CHECK ((tenant_id = public.app_tenant()));


--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA public TO stoa_app;
GRANT USAGE ON SCHEMA public TO stoa_system;


--
-- Name: FUNCTION app_tenant(); Type: ACL; Schema: public; Owner: -
--

GRANT ALL ON FUNCTION public.app_tenant() TO stoa_app;
GRANT ALL ON FUNCTION public.app_tenant() TO stoa_system;


--
-- Name: TABLE api_tokens; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.api_tokens TO stoa_app;
GRANT SELECT,DELETE ON TABLE public.api_tokens TO stoa_system;


--
-- Name: COLUMN api_tokens.last_used_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(last_used_at) ON TABLE public.api_tokens TO stoa_system;


--
-- Name: TABLE audit_log; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_log TO stoa_app;


--
-- Name: COLUMN audit_log.tenant_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(tenant_id) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(tenant_id) ON TABLE public.audit_log TO stoa_system;


--
-- Name: COLUMN audit_log.person; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(person) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(person) ON TABLE public.audit_log TO stoa_system;


--
-- Name: COLUMN audit_log.person_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(person_id) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(person_id) ON TABLE public.audit_log TO stoa_system;


--
-- Name: COLUMN audit_log.action; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(action) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(action) ON TABLE public.audit_log TO stoa_system;


--
-- Name: COLUMN audit_log.record; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(record) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(record) ON TABLE public.audit_log TO stoa_system;


--
-- Name: COLUMN audit_log.record_table; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(record_table) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(record_table) ON TABLE public.audit_log TO stoa_system;


--
-- Name: COLUMN audit_log.record_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(record_id) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(record_id) ON TABLE public.audit_log TO stoa_system;


--
-- Name: COLUMN audit_log.changes; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(changes) ON TABLE public.audit_log TO stoa_app;
GRANT INSERT(changes) ON TABLE public.audit_log TO stoa_system;


--
-- Name: TABLE conversations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conversations TO stoa_app;


--
-- Name: TABLE cost_events; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cost_events TO stoa_app;


--
-- Name: TABLE events; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,DELETE ON TABLE public.events TO stoa_system;


--
-- Name: COLUMN events.tenant_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(tenant_id) ON TABLE public.events TO stoa_app;
GRANT INSERT(tenant_id) ON TABLE public.events TO stoa_system;


--
-- Name: COLUMN events.topic; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(topic) ON TABLE public.events TO stoa_app;
GRANT INSERT(topic) ON TABLE public.events TO stoa_system;


--
-- Name: COLUMN events.op; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(op) ON TABLE public.events TO stoa_app;
GRANT INSERT(op) ON TABLE public.events TO stoa_system;


--
-- Name: COLUMN events.row_id; Type: ACL; Schema: public; Owner: -
--

GRANT INSERT(row_id) ON TABLE public.events TO stoa_app;
GRANT INSERT(row_id) ON TABLE public.events TO stoa_system;


--
-- Name: TABLE generations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.generations TO stoa_app;
GRANT SELECT ON TABLE public.generations TO stoa_system;


--
-- Name: TABLE import_rows; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_rows TO stoa_app;


--
-- Name: TABLE imports; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports TO stoa_app;


--
-- Name: COLUMN imports.tenant_id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(tenant_id) ON TABLE public.imports TO stoa_system;


--
-- Name: COLUMN imports.state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(state) ON TABLE public.imports TO stoa_system;


--
-- Name: COLUMN imports.updated_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(updated_at) ON TABLE public.imports TO stoa_system;


--
-- Name: TABLE invitations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.invitations TO stoa_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.invitations TO stoa_system;


--
-- Name: TABLE knowledge_collections; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_collections TO stoa_app;


--
-- Name: TABLE knowledge_documents; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_documents TO stoa_app;


--
-- Name: TABLE knowledge_passages; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_passages TO stoa_app;


--
-- Name: TABLE knowledge_postings; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_postings TO stoa_app;


--
-- Name: TABLE knowledge_readers; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_readers TO stoa_app;


--
-- Name: TABLE knowledge_stats; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_stats TO stoa_app;


--
-- Name: TABLE knowledge_terms; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_terms TO stoa_app;


--
-- Name: TABLE knowledge_versions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_versions TO stoa_app;


--
-- Name: TABLE memberships; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,DELETE ON TABLE public.memberships TO stoa_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memberships TO stoa_system;


--
-- Name: COLUMN memberships.role; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(role) ON TABLE public.memberships TO stoa_app;


--
-- Name: TABLE message_sources; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message_sources TO stoa_app;


--
-- Name: TABLE messages; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.messages TO stoa_app;


--
-- Name: TABLE price_overrides; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.price_overrides TO stoa_app;


--
-- Name: TABLE prices; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.prices TO stoa_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.prices TO stoa_system;


--
-- Name: TABLE river_job; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.river_job TO stoa_system;


--
-- Name: SEQUENCE river_job_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.river_job_id_seq TO stoa_system;


--
-- Name: TABLE river_leader; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.river_leader TO stoa_system;


--
-- Name: TABLE river_migration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.river_migration TO stoa_system;


--
-- Name: TABLE river_notification; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.river_notification TO stoa_system;


--
-- Name: SEQUENCE river_notification_id_seq; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,USAGE ON SEQUENCE public.river_notification_id_seq TO stoa_system;


--
-- Name: TABLE river_queue; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.river_queue TO stoa_system;


--
-- Name: TABLE sessions; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO stoa_system;


--
-- Name: TABLE tenants; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,UPDATE ON TABLE public.tenants TO stoa_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tenants TO stoa_system;


--
-- Name: TABLE throttles; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.throttles TO stoa_system;


--
-- Name: TABLE users; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.users TO stoa_system;


--
-- Name: COLUMN users.id; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(id) ON TABLE public.users TO stoa_app;


--
-- Name: COLUMN users.email; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(email) ON TABLE public.users TO stoa_app;


--
-- Name: COLUMN users.name; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(name) ON TABLE public.users TO stoa_app;


--
-- Name: COLUMN users.created_at; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT(created_at) ON TABLE public.users TO stoa_app;


--
-- Name: TABLE widgets; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.widgets TO stoa_app;


--
-- PostgreSQL database dump complete
--


