"""RTSP 1.0 as a client speaks it, without sockets: bytes in, events and bytes out.

RFC 2326 (RTSP), RFC 3550 (RTP, RTCP), RFC 4566 (SDP), RFC 6184 (H.264), RFC 7798 (H.265),
RFC 7616 (digest).  Everything that a camera sends is hostile until it is parsed here: sizes
are capped, addresses that it names are not followed, and nothing raises but our own bugs.
"""
