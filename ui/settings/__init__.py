"""The settings page: whose station it is, and its habits."""
