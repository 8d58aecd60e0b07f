"""The log's page: searched, verified, exported."""
