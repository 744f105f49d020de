"""What police work is: frozen dataclasses and pure rules, standard library only."""
