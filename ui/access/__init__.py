"""Who sits at this console: sign-in, the locked wall, officers, passwords typed once more."""
