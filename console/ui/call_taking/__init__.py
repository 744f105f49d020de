"""Taking calls (F2): the form beside the case, the calls that ring, the number to read out."""
