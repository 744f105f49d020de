"""Everything an operator or supervisor can ask or decide, without widgets."""
