"""What this machine has and lacks for Sigap, said in one table."""
