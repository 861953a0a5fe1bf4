"""Sign-in and the session: who is calling, and for which organization."""
