"""The pages of cases (Vụ việc): inbox, morning, list, search, and the incident itself."""
