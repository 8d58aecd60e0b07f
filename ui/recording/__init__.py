"""Recording on screen: rules, folders for footage, how it goes, what is wrong."""
