"""Evidence: requests, packages, and what is chosen of one before it is made."""
