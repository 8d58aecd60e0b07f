"""What differs between Linux and Windows, and nothing else."""
