"""The demo ward: synthetic streets, served by a small RTSP server on loopback."""
