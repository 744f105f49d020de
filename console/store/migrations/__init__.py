"""Schema steps of the local database, one file each, run by Alembic when a profile is opened."""
