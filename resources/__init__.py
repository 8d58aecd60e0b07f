"""What the program carries along: styles, translations, the manual."""
