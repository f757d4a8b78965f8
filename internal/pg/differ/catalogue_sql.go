package differ

// ours are the relations of the schema: not those of goose, River and extensions.
const ours = `ours AS (
  SELECT c.oid, c.relname::text AS name, quote_ident(c.relname) AS q, c.relkind, c.reloptions, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^(goose|river)_'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
), tables AS (SELECT * FROM ours WHERE relkind IN ('r', 'p')
), functions AS (
  SELECT p.oid, p.oid::regprocedure::text AS name, p.proowner, p.proacl, p.prokind FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace AND p.proname !~ '^(goose|river)_' AND p.prokind <> 'a'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e')
), types AS (
  SELECT t.oid, quote_ident(t.typname) AS q, t.typtype FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd')
    AND t.typname !~ '^river_' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.classid = 'pg_type'::regclass AND d.deptype = 'e')
)`

// objectsSQL lists what is made and dropped whole, in the order in which it was made.
const objectsSQL = `WITH ` + ours + `
, all_objects AS (
SELECT 'extension' AS kind, extname::text AS name, '' AS tab, '' AS target, oid::bigint AS made,
  format('CREATE EXTENSION IF NOT EXISTS %I', extname) AS make, format('DROP EXTENSION %I', extname) AS unmake
FROM pg_extension WHERE extname <> 'plpgsql'
UNION ALL
SELECT 'function', name, '', '', oid::bigint, rtrim(pg_get_functiondef(oid), E'\n'), 'DROP FUNCTION ' || name FROM functions
UNION ALL
SELECT CASE n.contype WHEN 'f' THEN 'foreign key' ELSE 'constraint' END, o.name || '.' || n.conname, o.name,
  coalesce((SELECT f.name FROM ours f WHERE f.oid = n.confrelid), ''), n.oid::bigint,
  format('ALTER TABLE %s ADD CONSTRAINT %I %s', o.q, n.conname, pg_get_constraintdef(n.oid)),
  format('ALTER TABLE %s DROP CONSTRAINT %I', o.q, n.conname)
FROM pg_constraint n JOIN tables o ON o.oid = n.conrelid WHERE n.contype IN ('c', 'p', 'u', 'x', 'f') AND n.coninhcount = 0
UNION ALL
SELECT 'index', c.relname, o.name, '', c.oid::bigint, pg_get_indexdef(c.oid), format('DROP INDEX %I', c.relname)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN ours o ON o.oid = i.indrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint n WHERE n.conindid = c.oid AND n.conrelid = o.oid AND n.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'view', name, '', '', oid::bigint,
  format('CREATE %sVIEW %s%s AS%s', CASE relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, q, ' WITH (' || array_to_string(reloptions, ', ') || ')',
    E'\n' || rtrim(pg_get_viewdef(oid), ';')),
  format('DROP %sVIEW %s', CASE relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, q)
FROM ours WHERE relkind IN ('v', 'm')
UNION ALL
SELECT 'trigger', o.name || '.' || t.tgname, o.name, '', t.oid::bigint, pg_get_triggerdef(t.oid), format('DROP TRIGGER %I ON %s', t.tgname, o.q)
FROM pg_trigger t JOIN ours o ON o.oid = t.tgrelid WHERE NOT t.tgisinternal
UNION ALL
SELECT 'security', name || ' enabled', name, '', 0, format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', q), format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', q)
FROM tables WHERE relrowsecurity
UNION ALL
SELECT 'security', name || ' forced', name, '', 1, format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', q), format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', q)
FROM tables WHERE relforcerowsecurity
UNION ALL
SELECT 'policy', o.name || '.' || p.polname, o.name, '', p.oid::bigint,
  format('CREATE POLICY %I ON %s%s FOR %s TO %s', p.polname, o.q, CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END,
    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
    (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE r::regrole::text END, ', ' ORDER BY r::regrole::text) FROM unnest(p.polroles) AS r))
    || coalesce(E'\n  USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
    || coalesce(E'\n  WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''),
  format('DROP POLICY %I ON %s', p.polname, o.q)
FROM pg_policy p JOIN tables o ON o.oid = p.polrelid
UNION ALL
SELECT 'grant', o.name || ' to ' || a.grantee, o.name, '', 0,
  format('GRANT %s ON %s TO %s', string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type), o.q, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END),
  format('REVOKE ALL ON %s FROM %s', o.q, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
FROM ours o, aclexplode(o.relacl) AS a WHERE a.grantee <> o.relowner AND o.relkind IN ('r', 'p', 'v', 'm') GROUP BY o.name, o.q, a.grantee
UNION ALL
SELECT 'grant', format('%s columns %s to %s', o.name, a.privilege_type, a.grantee), o.name, '', 1,
  format('GRANT %s (%s) ON %s TO %s', a.privilege_type, string_agg(quote_ident(t.attname), ', ' ORDER BY t.attname), o.q, a.grantee::regrole),
  format('REVOKE %s (%s) ON %s FROM %s', a.privilege_type, string_agg(quote_ident(t.attname), ', ' ORDER BY t.attname), o.q, a.grantee::regrole)
FROM ours o JOIN pg_attribute t ON t.attrelid = o.oid AND NOT t.attisdropped, aclexplode(t.attacl) AS a GROUP BY o.name, o.q, a.privilege_type, a.grantee
UNION ALL
SELECT 'grant', f.name || ' to ' || a.grantee, '', '', 2, format('GRANT EXECUTE ON FUNCTION %s TO %s', f.name, a.grantee::regrole),
  format('REVOKE EXECUTE ON FUNCTION %s FROM %s', f.name, a.grantee::regrole)
FROM functions f, aclexplode(f.proacl) AS a WHERE a.grantee NOT IN (0, f.proowner)
UNION ALL
SELECT 'grant', 'schema to ' || a.grantee, '', '', 3, format('GRANT %s ON SCHEMA public TO %s', a.privilege_type, a.grantee::regrole),
  format('REVOKE %s ON SCHEMA public FROM %s', a.privilege_type, a.grantee::regrole)
FROM pg_namespace n, aclexplode(n.nspacl) AS a WHERE n.nspname = 'public' AND a.grantee NOT IN (0, n.nspowner)
UNION ALL
SELECT 'comment', what, '', '', 0, format('COMMENT ON %s IS %L', what, description), format('COMMENT ON %s IS NULL', what)
FROM (
  SELECT d.description, CASE
    WHEN d.classoid = 'pg_class'::regclass AND d.objsubid > 0 THEN format('COLUMN %s.%I', o.q, a.attname)
    WHEN d.classoid = 'pg_class'::regclass THEN
      CASE o.relkind WHEN 'v' THEN 'VIEW ' WHEN 'm' THEN 'MATERIALIZED VIEW ' WHEN 'i' THEN 'INDEX ' WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || o.q
    WHEN d.classoid = 'pg_type'::regclass THEN CASE y.typtype WHEN 'd' THEN 'DOMAIN ' ELSE 'TYPE ' END || y.q
    WHEN d.classoid = 'pg_proc'::regclass THEN 'FUNCTION ' || f.name
    WHEN d.classoid = 'pg_constraint'::regclass THEN format('CONSTRAINT %I ON %s', n.conname, c.q)
  END AS what
  FROM pg_description d
  LEFT JOIN ours o ON d.classoid = 'pg_class'::regclass AND o.oid = d.objoid
  LEFT JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.objsubid AND d.objsubid > 0
  LEFT JOIN types y ON d.classoid = 'pg_type'::regclass AND y.oid = d.objoid
  LEFT JOIN functions f ON d.classoid = 'pg_proc'::regclass AND f.oid = d.objoid
  LEFT JOIN pg_constraint n ON d.classoid = 'pg_constraint'::regclass AND n.oid = d.objoid
  LEFT JOIN tables c ON c.oid = n.conrelid
) AS x WHERE what IS NOT NULL
)
SELECT kind, name, tab, target, make, unmake FROM all_objects ORDER BY kind, made, name`

const tablesSQL = `WITH ` + ours + `
SELECT name, coalesce(array_to_string(reloptions, ', '), ''), relkind = 'p' FROM tables ORDER BY oid`

const columnsSQL = `WITH ` + ours + `
SELECT o.name, a.attname::text, format_type(a.atttypid, a.atttypmod),
  CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text ELSE '' END,
  coalesce(pg_get_expr(d.adbin, d.adrelid), ''),
  CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' ELSE '' END,
  CASE WHEN a.attstorage = t.typstorage THEN '' ELSE CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
  a.attnotnull, a.attgenerated <> '', a.attnum::int
FROM tables o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = o.oid AND d.adnum = a.attnum
ORDER BY o.name, a.attnum`

const enumsSQL = `WITH ` + ours + `
SELECT t.typname::text, array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
FROM types y JOIN pg_type t ON t.oid = y.oid JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.oid, t.typname ORDER BY t.oid`

const domainsSQL = `WITH ` + ours + `
SELECT t.typname::text, format_type(t.typbasetype, t.typtypmod), coalesce(t.typdefault, ''), t.typnotnull,
  coalesce((SELECT array_agg(pg_get_constraintdef(n.oid) ORDER BY n.conname) FROM pg_constraint n WHERE n.contypid = t.oid AND n.contype = 'c'), '{}'),
  coalesce((SELECT array_agg(n.conname::text ORDER BY n.conname) FROM pg_constraint n WHERE n.contypid = t.oid AND n.contype = 'c'), '{}')
FROM types y JOIN pg_type t ON t.oid = y.oid WHERE t.typtype = 'd' ORDER BY t.oid`
