"""One file per measure, in a folder per theme; each holds one MEASURE."""
