package emit

// walls are the ways in which tests/isolation attacks each generated query: by its filter alone, by row-level security alone.
const walls = 2
