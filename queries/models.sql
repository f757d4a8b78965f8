-- Prices that a company pays by contracts of its own.

-- name: FindPriceOverride :one
-- In nano-USD for one million tokens, like the public prices.
SELECT (input * 1000000000)::bigint AS input, (coalesce(cached_input, input) * 1000000000)::bigint AS cached_input,
       (coalesce(cache_write, input) * 1000000000)::bigint AS cache_write, (output * 1000000000)::bigint AS output,
       ('own ' || effective_from)::text AS version
FROM price_overrides
WHERE tenant_id = @tenant_id AND provider = @provider AND model = @model AND effective_from <= @day::date
ORDER BY effective_from DESC
LIMIT 1;
