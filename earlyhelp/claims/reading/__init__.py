"""Files made into lines that know where they stand. Comes in: a path. Goes out: lines, or a sentence saying why not."""
