"""Evidence: packages that a court can check without us."""
