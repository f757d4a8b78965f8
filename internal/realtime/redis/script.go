package redis

import goredis "github.com/redis/go-redis/v9"

// How long Redis keeps a text nobody appends to, and one that has ended, for whoever is just reading it.
const (
	keepSeconds  = 600
	endedSeconds = 60
)

// openText makes the empty or kept text of a generation, once.
var openText = goredis.NewScript(`
if redis.call('EXISTS', KEYS[1], KEYS[2]) > 0 then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1`)

// appendText adds a piece at its offset and tells who listens, as one step. A piece at 0 replaces the text. Anything else
// that does not begin where the text ends changes nothing; the length is the answer in each case.
var appendText = goredis.NewScript(`
local length = redis.call('STRLEN', KEYS[1])
local offset = tonumber(ARGV[1])
if offset == 0 then
  redis.call('SET', KEYS[1], ARGV[2])
elseif offset == length then
  redis.call('APPEND', KEYS[1], ARGV[2])
else
  return length
end
length = offset + #ARGV[2]
if #ARGV[2] > 0 then redis.call('PUBLISH', ARGV[3], ARGV[1] .. ' ' .. ARGV[2]) end
if ARGV[4] == '1' then
  redis.call('SET', KEYS[2], length, 'EX', ARGV[6])
  redis.call('EXPIRE', KEYS[1], ARGV[6])
  redis.call('PUBLISH', ARGV[3], tostring(length))
else
  redis.call('EXPIRE', KEYS[1], ARGV[5])
end
return length`)
