"""Pictures of every page, for the manual and for whoever changes the window: ``make shots``.

They are painted offscreen by the real window over a made-up ward, with pictures of our own.
"""
