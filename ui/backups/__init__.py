"""The backups page, inside the settings: what there is, made anew, gone back to."""
