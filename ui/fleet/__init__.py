"""The register of cameras: its page and its dialogs."""
