"""What the whole shift sees: officers in danger, alarms that climb, hand-overs, loads."""
