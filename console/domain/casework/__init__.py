"""The rules of casework: judge, apply and project, the same on desk and server."""

from console.domain.casework.apply import apply
from console.domain.casework.facts import Facts
from console.domain.casework.judge import judge
from console.domain.casework.project import Pending, Projection, project
from console.domain.casework.status import restated

__all__ = ["Facts", "Pending", "Projection", "apply", "judge", "project", "restated"]
