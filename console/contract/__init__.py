"""The wire: message shapes both ends share, decoded straight into domain dataclasses."""
