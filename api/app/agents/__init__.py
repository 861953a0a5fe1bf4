"""The agents that talk with leads: name, persona, instructions."""
