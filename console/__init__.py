"""The verbs of the station: services, engine, command line.  No Qt."""
