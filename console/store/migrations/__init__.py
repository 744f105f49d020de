"""Schema steps of the local database, run by Alembic when a profile is opened."""
