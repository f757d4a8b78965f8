package emit

// walls counts the ways in which each generated query is attacked: by its filter alone, by row-level security alone.
const walls = 2
