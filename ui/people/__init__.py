"""Members of the self-management teams: who answers for a cluster, calls, and their lists."""
