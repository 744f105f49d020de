"""What was: tracks of units on the map, a replay against a case's timeline, who was near."""
