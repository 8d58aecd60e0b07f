"""``make proof``: what takes long, or needs root, and is therefore no test of every day."""
