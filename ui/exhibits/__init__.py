"""Files that somebody brings on a stick: played, taken in, checked."""
