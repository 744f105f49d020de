"""The command bar: verbs typed into the search field, with completion."""
