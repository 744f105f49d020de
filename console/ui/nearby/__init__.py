"""Asking nearby: the question and whom it goes to, where it stands, what came back."""
