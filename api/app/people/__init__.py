"""The signed-in person, the organization and its members."""
