"""Taking calls (F2): the form beside the case, what rings, the number to read out."""
