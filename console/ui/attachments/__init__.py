"""What citizens sent: tiles in the case and the viewer window."""
